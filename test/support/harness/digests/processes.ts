import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { startFakeSlack } from "../../../../src/demo/slack/fake-slack";
import type { Delivery } from "../../../../src/digests/delivery/delivery";
import { aMember, byEmail } from "../../builders/people";
import type { TestDatabase } from "../../env/database";
import { recordedStream } from "../../env/logs/recorded-logs";
import { BOT_TOKEN, EIGHT, lastingMessages, postsTo } from "./delivery";

/** Where a process ends or stops, and for whose message. */
export interface End {
  readonly at?: "nowhere" | "render" | "claimed" | "posted" | "recorded";
  readonly of?: string;
  readonly signal?: "SIGKILL" | "SIGSTOP";
}

/** One process that delivers. */
export interface Deliverer {
  readonly child: ChildProcess;
  out(): string;
  /** The exit code, or the signal's name. */
  ended(): Promise<number | string>;
}

/** A second of production is some twenty milliseconds here; a call may take long all the same on a busy machine. */
const TIMES = {
  leaseMs: 1_500,
  reconcileAfterMs: 1_800,
  lookupPauseMs: 400,
  retryMs: [100],
  repairMs: [1_500, 3_000, 3_000],
  roundMs: 5_000,
};
const POST_TIMEOUT_MS = 600;

/** Processes of their own that deliver against one MongoDB and one stand-in workspace, in real, shortened time. */
export async function deliveryProcesses(test: TestDatabase, { reps }: { reps: number }) {
  const offsetMs = EIGHT.getTime() + 60_000 - Date.now();
  const users = Array.from({ length: reps }, (_, index) => `U0R${index}`);
  const slack = await startFakeSlack({
    now: () => new Date(Date.now() + offsetMs),
    signingSecret: "secret-of-tests",
    botToken: BOT_TOKEN,
    team: { id: "T0LAB", name: "Lab" },
    members: users.map((id) => aMember(id, byEmail(`${id.toLowerCase()}@acme.com`))),
    rateLimits: false,
  });
  const plan = {
    uri: test.uri,
    database: test.name,
    slackUrl: slack.url,
    token: BOT_TOKEN,
    users,
    offsetMs,
    times: TIMES,
    postTimeoutMs: POST_TIMEOUT_MS,
    secondMs: 20,
  };
  const rows = test.db.collection<Delivery>("deliveries");
  const started: Deliverer[] = [];
  return {
    slack,
    users,
    rows,
    start: (end: End = {}) => {
      const deliverer = start({ ...plan, at: "nowhere", signal: "SIGKILL", ...end });
      started.push(deliverer);
      return deliverer;
    },
    sent: async () => (await rows.countDocuments({ state: "sent" })) === reps,
    posts: () => postsTo(slack),
    standing: () => lastingMessages(slack),
    close: async () => {
      for (const { child } of started) {
        child.kill("SIGCONT");
        child.kill("SIGKILL");
      }
      await Promise.all(started.map((one) => one.ended()));
      await slack.close();
    },
  };
}

function start(plan: object): Deliverer {
  const child = spawn(
    process.execPath,
    ["-r", join(__dirname, "../../env/typescript-hook.js"), join(__dirname, "process.ts")],
    { env: { PATH: process.env.PATH, TZ: "UTC", PLAN: JSON.stringify(plan) }, stdio: "pipe" },
  );
  let out = "";
  for (const stream of [child.stdout, child.stderr]) {
    const keep = recordedStream();
    stream?.on("data", (chunk) => {
      out += String(chunk);
      keep(String(chunk));
    });
  }
  const exit = once(child, "exit");
  const ended = async () => {
    const [code, signal] = await exit;
    return typeof code === "number" ? code : String(signal);
  };
  return { child, out: () => out, ended };
}
