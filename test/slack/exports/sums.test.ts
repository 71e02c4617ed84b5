import { partSum, recordSum } from "../../../src/slack/exports/sums";
import { recordRows } from "../../../src/slack/exports/why-rows";
import { day } from "../../../src/time/day";
import { aLeftOut, aRecord, aWhy } from "../../support/builders/whys";

const cell = { day: day("2026-10-28"), source: "justcall", records: 1 } as const;

describe("how the rows of a file add up", () => {
  it("is said of records by those that count, in the unit of the figure", () => {
    const why = aWhy();

    expect(recordSum(recordRows(why), why)).toBe("The rows with *yes* under *Counts* add up to *2 calls*.");
    const records = [
      aRecord("1", { amount: 120 }),
      aRecord("2", { amount: 65 }),
      aLeftOut("3", "left out", { amount: 9 }),
    ];
    const talk = aWhy({
      type: "talk_time_minutes",
      records,
      figure: { value: 3.08, now: 3.08, cells: [{ ...cell, value: 3.08, now: 3.08 }] },
    });
    expect(recordSum(recordRows(talk), talk)).toBe(
      "The rows with *yes* under *Counts* add up to 185 seconds, *3m 5s*.",
    );
  });

  it("is not said where they do not: of a part of the records, and where some are kept no more", () => {
    const why = aWhy();

    expect(recordSum(recordRows(why), { ...why, pages: 2 })).toBeNull();
    expect(recordSum(recordRows(why), { ...why, figure: { ...why.figure, now: 3 } })).toBeNull();
    const parts = [
      ["Person", "Days", "Amount", "Unit"],
      ["Ana", "", 4850.5, "dollars"],
    ];
    const sold = { type: "new_sales_wholesale" } as const;
    expect(partSum(parts, { ...sold, value: 4850.5 })).toBe("The amounts add up to *$4,850.50*.");
    expect(partSum(parts, { ...sold, value: 4850.51 })).toBeNull();
  });
});
