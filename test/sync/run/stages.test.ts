import type { Fact } from "../../../src/metrics/fact";
import type { Progress } from "../../../src/sync/report";
import { day } from "../../../src/time/day";
import { justcallFacts } from "../../support/builders/facts";
import { ANA_EMAIL } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { refusedKey } from "../../support/fakes/scripted-source";
import { cellsOf, type Named, threeSources } from "../../support/harness/sync";
import { eventually } from "../../support/wait";

const FROM = "2026-09-29";
const TO = "2026-10-28";
const RANGE = { from: day(FROM), to: day(TO) };
const NEWEST = "2026-10-26T07:00:00.000Z";
const calls = (...days: readonly string[]): Fact[] =>
  days.flatMap((on) => justcallFacts(on, { at: `2026-10-${on}T19:00:00Z`, owner: ANA_EMAIL }));
const cell = (on: string) => `UANA_phone_call_quantity_2026-10-${on}_justcall`;

describe("a sync that a vendor's limit makes long", () => {
  const test = testDatabase();
  const named = (collection: string) => test.db.collection<Named>(collection);

  /** JustCall may list three facts within half a minute, and holds eight: two a call. */
  function bound() {
    const harness = threeSources(test.db);
    harness.justcall.facts = calls("05", "12", "27", "28");
    harness.justcall.soon = 3;
    return harness;
  }

  type Harness = ReturnType<typeof bound>;

  /** Syncs, and calls `between` when the older days are about to be read. */
  async function synced(harness: Harness, between: () => Promise<void> = async () => {}) {
    const told: Progress[] = [];
    harness.justcall.beforeRead = async () => {
      if (harness.justcall.windows.length % 3 !== 0) return;
      await eventually(() => told.some(({ newest }) => newest?.state === "done"));
      await between();
    };
    const tell = (progress: Progress) => void told.push(progress);
    const report = await harness.queue.request({ range: RANGE, userId: "UANA", trigger: "slack" }, tell);
    return { report, told };
  }

  it("shows the newest three days with their goals first, and no part of an older day", async () => {
    const harness = bound();
    harness.copper.facts = calls("06").map((fact) => ({ ...fact, source: "copper" as const, owner: "77" }));
    await named("goals").insertOne({
      ...{ _id: "G", userId: "UANA", type: "phone_call_quantity", period: "monthly", active: true },
      targets: [{ from: "2026-01-01", target: 100 }],
      current: 0,
    });
    const seen: unknown[] = [];

    const { report } = await synced(harness, async () => {
      const [justcall] = (await harness.parts.states.all(new Set())).filter(({ source }) => source === "justcall");
      const goal = await named("goals").findOne({ _id: "G" });
      seen.push(await cellsOf(test.db), goal?.current, justcall);
    });

    expect(seen).toEqual([
      expect.objectContaining({ [cell("27")]: 1, [cell("28")]: 1 }),
      2,
      { source: "justcall", state: "fresh", asOf: harness.clock.now, from: "2026-10-26", settlingDays: 0 },
    ]);
    expect(Object.keys(seen[0] ?? {}).filter((id) => id < cell("26"))).toEqual([]);
    expect(await cellsOf(test.db)).toMatchObject({
      [cell("05")]: 1,
      [cell("12")]: 1,
      [cell("27")]: 1,
      [cell("28")]: 1,
    });
    expect((await named("goals").findOne({ _id: "G" }))?.current).toBe(5);
    expect(report).toMatchObject({
      success: true,
      dateRange: { start: "2026-09-29T07:00:00.000Z", end: "2026-10-29T07:00:00.000Z" },
      results: {
        justcall: { counting: 4, metrics: { created: 8, updated: 0, unchanged: 0, removed: 0 } },
        goalsUpdated: 1,
      },
    });
  });

  it("reads the newest days and then the older ones of that source, and the others whole", async () => {
    const harness = bound();

    const { told } = await synced(harness);

    const spans = harness.justcall.windows.map(({ since, until }) => [since.toISOString(), until.toISOString()]);
    expect(spans).toEqual([
      ["2026-09-29T07:00:00.000Z", harness.clock.now.toISOString()],
      [NEWEST, harness.clock.now.toISOString()],
      ["2026-09-29T07:00:00.000Z", NEWEST],
    ]);
    expect(harness.justcall.opened).toBe(1);
    expect(harness.copper.windows).toHaveLength(1);
    const steps = told.map(({ newest, justcall, goals }) => `${newest?.state ?? "whole"}, ${justcall}, goals ${goals}`);
    expect([...new Set(steps)]).toEqual([
      "whole, waiting, goals waiting",
      "whole, running, goals waiting",
      "running, running, goals waiting",
      "running, running, goals running",
      "done, running, goals waiting",
      "done, done, goals waiting",
      "done, done, goals running",
      "done, done, goals done",
    ]);
  });

  it.each([
    ["no limit binds", { soon: 8, from: FROM, windows: 1 }],
    ["a source has none", { soon: null, from: FROM, windows: 1 }],
    ["three days are all that is asked for", { soon: 0, from: "2026-10-26", windows: 1 }],
  ])("has one stage where %s", async (_when, { soon, from, windows }) => {
    const harness = bound();
    harness.justcall.soon = soon;

    await harness.sync(from, TO);

    expect(harness.justcall.windows).toHaveLength(windows);
    expect(await cellsOf(test.db)).toMatchObject({ [cell("27")]: 1, [cell("28")]: 1 });
  });

  it("writes nothing when nothing changed", async () => {
    const harness = bound();
    await synced(harness);
    const before = await Promise.all(["facts", "metrics", "users"].map((name) => named(name).find().toArray()));

    const { report } = await synced(harness);

    expect(report.results.justcall.metrics).toEqual({ created: 0, updated: 0, unchanged: 8, removed: 0 });
    expect(await Promise.all(["facts", "metrics", "users"].map((name) => named(name).find().toArray()))).toEqual(
      before,
    );
  });

  it("lets the newest days' figures stand when the older ones cannot be read, and says which days were", async () => {
    const harness = bound();

    const { report } = await synced(harness, async () => {
      harness.justcall.failure = refusedKey("justcall");
    });
    const failed = await harness.parts.states.all(new Set());
    harness.justcall.failure = null;
    await synced(harness);
    const healed = await harness.parts.states.all(new Set());

    expect(Object.keys(await cellsOf(test.db))).toHaveLength(8);
    expect(report.results.justcall).toMatchObject({ success: false, readFrom: "2026-10-26", records: 0 });
    expect(report.results.errors).toMatchObject([{ source: "justcall", kind: "credentials" }]);
    expect(failed[1]).toMatchObject({ source: "justcall", state: "failed", from: "2026-10-26" });
    expect(failed[1]).not.toHaveProperty("deepOn");
    expect(healed[1]).toMatchObject({ source: "justcall", state: "fresh", from: FROM, deepOn: TO });
  });

  it("fails as a whole when the newest days cannot be read", async () => {
    const harness = bound();
    harness.justcall.beforeRead = () => {
      if (harness.justcall.windows.length === 2) harness.justcall.failure = refusedKey("justcall");
    };

    const { results } = await harness.sync(FROM, TO);

    expect(results.justcall).toMatchObject({ success: false, asOf: null });
    expect(results.justcall).not.toHaveProperty("readFrom");
    expect(harness.justcall.windows).toHaveLength(2);
    expect(await cellsOf(test.db)).toEqual({});
  });

  it("resumes its older days where they broke off, and reads the newest again", async () => {
    const harness = bound();
    const { justcall, sync, clock } = harness;
    justcall.facts = calls("01", "02", "20", "21", "28");
    justcall.most = 4;
    justcall.breaksFrom = new Date(NEWEST);
    justcall.beforeRead = () => {
      justcall.breaksFrom = justcall.windows.length < 4 ? null : new Date("2026-10-20T00:00:00Z");
    };
    await sync(FROM, TO);
    justcall.beforeRead = () => undefined;
    justcall.breaksFrom = null;
    justcall.windows = [];
    clock.now = new Date("2026-10-28T22:05:00Z");

    const { results } = await sync(FROM, TO);

    const begun = justcall.windows.map(({ since }) => since.toISOString());
    const resumed = "2026-10-12T19:00:00.000Z";
    expect(begun).toEqual([resumed, NEWEST, resumed]);
    expect(results.justcall).toMatchObject({ success: true, counting: 5, asOf: "2026-10-28T22:05:00.000Z" });
    expect(Object.keys(await cellsOf(test.db))).toHaveLength(10);
    expect((await harness.parts.states.all(new Set()))[1]).toMatchObject({ state: "fresh", from: FROM, deepOn: TO });
    expect(await named("checkpoints").find().toArray()).toEqual([]);
  });

  it("leaves what it changed to the next sync when it is killed between its stages", async () => {
    const harness = bound();
    await expect(
      synced(harness, async () => {
        await named("locks").updateOne({ _id: "sync" }, { $set: { nonce: "another's" } });
      }),
    ).rejects.toThrow();

    const due = await harness.parts.dirtyDays.all();

    expect(due.map(({ day }) => day)).toEqual(expect.arrayContaining(["2026-10-27", "2026-10-28"]));
  });
});
