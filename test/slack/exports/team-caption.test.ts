import { teamHolds, teamNote } from "../../../src/slack/exports/team-caption";

type Row = readonly (string | number)[];

const HEADS = ["Person", "What", "Metric", "Period", "Actual", "Target", "Status"];
const SUM = "Sum of individual goals";
const CALLS: Row = ["", SUM, "Calls", "monthly", 6, 9, "behind"];
const SALES: Row = ["", SUM, "Wholesale sales", "monthly", 1_030.2, 2_000, "behind"];
const WEEK: Row = ["", "Team goal", "Calls", "weekly", 9, 12, "behind"];
const PEOPLE: readonly Row[] = [
  ["Ana", "Goal", "Wholesale sales", "monthly", 1_030.2, 2_000, "behind"],
  ["Ben", "Figure", "Wholesale sales", "monthly", 5, "", ""],
  ["Ana", "Goal", "Calls", "monthly", 4, 5, "behind"],
  ["Ben", "Goal", "Calls", "monthly", 2, 4, "behind"],
];

describe("what is said beside a team's file", () => {
  const held = (rows: readonly Row[]) => teamHolds([HEADS, ...rows]).replaceAll("\u00a0", " ");
  const said = (...rows: readonly Row[]) => [...held(rows).split("\n"), teamNote([HEADS, ...rows])];

  it("is what rows it has, the team's figures as Home has them, and which rows these add up from", () => {
    expect(said(CALLS, SALES, ...PEOPLE)).toEqual([
      "This month: calls 6 of 9, wholesale $1,030 of $2,000, as in Home",
      "6 rows: team totals, then Ana and Ben.",
      "",
    ]);
  });

  it("says of totals that do not add up from the rows what they count, and of a team's own goals nothing", () => {
    expect(said(["", SUM, "Calls", "monthly", 7, 9, "behind"], ...PEOPLE).at(-1)).toBe(
      "Totals count only people with that goal.",
    );
    expect(said(WEEK, ...PEOPLE)).toEqual([
      ...["This week: calls 9 of 12, as in Home", "5 rows: team goals, then Ana and Ben.", ""],
    ]);
    expect(said(...PEOPLE)).toEqual(["4 rows: Ana and Ben.", ""]);
  });

  it("calls what daily goals add up to a sum, as Home does, and no goal that was set for the team", () => {
    expect(said(["", SUM, "Calls", "daily", 2, 5, ""])[0]).toBe("Sum of daily goals: calls 2 of 5, as in Home");
    expect(said(["", "Team goal", "Calls", "daily", 2, 5, ""])[0]).toBe("Daily goals: calls 2 of 5, as in Home");
  });

  it("says no zero of what was not read", () => {
    expect(said(["", SUM, "Calls", "monthly", 0, 9, "not synced"])[0]).toBe("This month: calls ? of 9, as in Home");
  });

  it("names people where they are few, and counts them otherwise", () => {
    const rows = ["Ana <b>", "Ben", "Cy", "Dev", "Eva"].map(
      (name): Row => [name, "Goal", "Calls", "monthly", 1, 2, ""],
    );

    expect(said(...rows.slice(0, 4))[0]).toBe("4 rows: Ana &lt;b&gt;, Ben, Cy, and Dev.");
    expect(said(...rows)[0]).toBe("5 rows: 5 people.");
  });
});
