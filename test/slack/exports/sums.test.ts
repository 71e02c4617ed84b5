import { partSum, recordSum, teamSum } from "../../../src/slack/exports/sums";
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

  it("is said of a team by all of its totals of the longest period, and only where all of its rows add up", () => {
    const heads = ["Person", "What", "Metric", "Period", "Actual"];
    const rows = [
      ["", "Sum of individual goals", "Calls", "monthly", 1],
      ["", "Sum of individual goals", "Wholesale sales", "monthly", 30.2],
      ["", "Team goal", "Calls", "weekly", 9],
      ["Ana", "Goal", "Wholesale sales", "monthly", 30.2],
      ["Ben <!here>", "Figure", "Wholesale sales", "monthly", 5],
      ["Ana", "Goal", "Calls", "monthly", 1],
      ["Ana", "Goal", "Calls", "weekly", 5],
      ["Ben <!here>", "Figure", "Calls", "weekly", 4],
    ];
    const total = "This month, as on Home: *$30* wholesale · *1* call\n";
    const are = "A row for each person (Ana, Ben &lt;!here&gt;), metric, and period.";
    const said = (...given: readonly (readonly (string | number)[])[]) => teamSum([heads, ...given]);

    expect(said(...rows)).toBe(
      `${total}${are} The team's 3 come first; people's rows, to a sum their *Goal* rows, add up to each.`,
    );
    expect(said(...rows.toSpliced(2, 1))).toBe(
      `${total}${are} The team's 2 come first; people's *Goal* rows add up to each.`,
    );
    expect(said(...rows.toSpliced(4, 1))).toMatch(/ come first; people's rows add up to each\.$/);
    // What does not add up is not said to, and what the team has of shorter periods alone is said of these.
    expect(said(...rows.with(2, ["", "Team goal", "Calls", "weekly", 10]))).toBe(
      `${total}${are} The team's 3 come first.`,
    );
    expect(said(...rows.slice(2))).toMatch(
      /^This week, as on Home: \*9\* calls\n.* The team's comes first; people's rows add up to it\.$/,
    );
    expect(said(...rows.slice(3))).toBe(are);
  });
});
