import { VARIABLES } from "../../config/variables";
import type { Finding } from "../../doctor/finding";
import { doctorText } from "../doctor-command";
import { otherFaults } from "./checked-values";
import { type Values, valuesOf } from "./env-text";
import { type Connection, createAppLink, filledManifest } from "./manifest-link";
import type { Prompter } from "./prompter";
import { stepsFor } from "./steps";
import { takeStep } from "./take-step";

export interface SetupDeps {
  readonly prompter: Prompter;
  /** The environment, which wins over the file. */
  readonly env: Values;
  /** The text of `.env`; empty where there is none. */
  readonly file: string;
  /** Writes values into `.env`, beside what it holds. */
  readonly save: (values: Values) => void;
  /** The text of `manifest.yml`. */
  readonly manifest: string;
  /** Makes a secret that nobody need know. */
  readonly secret: () => string;
  /** Starts Paceline's parts with these values, examines everything, and ends them. */
  readonly doctor: (values: Values) => Promise<readonly Finding[]>;
}

/**
 * `setup`: asks for one thing at a time, tries each, and writes what works to `.env`; then runs the doctor.
 *
 * @returns the exit code: 0 when all works, 1 when something is to be mended, 2 when nobody was asked and something is missing.
 */
export async function setupCommand({ prompter, env, file, save, ...deps }: SetupDeps): Promise<number> {
  const known = Object.keys(VARIABLES);
  const given = Object.fromEntries(known.flatMap((name) => (env[name]?.trim() ? [[name, env[name]]] : [])));
  let values: Values = { ...valuesOf(file), ...given };
  const keep = (set: Values) => {
    values = { ...values, ...set };
    // Where nobody is asked, all is written or nothing.
    if (prompter.isPerson && Object.keys(set).length > 0) save(set);
  };
  prompter.say("Paceline's setup. Each answer is tried at once and kept in .env, which others can't read.");
  if (file !== "") prompter.say("There is a .env: what it sets stays unless you change it here.");
  const connection = await connectionOf(values, prompter);
  if (connection.kind === "http" && connection.url !== null) keep({ PUBLIC_URL: connection.url });
  if (values.SLACK_BOT_TOKEN === undefined) sayManifest(connection, { prompter, manifest: deps.manifest });
  const steps = stepsFor(connection);
  const faults = otherFaults(values, new Set(steps.flatMap(({ asked }) => asked.map(({ name }) => name))));
  if (faults.length > 0) prompter.say("\nTo mend in .env or your shell, since Paceline doesn't start with it:");
  for (const fault of faults) prompter.say(`  ✗ ${fault}`);
  let works = faults.length === 0;
  for (const step of steps) {
    const taken = await takeStep(step, { prompter, values });
    works &&= taken.works;
    keep(taken.set);
  }
  if (!works && !prompter.isPerson) {
    prompter.say("\nNothing was written: mend what is marked, and run the setup again.");
    return 2;
  }
  const made = madeSecrets(values, { connection, secret: deps.secret });
  values = { ...values, ...made };
  const names = Object.keys(given);
  const taken = names.filter((name) => values[name] === given[name] && valuesOf(file)[name] !== given[name]);
  save({ ...Object.fromEntries(taken.map((name) => [name, given[name]])), ...made });
  if (taken.length > 0) prompter.say(`\nTaken from the environment: ${taken.join(", ")}.`);
  const overruled = names.filter((name) => values[name] !== given[name]);
  for (const name of overruled) {
    prompter.say(`\n  ✗ Your shell sets ${name} to something else, which wins over .env: unset it before you start.`);
  }
  prompter.say("\nAll of it is in .env. Now everything is examined:\n");
  const code = sayFindings(await deps.doctor(values), prompter);
  prompter.say("\nStart it: npm start. It syncs the last 30 days by itself and tells an admin in Slack.");
  return works && overruled.length === 0 ? code : 1;
}

async function connectionOf(values: Values, prompter: Prompter): Promise<Connection> {
  const { PUBLIC_URL: url, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signing } = values;
  if (appToken !== undefined) return { kind: "socket" };
  if (url !== undefined) return { kind: "http", url };
  if (signing !== undefined && !prompter.isPerson) return { kind: "http", url: null };
  prompter.say("\nHow Slack reaches Paceline");
  const isPublic = await prompter.confirm(
    "Can Slack reach this machine from the internet over https? If not, Paceline connects to Slack itself (Socket Mode)",
    false,
  );
  if (!isPublic) return { kind: "socket" };
  for (;;) {
    const given = VARIABLES.PUBLIC_URL.schema.safeParse(
      await prompter.text("The address, such as https://paceline.acme.com"),
    );
    if (given.success && given.data !== undefined) return { kind: "http", url: given.data };
    prompter.say("  ✗ Enter an address that begins with https://, and nothing after it.");
  }
}

function sayManifest(
  connection: Connection,
  { prompter, manifest }: { readonly prompter: Prompter; readonly manifest: string },
): void {
  prompter.say("\nThe Slack app: open this link, choose your workspace, and confirm. The manifest is filled in.");
  prompter.say(`  ${createAppLink(filledManifest(manifest, connection))}`);
}

/** What others need as a secret and nobody types: made once. */
function madeSecrets(
  values: Values,
  { connection, secret }: { readonly connection: Connection; readonly secret: () => string },
): Values {
  const wanted = [
    "API_TOKEN",
    ...(connection.kind === "http" && values.COPPER_API_KEY ? ["COPPER_WEBHOOK_SECRET"] : []),
  ];
  return Object.fromEntries(wanted.flatMap((name) => (values[name] === undefined ? [[name, secret()]] : [])));
}

/** What a first start mends by itself is no finding yet. */
function sayFindings(all: readonly Finding[], prompter: Prompter): number {
  const found = all.filter(({ id }) => !id.endsWith("-never-read"));
  prompter.say(doctorText(found));
  return found.some(({ state }) => state === "fault") ? 1 : 0;
}
