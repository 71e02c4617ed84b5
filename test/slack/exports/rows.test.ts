import fc from "fast-check";
import { teamWhole } from "../../../src/goals/teams/team-parts";
import { csvText } from "../../../src/slack/exports/csv";
import { teamRows } from "../../../src/slack/exports/team-rows";
import { partRows, recordRows } from "../../../src/slack/exports/why-rows";
import { day } from "../../../src/time/day";
import { aFact, stored } from "../../support/builders/facts";
import { aGoal } from "../../support/builders/goals";
import { aPerson } from "../../support/builders/people";
import { teamFigures } from "../../support/builders/team-months";
import { aTeam } from "../../support/builders/teams";

const OCTOBER = { from: day("2026-10-01"), to: day("2026-10-31") };
const CALL = "phone_call_quantity";

describe("the rows of a team's page", () => {
  const today = day("2026-10-28");
  const everybody = [
    aPerson("U01", { name: "=Ana" }),
    aPerson("U02", { name: "Ben" }),
    aPerson("U03", { name: "Cleo" }),
  ];
  const members = [
    { userId: "U01", from: null },
    { userId: "U02", from: day("2026-10-15") },
    { userId: "U03", from: null, to: day("2026-10-14") },
  ];
  const west = { ...aTeam("west", { name: "West" }), members };
  const targets = (target: number) => [{ from: day("2026-01-01"), target }];
  const goals = [
    aGoal("team", { team: "west", type: CALL, period: "monthly", targets: targets(400) }),
    aGoal("ben", { userId: "U02", type: CALL, period: "monthly", targets: targets(220) }),
  ];
  const figures = ["U01", "U02", "U03"].flatMap((userId) =>
    [20, 2].map((before) => ({ userId, type: CALL, before, value: before }) as const),
  );
  const read = teamFigures({ today, teams: [west], figures, goals });
  const [heads = [], ...rows] = teamRows({ team: west, everybody }, read);
  const cells = (row: readonly unknown[], ...names: readonly string[]) => names.map((name) => row[heads.indexOf(name)]);
  const monthly = rows.filter((row) => cells(row, "Period")[0] === "monthly");

  it("begin with the team's goals, each beside its target and status", () => {
    const [team = []] = rows;

    expect(team.slice(0, 8)).toEqual([
      "West",
      "",
      "Team goal",
      "Calls",
      "count",
      "monthly",
      "2026-10-01",
      "2026-10-31",
    ]);
    expect(cells(team, "Days counted", "Actual", "Target", "Status", "Behind by")).toEqual([
      "",
      44,
      400,
      "behind",
      302,
    ]);
  });

  it("count each person on their days in the team, named where they are not all, beside what Home shows of them", () => {
    const shown = monthly
      .slice(1)
      .map((row) => cells(row, "Person", "What", "Days counted", "Actual", "Actual, all days"));

    expect(shown).toEqual([
      ["=Ana", "Figure", "", 22, 22],
      ["Ben", "Goal", "2026-10-15..2026-10-31", 2, 22],
      ["Cleo", "Figure", "2026-10-01..2026-10-14", 20, null],
    ]);
    const [ben = []] = monthly.filter((row) => row[1] === "Ben");
    // October 2026 has 22 workdays, twelve of them from the 15th on, and 19 are over on the 28th: 400 × 19 / 22 - 44, and 190 - 22.
    expect(cells(ben, "Target", "Target, all days", "Status", "Behind by")).toEqual([120, 220, "behind", 168]);
  });

  it("add up to a sum of individual goals with the targets of whoever left, which stand beside no goal of the team", () => {
    const own = (userId: string, type: "email_quantity" | typeof CALL) =>
      aGoal(`${userId} ${type}`, { userId, type, period: "monthly", targets: targets(220) });
    const more = ["U02", "U03"].flatMap((userId) => [own(userId, "email_quantity"), own(userId, CALL)]);
    const team = goals.slice(0, 1);
    const given = { today, teams: [west], figures, goals: [...team, ...more] };

    const [, ...made] = teamRows({ team: west, everybody }, teamFigures(given));

    const shown = made.filter((row) => row[5] === "monthly").map((row) => cells(row, "Metric", "Person", "Target"));
    // A sum has no gap of its own: one person's lead covers another's.
    expect(made.filter((row) => row[1] === "").map((row) => cells(row, "What", "Behind by"))).toEqual([
      ["Team goal", 302],
      ["Sum of individual goals", null],
    ]);
    expect(shown.filter(([metric, person]) => metric === "Emails" || person === "Cleo")).toEqual([
      ["Emails", "", 220],
      ["Emails", "Ben", 120],
      ["Calls", "Cleo", null],
      ["Emails", "Cleo", 100],
    ]);
  });

  it("have figures without a goal once a period", () => {
    const anas = rows.filter((row) => row[1] === "=Ana").map((row) => cells(row, "Period", "Actual"));

    expect(anas).toEqual([
      ["daily", 0],
      ["weekly", 2],
      ["monthly", 22],
    ]);
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
    const counts = stored(aFact("1001", { name: "Cara Bell" }));
    const left = stored(aFact("1002"));
    const records = [
      { fact: counts, leftOut: null },
      { fact: left, leftOut: "duplicate of a JustCall call" },
    ];

    const [heads, ...rows] = recordRows({ type: CALL, records });

    expect(heads).toContain("Why not");
    expect(heads?.slice(3, 5)).toEqual(["Name", "Record"]);
    expect(rows.map((row) => [row[3], row[4], row[5], row[7], row[8]])).toEqual([
      ["Cara Bell", "call 1001", 1, "yes", ""],
      ["", "call 1002", 1, "no", "duplicate of a JustCall call"],
    ]);
    const formula = stored(aFact("1003", { name: '=HYPERLINK("http://evil","Cara")' }));
    expect(csvText(recordRows({ type: CALL, records: [{ fact: formula, leftOut: null }] }))).toContain(
      `,JustCall,"'=HYPERLINK(""http://evil"",""Cara"")",call 1003,`,
    );
  });
});
