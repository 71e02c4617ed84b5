import { day } from "../../../src/time/day";
import { callFacts, justcallFacts } from "../../support/builders/facts";
import { ANA_EMAIL } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { cellsOf, threeSources } from "../../support/harness/sync";

const OLD = day("2026-08-05");
const calls = (on: string) => `UANA_phone_call_quantity_${on}_justcall`;

describe("a run that dies between its facts and its totals", () => {
  const test = testDatabase();

  /** The next run, whose process dies as soon as that record's facts are saved. */
  async function dies(
    harness: ReturnType<typeof threeSources>,
    [from, to, recordId]: readonly [string, string, string],
  ) {
    harness.slack.before = async () => {
      const stored = () => test.db.collection("facts").countDocuments({ recordId, day: { $gte: from } });
      while ((await stored()) < 2) await new Promise(setImmediate);
      await test.db.collection("locks").updateMany({}, { $set: { until: new Date(0) } });
    };
    await expect(harness.sync(from, to)).rejects.toThrow(/another may have begun/);
    harness.slack.before = async () => {};
  }

  it("case 30: of days far back is made up for by the next, whatever days that reads", async () => {
    const harness = threeSources(test.db);
    harness.justcall.facts = justcallFacts("1", { at: "2026-08-05T18:00:00Z", owner: ANA_EMAIL });
    await dies(harness, ["2026-08-01", "2026-08-31", "1"]);
    const between = await cellsOf(test.db);

    await harness.sync("2026-10-28", "2026-10-28");

    expect(between).toEqual({});
    expect(await cellsOf(test.db)).toMatchObject({ [calls(OLD)]: 1 });
    expect(await harness.parts.dirtyDays.all()).toEqual([]);
  });

  it("leaves no record counting twice that was re-dated from outside its days", async () => {
    const harness = threeSources(test.db);
    harness.justcall.facts = justcallFacts("1", { at: "2026-08-05T18:00:00Z", owner: ANA_EMAIL });
    await harness.sync("2026-08-01", "2026-08-31");
    harness.justcall.facts = justcallFacts("1", { at: "2026-10-27T18:00:00Z", owner: ANA_EMAIL });
    await dies(harness, ["2026-10-26", "2026-10-28", "1"]);

    await harness.sync("2026-10-28", "2026-10-28");

    expect(await cellsOf(test.db)).toMatchObject({ [calls(OLD)]: 0, [calls("2026-10-27")]: 1 });
  });
});

describe("a call in JustCall just after the first midnight of a sync's days", () => {
  const test = testDatabase();

  it("lets its twin in Copper count again, just before that midnight, when it is deleted", async () => {
    const harness = threeSources(test.db);
    harness.justcall.edgeMs = 120_000;
    const twin = { recordId: "9", at: "2026-10-27T06:59:00Z", owner: "77", seconds: 60 };
    harness.copper.facts = callFacts("copper", twin);
    harness.justcall.facts = justcallFacts("1", { at: "2026-10-27T07:00:30Z", owner: ANA_EMAIL });
    await harness.sync("2026-10-20", "2026-10-28");
    const covered = await cellsOf(test.db);
    harness.justcall.facts = [];

    await harness.sync("2026-10-27", "2026-10-28");

    const cell = "UANA_phone_call_quantity_2026-10-26_copper";
    expect(Object.keys(covered)).not.toContain(cell);
    expect(await cellsOf(test.db)).toMatchObject({ [cell]: 1, [calls("2026-10-27")]: 0 });
  });
});

describe("days that are due", () => {
  const test = testDatabase();

  it("are forgotten by whoever made their totals, but for what came later and what nobody has read", async () => {
    const { dirtyDays } = threeSources(test.db).parts;
    await dirtyDays.mark([{ day: OLD }, { day: OLD, unread: "fishbowl" }], 7);
    await dirtyDays.mark([{ day: OLD, unread: "copper" }], 7);
    await dirtyDays.mark([{ day: OLD }], 7);
    await dirtyDays.mark([{ day: day("2026-08-06") }], 8);

    await dirtyDays.clear(7, ["fishbowl"]);

    expect(await dirtyDays.all()).toEqual([
      { day: OLD, unread: "copper", asOf: 7 },
      { day: "2026-08-06", asOf: 8 },
    ]);
  });
});
