import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../config/config";
import { connectDatabase, type Database } from "../../database/connect";
import { connectedTo } from "../../database/embedded/connected";
import { startEmbeddedMongo } from "../../database/embedded/embedded";
import { signatureStore } from "../../slack/platform/signature-store";
import { dateAndTime } from "../../words/times";
import { checkedValues } from "./checked-values";
import type { Values } from "./env-text";
import type { Step } from "./steps";

/** What Slack's requests say of a signing secret: refused since then, right, or nothing yet. */
export type Signed = { readonly refusedSince: Date } | "right" | null;

/** What is known of Slack's requests, and by which clock it is told. */
export interface RefusalDeps {
  /** Reads it of the signing secret among these values. */
  readonly signed: (values: Values) => Promise<Signed>;
  /** The IANA zone of this machine, where the team's is not among the values. */
  readonly zone: string;
}

/** Makes a step that asks for the signing secret doubt one with which Slack's requests were refused; any other step stays as it is. */
export function withRefusals(step: Step, { signed: read, zone }: RefusalDeps): Step {
  if (!step.asked.some(({ name }) => name === "SLACK_SIGNING_SECRET")) return step;
  return {
    ...step,
    attempt: async (values) => {
      const trial = await step.attempt(values);
      const signed = trial.kind === "right" ? await read(values) : null;
      if (signed === null) return trial;
      if (signed === "right") return { kind: "right", says: ["A request of Slack's was signed with it."] };
      const { TEAM_TIMEZONE: own = zone } = checkedValues(values, { own: [], settings: ["TEAM_TIMEZONE"] });
      const says = `Slack's requests are signed with another secret since ${dateAndTime(signed.refusedSince, own)}: copy it again.`;
      return { kind: "doubted", says: [says] };
    },
  };
}

/** Somebody waits, and a database that does not answer is told by its own step. */
const PATIENCE_MS = 2_000;
const silent = { info() {}, warn() {} };

/** Makes what asks the database that the values name, if it answers; a MongoDB of our own only where it has data already. */
export function readSigned(env: Values): RefusalDeps["signed"] {
  return async (values) => {
    const settings = ["MONGODB_URI", "MONGODB_DATABASE", "MONGOD_BINARY", "DATA_DIR"] as const;
    const config = checkedValues(values, { own: ["SLACK_SIGNING_SECRET"], settings });
    const database = await opened(config, env).catch(() => null);
    if (database === null) return null;
    try {
      const store = signatureStore(database.db, config.SLACK_SIGNING_SECRET ?? "");
      const refused = await store.refused();
      if (refused?.isSlacks === true) return { refusedSince: refused.from };
      return (await store.wasRight()) ? "right" : null;
    } catch {
      return null;
    } finally {
      await database.close();
    }
  };
}

async function opened(config: Config, env: Values): Promise<Database | null> {
  const { MONGODB_URI, MONGODB_DATABASE: name, DATA_DIR, MONGOD_BINARY: mongodPath } = config;
  const connect = (uri: string) =>
    connectDatabase({ uri, name, log: silent, patienceMs: PATIENCE_MS, electionMs: PATIENCE_MS });
  if (MONGODB_URI !== undefined) return connect(MONGODB_URI);
  const dir = join(DATA_DIR, "mongodb");
  if (!existsSync(join(dir, "db"))) return null;
  const embedded = await startEmbeddedMongo({ dir, say() {}, env, mongodPath, tries: 1 });
  return connectedTo(embedded, connect);
}
