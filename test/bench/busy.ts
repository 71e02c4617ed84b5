import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startFakeSlack } from "../../src/demo/slack/fake-slack";
import { type BigMonth, bigTeam } from "../support/builders/big-months";
import { ZONE } from "../support/builders/team-zone";
import { type Built, runFile } from "../support/env/built";
import { postApi, type RushOutcome, type RushTarget, rush } from "../support/harness/built/rush";
import { eventually } from "../support/wait";
import { atMost, type Figure, times, took, written } from "./figure";
import { type BenchDatabase, withMongo } from "./own-mongo";
import { KEYS, withVendors } from "./vendors";

const SIZE: BigMonth = { reps: 50, mails: 16_000, copperCalls: 3_000, justcallCalls: 7_000 };
const COMMANDS = 200;
const ROWS = 50_000;
const WEBHOOKS = 300;
const IDS = Array.from({ length: WEBHOOKS * 30 }, (_, mail) => 1_000_000 + mail);
/** Webhooks' days wait for what the vendors allow a minute. */
const PATIENCE_MS = 300_000;
const MOST_MS = 500;
const MOST_MB = 300;
const WHILE = `while ${SIZE.reps} reps are synced, ${written(ROWS)} rows previewed and ${WEBHOOKS} webhooks of 30 ids arrive`;

/**
 * The built process under its bound on memory, with everybody's commands, a first sync, a file and webhooks at once: how soon it
 * acknowledges, how much longer its sync takes than alone, how much memory it needs.
 */
export function busyFigures(): Promise<Figure[]> {
  return withMongo(async (database) => {
    const quietMs = await withBuilt(database, async ({ target }) => {
      const begun = performance.now();
      await postApi(target, { path: "/api/sync-all", body: "" });
      return performance.now() - begun;
    });
    return withBuilt(database, async ({ target, built }) => {
      const { db } = database;
      const running = () => eventually(() => db.collection("sync_runs").findOne({ status: "running" }));
      const begun = performance.now();
      const outcome = await rush(target, { size: { commands: COMMANDS, rows: ROWS, ids: IDS }, running });
      built.child.kill("SIGUSR2");
      const hold = await eventually(() => /"longestHoldMs":(\d+)/.exec(built.out())?.[1]);
      const isOver = async () => (await db.collection("inbox").countDocuments({ state: "waiting" })) === 0;
      const isIdle = async () => (await db.collection("sync_runs").countDocuments({ status: "running" })) === 0;
      await eventually(async () => (await isOver()) && (await isIdle()), PATIENCE_MS);
      const endedMs = performance.now() - begun;
      return figures(outcome, { quietMs, endedMs, holdMs: Number(hold), peakMb: peakMegabytes(built) });
    });
  });
}

interface Measured {
  readonly quietMs: number;
  readonly endedMs: number;
  readonly holdMs: number;
  readonly peakMb: number;
}

function figures(
  { sync, preview, webhooks, commands }: RushOutcome,
  { quietMs, endedMs, holdMs, peakMb }: Measured,
): Figure[] {
  const refused = [...commands, ...webhooks.map((status) => ({ status })), sync, preview].filter(
    ({ status }) => status !== 200,
  );
  const waited = commands.map(({ ms }) => ms).sort((a, b) => a - b);
  const slowest = waited[Math.ceil(waited.length * 0.99) - 1] ?? Number.NaN;
  const ratio = sync.ms / quietMs;
  return [
    {
      what: `${COMMANDS} commands at once ${WHILE}: requests that are not answered with 200`,
      measured: String(refused.length),
      target: { wanted: "none", holds: refused.length === 0 },
    },
    {
      what: "acknowledged, the slowest 1 % (half of them)",
      measured: `${took(slowest)} (${took(waited[waited.length / 2] ?? Number.NaN)})`,
      target: { wanted: `at most ${took(MOST_MS)}`, holds: slowest <= MOST_MS },
    },
    { what: "the event loop's longest hold", measured: took(holdMs) },
    {
      what: `the sync (${took(sync.ms)}) against a quiet one (${took(quietMs)})`,
      measured: times(ratio),
      target: atMost(ratio, 2),
    },
    { what: "until all that webhooks named is in the figures", measured: took(endedMs) },
    {
      what: "peak memory of the process",
      measured: `${peakMb} MB`,
      target: { wanted: `under ${MOST_MB} MB`, holds: peakMb < MOST_MB },
    },
  ];
}

interface Running {
  readonly target: RushTarget;
  readonly built: Built;
}

/** Works with a process, vendors and a workspace of its own, on a database that is empty. */
async function withBuilt<T>({ uri, emptied }: BenchDatabase, work: (running: Running) => Promise<T>): Promise<T> {
  await emptied();
  const now = () => new Date();
  const { members } = bigTeam(SIZE.reps);
  const keys = { signingSecret: "signing-secret-of-tests", botToken: "xoxb-of-tests" };
  const slack = await startFakeSlack({ ...keys, now, team: { id: "T0LAB", name: "Lab" }, members });
  const api = { API_TOKEN: "api-token-of-tests", COPPER_WEBHOOK_SECRET: "copper-webhook-secret-of-tests" };
  try {
    return await withVendors({ size: SIZE, latencyMs: 0, limits: "business", recent: true }, async (urls) => {
      const vendors = {
        ...{ COPPER_API_URL: urls.copper, COPPER_API_KEY: KEYS.copper.key, COPPER_USER_EMAIL: KEYS.copper.email },
        ...{ JUSTCALL_API_URL: urls.justcall, JUSTCALL_API_KEY: KEYS.justcall.key, JUSTCALL_PLAN: "business" },
        JUSTCALL_API_SECRET: KEYS.justcall.secret,
      };
      const own = { MONGODB_URI: uri, MONGODB_DATABASE: "bench", PORT: "0", TEAM_TIMEZONE: ZONE, LOG_LEVEL: "info" };
      const quiet = { NIGHTLY_SYNC_AT: "off", SYNC_ON_START: "off" };
      const slackEnv = {
        SLACK_API_URL: slack.url,
        SLACK_BOT_TOKEN: keys.botToken,
        SLACK_SIGNING_SECRET: keys.signingSecret,
      };
      const loaded = join(__dirname, "../support/env/loop-delay.js");
      const node = { NODE_OPTIONS: `--max-old-space-size=192 --require ${loaded}` };
      const env = { ...vendors, ...api, ...own, ...quiet, ...slackEnv, ...node };
      const built = runFile(join(__dirname, "../../src/main.js"), { env });
      try {
        const port = await eventually(() => /"port":(\d+)/.exec(built.out())?.[1]);
        const url = `http://127.0.0.1:${port}`;
        slack.connect(`${url}/slack/events`);
        return await work({ built, target: { url, slack, env: { ...api, ...slackEnv } } });
      } finally {
        built.child.kill("SIGTERM");
        await built.ended();
      }
    });
  } finally {
    await slack.close();
  }
}

/** The process's own largest size; Linux alone tells it, since `maxRSS` is handed on by whoever started it. */
function peakMegabytes({ child }: Built): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1_024);
}
