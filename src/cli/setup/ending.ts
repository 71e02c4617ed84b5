import { ENV_FILE } from "./env-file";
import type { Values } from "./env-text";
import type { Connection } from "./manifest-link";
import { UNIT_FILE } from "./service-unit";

const SERVICE = UNIT_FILE.replace(/\.service$/, "");

/** What the setup starts from: what the file sets, and what the environment sets, which wins. */
export interface Given {
  readonly stored: Values;
  readonly env: Values;
}

/** Makes what others need as a secret and nobody types, where it is not there. */
export function madeSecrets(
  values: Values,
  { connection, secret }: { readonly connection: Connection; readonly secret: () => string },
): Values {
  const isReached = connection.kind === "http" || values.PUBLIC_URL !== undefined;
  const wanted = ["API_TOKEN", ...(isReached && values.COPPER_API_KEY !== undefined ? ["COPPER_WEBHOOK_SECRET"] : [])];
  return Object.fromEntries(wanted.flatMap((name) => (values[name] === undefined ? [[name, secret()]] : [])));
}

/** What is written last of what the environment set and a step did not change, and which variables it must not set any more. */
export interface Ending {
  readonly taken: Values;
  readonly overruling: readonly string[];
}

/** Compares what came out with what the environment sets, which wins over the file at a start. */
export function endingOf(values: Values, { stored, env }: Given): Ending {
  const names = Object.keys(env);
  const taken = names.filter((name) => values[name] === env[name] && stored[name] !== env[name]);
  return {
    taken: Object.fromEntries(taken.map((name) => [name, env[name]])),
    overruling: names.filter((name) => values[name] !== env[name]),
  };
}

/** Says what was taken and what overrules the file, a line each. `path` is that of the file. */
export function endingLines({ taken, overruling }: Ending, path: string): readonly string[] {
  const names = Object.keys(taken);
  return [
    ...(names.length === 0 ? [] : [`\nTaken from the environment: ${names.join(", ")}.`]),
    ...overruling.map((name) => {
      return `\n  ✗ Your shell sets ${name} to something else, which wins over ${path}: unset it before you start.`;
    }),
  ];
}

/** What was set up. */
interface Done {
  /** The file of variables. */
  readonly path: string;
  readonly connection: Connection;
  readonly values: Values;
  /** Whether there was a setup before, so that a Paceline may run. */
  readonly isAgain: boolean;
  /** The path of a systemd unit that was written; `null` where services are started otherwise. */
  readonly unit: string | null;
}

/** Says how a Paceline that runs is started again, by each way in which it may have been started. */
function restartWords(start: string, unit: string | null): string {
  const service = unit === null ? "in Docker, docker compose up -d" : `as a service, sudo systemctl restart ${SERVICE}`;
  return `In a terminal, Ctrl+C and ${start}; ${service}.`;
}

/** Says what comes after the setup, a line each. */
export function nextLines({ path, connection, values, unit, isAgain }: Done): readonly string[] {
  // Commands read the file of that name by themselves.
  const node = path === ENV_FILE ? "node" : `node --env-file=${path}`;
  const start = path === ENV_FILE ? "npm start" : `${node} --max-old-space-size=192 dist/main.js`;
  const hasWebhooks =
    values.PUBLIC_URL !== undefined && (values.COPPER_API_KEY ?? values.JUSTCALL_API_KEY) !== undefined;
  return [
    `\nStart it: ${start}.${isAgain ? "" : ' It\'s ready once it says "Paceline is up". The first start syncs 30 days by itself and tells an admin in Slack.'}`,
    ...(isAgain
      ? [`If it runs already, restart it: until then it goes on with the old values. ${restartWords(start, unit)}`]
      : []),
    ...(connection.kind === "http"
      ? [
          `Once it runs: ${node} dist/cli/index.js doctor also asks whether your public address leads to it. Where your app's page at Slack says that an address isn't verified, verify it there.`,
        ]
      : []),
    ...(hasWebhooks
      ? [
          `Once it runs, in a second terminal, for figures within seconds of a call: ${node} dist/cli/index.js webhooks install.`,
        ]
      : []),
    unit === null ? withoutService(start, values) : withService(unit),
  ];
}

const SO_FAR = "Started so, it ends with this terminal. To keep it running:";

function withService(unit: string): string {
  return `${SO_FAR} sudo cp ${unit} /etc/systemd/system/ && sudo systemctl enable --now ${SERVICE}. Its log: journalctl -fu ${SERVICE}.`;
}

/** Docker's database has one password from its first start on. */
function withoutService(start: string, { MONGODB_PASSWORD: password }: Values): string {
  const secret =
    password === undefined
      ? 'echo "MONGODB_PASSWORD=$(openssl rand -hex 24)" >> .env, stop it here, '
      : "stop it here, ";
  return [
    `${SO_FAR} have ${start} run by whatever starts your services, in this folder.`,
    `Or in Docker: ${secret}then docker compose up -d. Docker's Paceline begins with an empty database of its own and syncs 30 days by itself; README, Docker, says how goals and settings made here are taken along, and how commands are run there.`,
  ].join("\n");
}
