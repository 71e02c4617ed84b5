import { day } from "../../../src/time/day";
import { callFacts, justcallFacts, together } from "../../support/builders/facts";
import { ANA_EMAIL } from "../../support/builders/people";
import { days } from "../../support/builders/team-zone";
import { testDatabase } from "../../support/env/database";
import { refusedKey } from "../../support/fakes/scripted-source";
import { cellsOf, type Named, threeSources } from "../../support/harness/sync";

const FROM = "2026-09-29";
const TO = "2026-10-28";
const noon = (on: string) => `2026-10-${on}T19:00:00Z`;

/** What a run may claim of its figures. */
describe("a sync", () => {
  const test = testDatabase();
  const named = (collection: string) => test.db.collection<Named>(collection);

  describe("of few days", () => {
    it("does not say that figures are newer which it did not read, after a long pause", async () => {
      const { sync, clock } = threeSources(test.db);
      await sync(FROM, TO);
      clock.now = new Date("2026-11-05T21:00:00Z");

      const short = await sync("2026-11-05", "2026-11-05");
      const long = await sync("2026-10-28", "2026-11-05");

      expect(short.results.justcall).toMatchObject({
        success: true,
        asOf: "2026-10-28T21:05:00.000Z",
        notes: ["Not everything since Oct 28 was read. Also sync Oct 28 – Nov 4."],
      });
      expect(long.results.justcall.notes).toBeUndefined();
      expect(long.results.justcall.asOf).toBe("2026-11-05T21:00:00.000Z");
    });

    it("does not make good a long one that failed", async () => {
      const { justcall, sync, parts } = threeSources(test.db);
      justcall.failure = refusedKey("justcall");
      await sync(FROM, TO);
      justcall.failure = null;

      const { results } = await sync(TO, TO);

      expect(results.justcall.notes).toEqual([expect.stringContaining("its figures aren't complete")]);
      const [, state] = await parts.states.all(new Set());
      expect(state).toMatchObject({ source: "justcall", asOf: null, state: "failed" });
    });

    it("warns before days that were not read are given no more", async () => {
      const { justcall, sync, clock } = threeSources(test.db);
      justcall.reachDays = 90;
      await sync(FROM, TO);
      clock.now = new Date("2027-01-15T21:00:00Z");

      const { success, results } = await sync("2027-01-15", "2027-01-15");

      expect(success).toBe(false);
      expect(results.errors).toEqual([expect.objectContaining({ source: "justcall", kind: "expiring" })]);
    });

    it("is as new as can be when the vendor gives no more than it read", async () => {
      const { justcall, sync, clock } = threeSources(test.db);
      await sync(FROM, TO);
      clock.now = new Date("2027-06-01T21:00:00Z");
      justcall.reading = { from: new Date("2027-03-05T08:00:00Z") };

      const { results } = await sync("2026-10-28", "2027-06-01");

      expect(results.justcall.asOf).toBe("2027-06-01T21:00:00.000Z");
    });

    it("says nothing of figures none of which the vendor still gives", async () => {
      const { justcall, sync } = threeSources(test.db);
      justcall.reading = { from: new Date("2026-10-01T07:00:00Z") };

      const { results } = await sync("2026-08-01", "2026-08-31");

      expect(results.justcall.asOf).toBeNull();
    });
  });

  it.each([
    ["schedule", true],
    ["slack", false],
  ] as const)("asked for by %s reads in the background: %s", async (trigger, inBackground) => {
    const { copper, queue } = threeSources(test.db);

    await queue.request({ range: { from: day(FROM), to: day(TO) }, userId: trigger, trigger });

    expect(copper.inBackground).toBe(inBackground);
  });

  it("tells what is good to know without calling it an error", async () => {
    const { justcall, sync } = threeSources(test.db);
    justcall.reading = { from: new Date("2026-10-01T07:00:00Z"), notes: ["Only the last three months are given."] };

    const { success, results } = await sync(FROM, TO);

    expect([success, results.errors]).toEqual([true, []]);
    expect(results.justcall.notes).toEqual(["Only the last three months are given."]);
    expect("notes" in results.copper).toBe(false);
  });

  it("is as old as the records that its source holds, where these are older than the reading", async () => {
    const { fishbowl, sync } = threeSources(test.db);
    fishbowl.reading = { asOf: new Date("2026-10-25T15:00:00Z") };

    const { results } = await sync(FROM, TO);

    expect(results.fishbowl.asOf).toBe("2026-10-25T15:00:00.000Z");
  });

  it("that the database breaks while facts are kept has failed itself, and makes no totals of half a window", async () => {
    const { copper, justcall, sync } = threeSources(test.db);
    copper.facts = callFacts("copper", { recordId: "9", at: noon("10"), owner: "77", seconds: 60 });
    justcall.facts = ["1", "2"].flatMap((id) => justcallFacts(id, { at: noon("12"), owner: ANA_EMAIL }));
    await test.db.command({ collMod: "facts", validator: { recordId: { $ne: "2" } } });

    const broken = await sync(FROM, TO).catch((error: unknown) => error);
    await test.db.command({ collMod: "facts", validator: {} });

    expect(broken).toMatchObject({ name: "MongoBulkWriteError" });
    expect(await named("sync_runs").find().toArray()).toMatchObject([{ status: "failed" }]);
    expect(await named("facts").countDocuments({ source: "justcall" })).toBe(2);
    expect(await cellsOf(test.db)).toEqual({});
    expect(await named("facts").countDocuments({ source: "copper" })).toBe(2);
  });

  it("counts a call again whose twin just outside its days was deleted in JustCall", async () => {
    const { copper, justcall, sync } = threeSources(test.db);
    justcall.edgeMs = 120_000;
    justcall.facts = justcallFacts("1", { at: "2026-10-28T06:59:00Z", owner: ANA_EMAIL });
    copper.facts = callFacts("copper", { recordId: "9", at: "2026-10-28T07:00:30Z", owner: "77", seconds: 60 });
    const covered = await sync(FROM, TO);
    justcall.facts = [];

    const again = await sync(TO, TO);

    expect(covered.results.copper.counting).toBe(0);
    expect(again.results.copper.counting).toBe(1);
    expect(await cellsOf(test.db)).toMatchObject({ "UANA_phone_call_quantity_2026-10-27_justcall": 0 });
  });

  it.each(["is not listed while rows move", "cannot be read"])(
    "lets a call just outside its days that %s cover its twin",
    async (why) => {
      const { copper, justcall, sync } = threeSources(test.db);
      justcall.edgeMs = 120_000;
      justcall.facts = justcallFacts("1", { at: "2026-10-28T06:59:00Z", owner: ANA_EMAIL });
      copper.facts = callFacts("copper", { recordId: "9", at: "2026-10-28T07:00:30Z", owner: "77", seconds: 60 });
      await sync(FROM, TO);
      if (why === "cannot be read") justcall.facts = [];
      (why === "cannot be read" ? justcall.unreadableIds : justcall.unlisted).add("1");

      const again = await sync(TO, TO);

      expect(again.results.copper.counting).toBe(0);
      expect(await cellsOf(test.db)).toMatchObject({ "UANA_phone_call_quantity_2026-10-27_justcall": 1 });
    },
  );
});

describe("a sync of the last days alone", () => {
  const test = testDatabase();

  it("lowers the day before them that a record was re-dated from, and brings back what it covered there", async () => {
    const { copper, justcall, sync, parts } = threeSources(test.db);
    justcall.facts = justcallFacts("1", { at: noon("10"), owner: ANA_EMAIL });
    copper.facts = callFacts("copper", { recordId: "9", at: noon("10"), owner: "77", seconds: 120 });
    await sync(FROM, TO);
    justcall.facts = justcallFacts("1", { at: noon("27"), owner: ANA_EMAIL });

    const { results } = await sync("2026-10-26", TO);

    expect(await cellsOf(test.db)).toEqual({
      "UANA_phone_call_quantity_2026-10-10_copper": 1,
      "UANA_phone_call_quantity_2026-10-10_justcall": 0,
      "UANA_phone_call_quantity_2026-10-27_justcall": 1,
      "UANA_talk_time_minutes_2026-10-10_copper": 2,
      "UANA_talk_time_minutes_2026-10-10_justcall": 0,
      "UANA_talk_time_minutes_2026-10-27_justcall": 1,
    });
    expect(results.copper.counting).toBe(0);
    expect(results.justcall).toMatchObject({ counting: 1, metrics: { created: 2, removed: 0 } });
    expect(
      await together(
        parts.facts.stored("justcall", days.instantsOf({ from: day("2026-10-10"), to: day("2026-10-10") })),
      ),
    ).toEqual([]);
  });
});
