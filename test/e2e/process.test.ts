import { isRunning } from "../../src/database/running-processes";
import { type Fakes, startFakes } from "../../src/demo/fakes";
import { seed } from "../../src/demo/sample/sample-month";
import { type Goal, periodOf } from "../../src/goals/goal";
import type { Cell } from "../../src/metrics/rollup";
import type { SyncRun } from "../../src/sync/run/run-store";
import { addDays } from "../../src/time/day";
import { bigMonth } from "../support/builders/big-months";
import { days, ZONE } from "../support/builders/team-zone";
import { type Built, runBuilt } from "../support/env/built";
import { testDatabase } from "../support/env/database";
import { eventually } from "../support/wait";

const ANA = "U0REP00000";
const now = () => new Date();

describe("the built process", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let built: Built | undefined;
  let url: string;

  beforeEach(async () => {
    const to = days.dayOf(now());
    const month = bigMonth(
      { reps: 3, mails: 90, copperCalls: 30, justcallCalls: 150 },
      { window: { from: addDays(to, -27), to }, now: new Date() },
    );
    fakes = await startFakes(month, now);
    const goal = { _id: "g1", userId: ANA, type: "phone_call_quantity", period: "monthly" } as const;
    await seed(test.db, {
      ...month,
      goals: [{ ...goal, targets: [{ from: addDays(to, -300), target: 400 }], current: 0, active: true }],
      overrides: [
        {
          ...{
            _id: ANA,
            name: "Ana",
            email: null,
            tz: null,
            role: "rep",
            active: true,
            found: { tz: null, active: true },
          },
          digest: { on: false },
        },
      ],
    });
    const mongo = { MONGODB_URI: test.uri, MONGODB_DATABASE: test.name };
    // At whatever hour the test runs, only the syncs it asks for do.
    const env = {
      ...fakes.env,
      ...mongo,
      TEAM_TIMEZONE: ZONE,
      PORT: "0",
      NIGHTLY_SYNC_AT: "off",
      SYNC_ON_START: "off",
    };
    const server = runBuilt("main.js", { env });
    built = server;
    const port = await eventually(() => /"port":(\d+)/.exec(server.out())?.[1]);
    url = `http://127.0.0.1:${port}`;
    fakes.slack.connect(`${url}/slack/events`);
  });
  afterEach(async () => {
    built?.child.kill("SIGTERM");
    const ended = await built?.ended();
    await fakes.close();
    expect(ended).toBe(0);
  });

  const post = (body: string, token = fakes.env.API_TOKEN) =>
    fetch(`${url}/api/sync-all`, { method: "POST", body, headers: { authorization: `Bearer ${token}` } });

  it("answers /sync at once, shows where it stands in one message, then reports; Home and /goals show the same", async () => {
    fakes.justcall.faults.push({
      match: ({ path }) => path.endsWith("/calls"),
      effect: { kind: "slow", ms: 2_500 },
    });

    const answer = await fakes.slack.command({ user: ANA, command: "/sync", text: "30d" });
    const message = await eventually(() => fakes.slack.allMessages().find(({ text }) => text.includes("Synced")));
    await fakes.slack.command({ user: ANA, command: "/goals", text: "" });
    const goals = await eventually(() =>
      fakes.slack.allMessages().find(({ to, blocks }) => to === ANA && JSON.stringify(blocks).includes("400")),
    );
    await fakes.slack.openHome(ANA);
    const home = await eventually(() => fakes.slack.home(ANA));

    expect(answer.status).toBe(200);
    expect(answer.tookMs).toBeLessThan(1_000);
    const shown = message.edits.map(({ blocks }) => JSON.stringify(blocks));
    expect(shown.some((text) => text.includes("Copper ✅ · JustCall ⏳ · Fishbowl ✅ · Goals ⏸"))).toBe(true);
    expect(
      fakes.slack.allMessages().filter(({ to, channel }) => to === undefined && channel === message.channel),
    ).toHaveLength(1);
    const figure = /([\d,]+) of 400/.exec(JSON.stringify(goals.blocks))?.[1];
    const stored = await test.db.collection<Goal>("goals").findOne({ _id: "g1" });
    expect(Number(figure)).toBe(stored?.current);
    const synced = { userId: ANA, type: "phone_call_quantity" } as const;
    const cells = await test.db.collection<Cell>("metrics").find(synced).toArray();
    const { from } = periodOf("monthly", days.dayOf(now()));
    const ofMonth = cells.filter(({ day }) => day >= from).map(({ value }) => value);
    // On the first of a month, in the small hours, there is nothing of it yet.
    expect(cells.length).toBeGreaterThan(20);
    expect(Number(figure)).toBe(ofMonth.reduce((sum, value) => sum + value, 0));
    expect(JSON.stringify(home)).toContain(`${figure} of 400`);
  });

  it("syncs over HTTP for whoever has the token, and answers with the result that it keeps", async () => {
    const [refused, wrong, first, joined] = await Promise.all([
      post("{}", "not the token at all"),
      post('{"start":"2026-13-01"}'),
      post("{}"),
      post("{}"),
    ]);

    const report = await first.json();
    const run = await test.db.collection<SyncRun>("sync_runs").findOne({ trigger: "api" });
    const { _id, startedAt, finishedAt, status, trigger, ...stored } = run ?? ({} as Partial<SyncRun>);
    expect([refused.status, wrong.status, first.status, joined.status]).toEqual([401, 400, 200, 200]);
    expect(report).toMatchObject({ success: true, userId: "api", results: { justcall: { records: 150 } } });
    expect(stored).toEqual(report);
    expect(status).toBe("done");
    expect(await joined.json()).toEqual(report);
    expect(await test.db.collection("sync_runs").countDocuments()).toBe(1);
  });

  it.each([
    ["SIGTERM", ["SIGTERM"]],
    // The terminal sends it, and then npm what it got.
    ["Ctrl+C under npm start", ["SIGINT", "SIGINT"]],
  ] as const)(
    "case 50: told to stop in the middle of a sync, it waits for it, keeps its result and ends with 0 (%s)",
    async (_, signals) => {
      fakes.justcall.faults.push({
        match: ({ path }) => path.endsWith("/calls"),
        effect: { kind: "slow", ms: 2_500 },
      });
      const report = post("{}");
      await eventually(async () => (await test.db.collection("sync_runs").findOne({ status: "running" })) !== null);
      const lock = await test.db.collection<{ _id: string; owner: string }>("locks").findOne({ _id: "sync" });

      const wasRunning = await isRunning(test.db);
      for (const signal of signals) {
        built?.child.kill(signal);
        await eventually(() => built?.out().includes('"stopping"'));
      }
      const answer = await report;
      const code = await built?.ended();

      expect([answer.status, code]).toEqual([200, 0]);
      expect(await test.db.collection("sync_runs").countDocuments({ status: "done" })).toBe(1);
      expect([wasRunning, await isRunning(test.db)]).toEqual([true, false]);
      // In containers host and process id may be those of another.
      expect(lock?.owner).toMatch(/:\d+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    },
  );

  it("is healthy while it reaches its database", async () => {
    const answer = await fetch(`${url}/healthz`);

    expect([answer.status, await answer.json()]).toEqual([200, { status: "ok" }]);
  });

  it("case 12: is not ready when Slack refuses its sign-in", async () => {
    fakes.slack.faults.push({ method: "auth.test", outcome: { error: "invalid_auth" } });

    const answer = await eventually(async () => {
      const asked = await fetch(`${url}/readyz`);
      const body = JSON.parse(await asked.text());
      return body.tick === undefined ? { status: asked.status, body } : null;
    });

    const slack = "refuses the sign-in: renew SLACK_BOT_TOKEN";
    expect(answer).toEqual({ status: 503, body: { status: "not ready", slack } });
  });

  it("is ready once it has ticked", async () => {
    const ready = await eventually(async () => {
      const answer = await fetch(`${url}/readyz`);
      return answer.status === 200 ? await answer.json() : null;
    });

    expect(ready).toEqual({ status: "ready" });
    // What a person reads in a terminal is no part of a log that is piped.
    const lines = built?.out().trimEnd().split("\n") ?? [];
    expect(lines.filter((line) => !line.startsWith("{"))).toEqual([]);
  });
});
