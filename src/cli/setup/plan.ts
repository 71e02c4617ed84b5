import { VARIABLES } from "../../config/variables";
import { otherFaults } from "./checked-values";
import type { Values } from "./env-text";
import { type Connection, filledManifest, manifestLines, manifestUse } from "./manifest-link";
import { ADDRESS, type Step, stepsFor } from "./steps";

/** Lists the variables of Paceline that an environment sets. */
export function knownValues(env: Values): Values {
  return Object.fromEntries(Object.keys(VARIABLES).flatMap((name) => (env[name]?.trim() ? [[name, env[name]]] : [])));
}

/** Joins values with what was set since; an empty one unsets a name. */
export function joined(values: Values, set: Values): Values {
  return Object.fromEntries(Object.entries({ ...values, ...set }).filter(([, value]) => value?.trim()));
}

/** What is known when the way in which Slack reaches the app is decided. */
interface Reached {
  readonly before: Values;
  readonly values: Values;
}

/** Tells whether there is an address beside a token of Socket Mode, so that only a person knows which of the two is meant. */
export function isEitherWay({ PUBLIC_URL: url, SLACK_APP_TOKEN: appToken }: Values): boolean {
  return appToken !== undefined && url !== undefined;
}

/** Tells whether Paceline connects to Slack, and has no address. */
export function isSocketAlone({ PUBLIC_URL: url, SLACK_APP_TOKEN: appToken }: Values): boolean {
  return appToken !== undefined && url === undefined;
}

/** Tells how Slack reaches the app; `null` while nothing says so. */
export function connectionOf(values: Values): Connection | null {
  const { PUBLIC_URL: url, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signing } = values;
  if (appToken !== undefined) return { kind: "socket" };
  if (url !== undefined) return { kind: "http", url: url.replace(/\/+$/, "") };
  return signing === undefined ? null : { kind: "http", url: null };
}

/** What is left to do once it is known how Slack reaches the app. */
export interface Plan {
  readonly connection: Connection;
  /** What the app's manifest is filled in with, and what becomes of it. */
  readonly manifest: string;
  readonly use: ReturnType<typeof manifestUse>;
  /** What no step mends, and Paceline does not start with. */
  readonly faults: readonly string[];
  readonly steps: readonly Step[];
}

/** What a plan is made of. */
export interface PlanInput extends Reached {
  readonly isPerson: boolean;
  /** The text of `manifest.yml`. */
  readonly manifest: string;
  /** The manifest that was last filled in; `null` where none was. */
  readonly filled: string | null;
}

/** Plans what is left. A person has answered whether there is an address; where nobody did, a signing secret says that Slack sends. */
export function planOf({ before, values, isPerson, manifest, filled }: PlanInput): Plan {
  const found = connectionOf(values);
  const isSocket = found === null || (isPerson && found.kind === "http" && found.url === null);
  const connection: Connection = isSocket ? { kind: "socket" } : found;
  const text = filledManifest(manifest, connection);
  const steps = stepsFor(connection);
  const was = connectionOf(before);
  return {
    connection,
    manifest: text,
    use: manifestUse({
      before: filled,
      manifest: text,
      isMade: values.SLACK_BOT_TOKEN !== undefined,
      isReachedOtherwise: JSON.stringify(was) !== JSON.stringify(connection),
    }),
    faults: otherFaults(values, new Set([ADDRESS, ...steps].flatMap(({ asked }) => asked.map(({ name }) => name)))),
    steps,
  };
}

/** Says what the plan has somebody do at Slack, and what they have to mend, a line each. */
export function planLines(
  { use, faults }: Plan,
  { file, filled, isOpen }: { readonly file: string; readonly filled: string; readonly isOpen: boolean },
): readonly string[] {
  const mend = `\nTo mend in ${file} or your shell, since Paceline doesn't start with it:`;
  return [
    ...(use === "none" ? [] : ["", ...manifestLines(use, { path: filled, isOpen })]),
    ...(faults.length === 0 ? [] : [mend, ...faults.map((fault) => `  ✗ ${fault}`)]),
  ];
}
