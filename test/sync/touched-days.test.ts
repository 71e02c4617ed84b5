import { touchedDays } from "../../src/sync/touched-days";
import { testDatabase } from "../support/database";
import { aCall, callFacts, days } from "../support/sync-rig";
import { ANA, cellsOf, threeSources } from "../support/three-sources";

const of = (source: "copper" | "justcall", at: string) =>
  [...touchedDays(callFacts(source, { recordId: "1", at, owner: "7", seconds: 60 }), days)].sort();

describe("the days that hang on a call", () => {
  // Midnight in Los Angeles is seven in the morning in October.
  it.each([
    ["justcall", "2026-10-10T07:00:00Z", ["2026-10-09", "2026-10-10"]],
    ["justcall", "2026-10-10T07:02:00Z", ["2026-10-09", "2026-10-10"]],
    ["justcall", "2026-10-10T07:02:01Z", ["2026-10-10"]],
    ["justcall", "2026-10-11T06:57:59Z", ["2026-10-10"]],
    ["justcall", "2026-10-11T06:58:00Z", ["2026-10-10", "2026-10-11"]],
    ["copper", "2026-10-10T07:00:00Z", ["2026-10-10"]],
  ] as const)("are, of one in %s at %s, %j", (source, at, expected) => {
    expect(of(source, at)).toEqual(expected);
  });
});

describe("a call that covered its twin across midnight", () => {
  const test = testDatabase();

  it("makes it count again when it is deleted, though the twin's day is none of the run's", async () => {
    const rig = threeSources(test.db);
    rig.copper.facts = callFacts("copper", { recordId: "9", at: "2026-10-27T06:59:30Z", owner: "77", seconds: 60 });
    rig.justcall.facts = aCall("1", { at: "2026-10-27T07:00:30Z", owner: ANA });
    await rig.sync("2026-10-20", "2026-10-28");
    const covered = await cellsOf(test.db);
    rig.justcall.facts = [];

    await rig.sync("2026-10-27", "2026-10-28");

    expect(covered["UANA_phone_call_quantity_2026-10-26_copper"]).toBeUndefined();
    expect(await cellsOf(test.db)).toMatchObject({
      "UANA_phone_call_quantity_2026-10-26_copper": 1,
      "UANA_phone_call_quantity_2026-10-27_justcall": 0,
    });
  });
});
