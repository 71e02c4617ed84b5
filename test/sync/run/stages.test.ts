import { testDatabase } from "../../support/env/database";
import { boundSources, cellsOf, type Named, octoberCalls, syncInStages } from "../../support/harness/sync";
import { eventually } from "../../support/wait";

const FROM = "2026-09-29";
const TO = "2026-10-28";
const NEWEST = "2026-10-26T07:00:00.000Z";
const cell = (on: string) => `UANA_phone_call_quantity_2026-10-${on}_justcall`;

describe("a sync that a vendor's limit makes long", () => {
  const test = testDatabase();
  const named = (collection: string) => test.db.collection<Named>(collection);

  const bound = () => boundSources(test.db);

  it("shows the newest three days with their goals first, and no part of an older day", async () => {
    const harness = bound();
    harness.copper.facts = octoberCalls("06").map((fact) => ({ ...fact, source: "copper" as const, owner: "77" }));
    await named("goals").insertOne({
      ...{ _id: "G", userId: "UANA", type: "phone_call_quantity", period: "monthly", active: true },
      targets: [{ from: "2026-01-01", target: 100 }],
      current: 0,
    });
    const seen: unknown[] = [];

    const { report } = await syncInStages(harness, async () => {
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

    const { told } = await syncInStages(harness);

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

  it.each([
    [2_000, 1],
    [2_001, 3],
  ])(
    "reads %d records of a source that no limit binds in %d windows, so that the newest days need not wait",
    async (count, windows) => {
      const harness = bound();
      const { copper, justcall } = harness;
      const [call] = octoberCalls("06");
      if (call === undefined) throw new Error("A call is missing");
      copper.facts = Array.from({ length: count }, (_, index) => ({ ...call, source: "copper", recordId: `${index}` }));
      copper.soon = Number.POSITIVE_INFINITY;
      copper.beforeRead = async () => {
        await eventually(() => justcall.windows.length > 1);
      };

      const { report } = await syncInStages(harness);

      expect(copper.windows).toHaveLength(windows);
      expect(report.results.errors).toEqual([]);
      expect(await named("facts").countDocuments({ source: "copper" })).toBe(count);
    },
  );

  it("writes nothing when nothing changed", async () => {
    const harness = bound();
    await syncInStages(harness);
    const before = await Promise.all(["facts", "metrics", "users"].map((name) => named(name).find().toArray()));

    const { report } = await syncInStages(harness);

    expect(report.results.justcall.metrics).toEqual({ created: 0, updated: 0, unchanged: 8, removed: 0 });
    expect(await Promise.all(["facts", "metrics", "users"].map((name) => named(name).find().toArray()))).toEqual(
      before,
    );
  });
});
