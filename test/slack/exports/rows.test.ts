import fc from "fast-check";
import { teamWhole } from "../../../src/goals/team-parts";
import { teamRows } from "../../../src/slack/exports/team-rows";
import { partRows, recordRows } from "../../../src/slack/exports/why-rows";
import { day } from "../../../src/time/day";
import { aFact, stored } from "../../support/builders/facts";
import { anOverview, CALLS } from "../../support/builders/overviews";

const OCTOBER = { from: day("2026-10-01"), to: day("2026-10-31") };
const CALL = "phone_call_quantity";

describe("the rows of a team's page", () => {
  const member = { userId: "U01", overview: anOverview() };
  const rows = teamRows(
    { members: [member], team: [{ ...CALLS, origin: "set" }] },
    { team: "West", names: new Map([["U01", "=Ana"]]) },
  );

  it("are the figures that it shows: the team's goals, each person's, and figures without a goal once a period", () => {
    const [heads, team, ...people] = rows;

    expect(heads?.slice(0, 5)).toEqual(["Team", "Person", "What", "Metric", "Unit"]);
    expect(team).toEqual([
      "West",
      "",
      "Team goal",
      "Calls",
      "count",
      "weekly",
      CALLS.from,
      CALLS.to,
      51,
      400,
      "behind",
    ]);
    const { goals, glance } = member.overview;
    const goalRows = people.filter(([, , what]) => what === "Goal");
    expect(goalRows.map((row) => [row[3], row[5], row[8], row[9]])).toEqual(
      goals.map(({ title, period, current, target }) => [title, period, current, target]),
    );
    for (const { title, today, week, month } of glance) {
      const own = people.filter((row) => row[3] === title);
      expect(own.map((row) => row[5]).sort()).toEqual(["daily", "monthly", "weekly"]);
      const alone = own.filter(([, , what]) => what === "Figure").map((row) => [row[5], row[8]]);
      expect([
        ["daily", today],
        ["weekly", week],
        ["monthly", month],
      ]).toEqual(expect.arrayContaining(alone));
    }
  });
});

describe("the rows behind a figure", () => {
  it("of a team add up to it, whoever brought how much", () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 1, maxLength: 20 });

    fc.assert(
      fc.property(amounts, (cents) => {
        const sums = cents.map((of, at) => ({ userId: `U${at}`, type: CALL, sums: [of / 100] }) as const);
        const given = { range: OCTOBER, sums: { ranges: [OCTOBER], rows: sums } };
        const whole = teamWhole({ type: CALL, team: null }, given);

        const [, ...rows] = partRows(whole, { type: CALL, names: new Map() });

        const total = rows.reduce((sum, row) => sum + Math.round(Number(row[2]) * 100), 0);
        expect(total).toBe(Math.round(whole.value * 100));
      }),
      { numRuns: 100 },
    );
  });

  it("are its records: what counts adds up, what is left out has its reason", () => {
    const counts = stored(aFact("1001"));
    const left = stored(aFact("1002"));
    const records = [
      { fact: counts, leftOut: null },
      { fact: left, leftOut: "duplicate of a JustCall call" },
    ];

    const [heads, ...rows] = recordRows({ type: CALL, records });

    expect(heads).toContain("Why not");
    expect(rows.map((row) => [row[3], row[4], row[6], row[7]])).toEqual([
      ["call 1001", 1, "yes", ""],
      ["call 1002", 1, "no", "duplicate of a JustCall call"],
    ]);
  });
});
