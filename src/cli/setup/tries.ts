import { type Config, ConfigError } from "../../config/config";
import { addressFault } from "../../database/address";
import { DatabaseError } from "../../database/client";
import { connectDatabase } from "../../database/connect";
import { sleep } from "../../lib/sleep";
import { probeSlack, probeSocket, SCOPES } from "../../slack/platform/probe";
import { keyedConfig } from "../../sources/all";
import { copperSource } from "../../sources/copper";
import { checkPull } from "../../sources/fishbowl/pull/pull";
import { justcallSource } from "../../sources/justcall";
import { SourceError } from "../../sources/source-error";
import { zoneDays } from "../../time/day";
import { checkedValues, type TriedNames } from "./checked-values";
import type { Values } from "./env-text";

/**
 * What became of a try: whether it works, and if not, by what is to be done; `later` works as soon as Paceline runs, `doubted` may be
 * right, and what was seen speaks against it.
 */
export interface Trial {
  readonly kind: "right" | "wrong" | "doubted" | "too-narrow" | "unreachable" | "later";
  /** Sentences, which show no value. */
  readonly says: readonly string[];
}

/** Tries what was entered, at once and for real. It never throws for what a key or a network does. */
export type Try = (values: Values) => Promise<Trial>;

const right = (...says: readonly string[]): Trial => ({ kind: "right", says });
const silent = { debug() {}, info() {}, warn() {}, error() {} };
/** Somebody waits: a repeated request comes soon. */
const soon = (ms: number, signal?: AbortSignal) => sleep(Math.min(ms, 200), signal);
const shared = { days: zoneDays("UTC"), clock: () => performance.now(), now: () => new Date(), log: silent };

const BOT: TriedNames = { own: ["SLACK_BOT_TOKEN"], settings: ["SLACK_API_URL"] };
const APP: TriedNames = { own: ["SLACK_APP_TOKEN"], settings: ["SLACK_API_URL"] };
const DATABASE: TriedNames = { own: ["MONGODB_URI"], settings: ["MONGODB_DATABASE"] };
const COPPER: TriedNames = {
  own: ["COPPER_API_KEY", "COPPER_USER_EMAIL"],
  settings: [
    "COPPER_API_URL",
    "COPPER_EMAIL_ACTIVITY_TYPE",
    "COPPER_CALL_ACTIVITY_TYPE",
    "COPPER_STAGE_A",
    "COPPER_STAGE_B",
    "COPPER_STAGE_C",
    "COPPER_REQUESTS_PER_MINUTE",
  ],
};
const JUSTCALL: TriedNames = {
  own: ["JUSTCALL_API_KEY", "JUSTCALL_API_SECRET"],
  settings: ["JUSTCALL_API_URL", "JUSTCALL_PLAN"],
};
const FISHBOWL: TriedNames = { own: ["FISHBOWL_API_URL", "FISHBOWL_USERNAME", "FISHBOWL_PASSWORD"] };

/** Asks Slack whether it takes the bot's token, and whether the token may do all that it must. */
export const tryBotToken: Try = checked(BOT, async ({ SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl }) => {
  const found = await probeSlack(shared.now, { token, apiUrl });
  if (found.kind === "unreachable") return unreachable("Slack doesn't answer: check the network from here.");
  if (found.kind === "refused") return wrong(`Slack refuses this token (${found.error}): copy it again.`);
  const missing = SCOPES.filter((scope) => found.scopes !== null && !found.scopes.includes(scope));
  const where = found.workspace === null ? "" : `: signed in to ${found.workspace}`;
  if (missing.length === 0) return right(`Slack accepts the token${where}.`);
  const says = `The token lacks ${missing.join(", ")}: create the app from the link, or add them under OAuth & Permissions, then install the app again and copy the new token.`;
  return { kind: "too-narrow", says: [says] };
});

/** Asks Slack for a socket, as the app does when it starts. */
export const tryAppToken: Try = checked(APP, async ({ SLACK_APP_TOKEN: token = "", SLACK_API_URL: apiUrl }) => {
  const found = await probeSocket({ token, apiUrl });
  if (found.kind === "unreachable") return unreachable("Slack doesn't answer: check the network from here.");
  if (found.kind === "answered") return right("Slack opens a socket with it.");
  if (found.error !== "missing_scope" && found.error !== "not_allowed_token_type") {
    return wrong(`Slack refuses this token (${found.error}): copy it again, and switch Socket Mode on.`);
  }
  return { kind: "too-narrow", says: ["The token lacks connections:write: make another with that scope."] };
});

/** Takes a secret that only a request of Slack's could prove. */
export const trySigningSecret: Try = checked(
  { own: ["SLACK_SIGNING_SECRET"] },
  async ({ SLACK_SIGNING_SECRET: secret = "" }) =>
    /^(?!xox|xapp)[\w-]{16,}$/.test(secret)
      ? right("It may be a signing secret; Slack's first request proves it.")
      : wrong("That's no signing secret, which is 32 digits and letters from a to f: copy it from Basic Information."),
);

/** Connects to the database as the app does; without an address, one is run on this machine. */
export const tryDatabase: Try = checked(DATABASE, async ({ MONGODB_URI: uri, MONGODB_DATABASE: name }) => {
  if (uri === undefined) return right("Paceline runs a MongoDB of its own on this machine.");
  const fault = addressFault(uri);
  if (fault !== null) return wrong(fault);
  try {
    await (await connectDatabase({ uri, name, log: silent, electionMs: 5_000 })).close();
    return right("MongoDB answers, and is a replica set.");
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return /refuses the login|cannot be read/.test(error.message) ? wrong(error.message) : unreachable(error.message);
  }
});

/** Asks Copper for all that a sync asks for, and for the types and stages that are counted. */
export const tryCopper: Try = checked(COPPER, async (config) => {
  const { copper } = keyedConfig(config, { ...shared, seal: (address) => address });
  return sourceTrial(COPPER_AGAIN, async () => {
    const { missing = [] } = (await copperSource({ ...copper, sleep: soon }).check?.(shared.now)) ?? {};
    return right("Copper accepts the key, and it may read all that is needed.", ...missing);
  });
});

/** Asks JustCall for its users and calls. */
export const tryJustCall: Try = checked(JUSTCALL, async (config) => {
  const { justcall } = keyedConfig(config, { ...shared, seal: (address) => address });
  return sourceTrial(JUSTCALL_AGAIN, async () => {
    await justcallSource({ ...justcall, sleep: soon }).check?.(shared.now);
    return right("JustCall accepts the key, and it may read users and calls.");
  });
});

/** Logs in to Fishbowl's server, asks how many orders today has, and logs out. */
export const tryFishbowl: Try = checked(FISHBOWL, async (config) => {
  const { FISHBOWL_API_URL: baseUrl = "", FISHBOWL_USERNAME: username = "", FISHBOWL_PASSWORD: password = "" } = config;
  const server = { ...shared, baseUrl, username, password, sleep: soon };
  return sourceTrial(null, async () => {
    await checkPull(server, shared.days.dayOf(shared.now()));
    return right("Fishbowl's server takes the login, and the user may read orders.");
  });
});

function wrong(says: string): Trial {
  return { kind: "wrong", says: [says] };
}

function unreachable(says: string): Trial {
  return { kind: "unreachable", says: [says] };
}

/** Makes a try of variables that tells what is written wrongly before anybody is asked. */
export function checked(names: TriedNames, attempt: (config: Config) => Promise<Trial>): Try {
  return async (values) => {
    try {
      return await attempt(checkedValues(values, names));
    } catch (error) {
      if (error instanceof ConfigError) return { kind: "wrong", says: error.faults };
      throw error;
    }
  };
}

const COPPER_AGAIN =
  "Copper key refused (401): copy the key again, and the email address of whoever made it; they go together.";
const JUSTCALL_AGAIN = "JustCall key refused (401): copy the key and its secret again; they go together.";

/** @param again what to do about a refused key, which was copied just now; `null` where the source itself says so. */
async function sourceTrial(again: string | null, ask: () => Promise<Trial>): Promise<Trial> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const says = [again !== null && error.status === 401 ? again : `${error.message}.`];
    if (error.passes) return { kind: "unreachable", says };
    return { kind: error.status === 403 ? "too-narrow" : "wrong", says };
  }
}
