import type { Pipelines } from "../../../src/sources/copper/schema";
import { findStages } from "../../../src/sources/copper/stages";

const none = { a: [], b: [], c: [] };

function pipeline(name: string, stages: Record<string, string>): Pipelines[number] {
  return { name, stages: Object.entries(stages).map(([id, title]) => ({ id, name: title })) };
}
const SALES = pipeline("Sales", { 11: "fact  FINDING ", 12: "Contact Stage", 13: "Closing", 14: "Paid" });

describe("the stages that are counted", () => {
  it("are found by name in the only pipeline that has them all", () => {
    const partners = pipeline("Partners", { 21: "Fact Finding", 22: "Contract" });

    expect(findStages(none, [partners, SALES])).toEqual({
      stages: new Map([
        ["11", "a"],
        ["12", "b"],
        ["13", "c"],
      ]),
      notices: [],
    });
  });

  it("may be several by configuration, and only the others are looked for", () => {
    expect(findStages({ ...none, a: ["31", "32"] }, [SALES])).toEqual({
      stages: new Map([
        ["12", "b"],
        ["13", "c"],
        ["31", "a"],
        ["32", "a"],
      ]),
      notices: [],
    });
  });

  it("are asked for when two pipelines have them", () => {
    const { stages, notices } = findStages({ ...none, a: ["11"] }, [SALES, { ...SALES, name: "Copy" }]);

    expect(stages).toEqual(new Map([["11", "a"]]));
    expect(notices).toEqual([
      "Copper doesn't have exactly one pipeline with stages called Contact and Closing, so entries are not read: set " +
        "COPPER_STAGE_B and COPPER_STAGE_C to the ids of the stages. Copper has: Sales: Contact Stage is 12; " +
        "Sales: Closing is 13; Copy: Contact Stage is 12; Copy: Closing is 13.",
    ]);
  });

  it("are asked for when no pipeline has them", () => {
    const { stages, notices } = findStages(none, [pipeline("Deals", { 1: "New", 2: "Won" })]);

    expect(stages.size).toBe(0);
    expect(notices).toEqual([
      "Copper doesn't have exactly one pipeline with stages called Fact Finding, Contact, and Closing, so entries are not " +
        "read: set COPPER_STAGE_A, COPPER_STAGE_B, and COPPER_STAGE_C to the ids of the stages. " +
        "Copper has: Deals: New is 1; Deals: Won is 2.",
    ]);
  });
});
