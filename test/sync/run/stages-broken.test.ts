import { testDatabase } from "../../support/env/database";
import { refusedKey } from "../../support/fakes/scripted-source";
import { boundSources, cellsOf, type Named, octoberCalls, syncInStages } from "../../support/harness/sync";

const FROM = "2026-09-29";
const TO = "2026-10-28";
const NEWEST = "2026-10-26T07:00:00.000Z";

describe("a sync that a vendor's limit makes long and that breaks off", () => {
  const test = testDatabase();
  const named = (collection: string) => test.db.collection<Named>(collection);

  const bound = () => boundSources(test.db);

  it("lets the newest days' figures stand when the older ones cannot be read, and says which days were", async () => {
    const harness = bound();

    const { report } = await syncInStages(harness, async () => {
      harness.justcall.failure = refusedKey("justcall");
    });
    const failed = await harness.parts.states.all(new Set());
    harness.justcall.failure = null;
    await syncInStages(harness);
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
    justcall.facts = octoberCalls("01", "02", "20", "21", "28");
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
      syncInStages(harness, async () => {
        await named("locks").updateOne({ _id: "sync" }, { $set: { nonce: "another's" } });
        // It would begin anew otherwise, as one that lives does.
        harness.queue.stop();
      }),
    ).rejects.toThrow();

    const due = await harness.parts.dirtyDays.all();

    expect(due.map(({ day }) => day)).toEqual(expect.arrayContaining(["2026-10-27", "2026-10-28"]));
  });
});
