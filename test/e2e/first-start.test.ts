import { type Fakes, startFakes } from "../../src/demo/fakes";
import { seed } from "../../src/demo/sample/sample-month";
import type { SyncRun } from "../../src/sync/run/run-store";
import { addDays } from "../../src/time/day";
import { bigMonth } from "../support/builders/big-months";
import { days, ZONE } from "../support/builders/team-zone";
import { type Built, runBuilt } from "../support/env/built";
import { testDatabase } from "../support/env/database";
import { eventually } from "../support/wait";

const ANA = "U0REP00000";
const now = () => new Date();

describe("two built processes on a database in which nothing was ever read", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let built: readonly Built[] = [];

  beforeEach(async () => {
    const to = addDays(days.dayOf(now()), -1);
    const size = { reps: 3, mails: 90, copperCalls: 30, justcallCalls: 150 };
    const month = bigMonth(size, { window: { from: addDays(to, -27), to }, now: now() });
    fakes = await startFakes(month, now);
    await seed(test.db, { ...month, goals: [], overrides: [] });
    const mongo = { MONGODB_URI: test.uri, MONGODB_DATABASE: test.name, TEAM_TIMEZONE: ZONE };
    const env = { ...fakes.env, ...mongo, PORT: "0", NIGHTLY_SYNC_AT: "off", ADMIN_SLACK_IDS: ANA };
    built = [runBuilt("main.js", { env }), runBuilt("main.js", { env })];
  });
  afterEach(async () => {
    for (const { child } of built) child.kill("SIGTERM");
    const ended = await Promise.all(built.map((one) => one.ended()));
    await fakes.close();
    expect(ended).toEqual([0, 0]);
  });

  it("sync thirty days by themselves, once, and tell the first admin in one message, beside the one checklist", async () => {
    const runs = test.db.collection<SyncRun>("sync_runs");
    const told = () =>
      fakes.slack.calls.filter(({ method, args }) => method !== "auth.test" && JSON.stringify(args).includes("Synced"));

    const run = await eventually(() => runs.findOne({ status: "done" }));
    await eventually(() => told().length > 0);
    const posts = await eventually(() => {
      const found = fakes.slack.calls.filter(({ method }) => method === "chat.postMessage");
      return found.length > 1 && found.map(({ args }) => String(args.text));
    });

    expect(run).toMatchObject({ userId: "schedule", trigger: "schedule", success: true });
    expect(run.results?.justcall.counting).toBe(150);
    expect(await runs.countDocuments()).toBe(1);
    expect(posts.filter((text) => text.startsWith("Getting started with Paceline: "))).toHaveLength(1);
    expect(posts).toHaveLength(2);
    expect(fakes.slack.calls.find(({ method }) => method === "conversations.open")?.args.users).toBe(ANA);
  });
});
