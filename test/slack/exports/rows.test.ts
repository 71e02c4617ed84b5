import fc from "fast-check";
import { namedTeamOverviews, teamOverviewOf } from "../../../src/goals/team-figures";
import { summedPeople, teamWhole } from "../../../src/goals/team-parts";
import { EVERYONE } from "../../../src/people/permissions";
import { teamRows } from "../../../src/slack/exports/team-rows";
import { partRows, recordRows } from "../../../src/slack/exports/why-rows";
import { decodeWhyQuestion, encodeTeamSubject, whyButton } from "../../../src/slack/why/button-view";
import { addDays, day } from "../../../src/time/day";
import { aFact, stored } from "../../support/builders/facts";
import { aGoal } from "../../support/builders/goals";
import { anOverview, CALLS } from "../../support/builders/overviews";
import { aTeamMonth, FIRST, PEOPLE, teamFigures, teamsOf } from "../../support/builders/team-months";

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

  it("of a team's goal, or of a sum of individual goals, add up to what the row beside the button says, over 300 months", () => {
    const sums = { company: 0, named: 0 };
    fc.assert(
      fc.property(aTeamMonth, ({ date, start, moves, figures: random, targets }) => {
        const today = addDays(FIRST, date - 1);
        const teams = teamsOf({ start, moves });
        const figures = random.map(({ cents, ...one }) => ({ ...one, value: cents / 100 }));
        // Some goals begin later, some are archived, and the last of the people has left.
        const own = targets.map(({ cents, ...key }, at) => {
          const from = at % 4 === 3 ? addDays(today, 1) : day("2025-01-01");
          const targetsOf = [{ from, target: cents / 100 }];
          return aGoal(`${key.userId} ${key.type} ${key.period}`, { ...key, targets: targetsOf, active: at % 5 !== 4 });
        });
        const goals = [
          ...new Map(own.map((goal) => [goal._id, goal])).values(),
          aGoal("set", { team: "t0", type: "email_quantity", period: "weekly" }),
        ];
        const all = teamFigures({ today, teams, figures, goals });
        const people = PEOPLE.slice(0, -1).map((_id) => ({ _id }));
        const named = namedTeamOverviews(people, all);
        const shown = [
          { team: null, lines: teamOverviewOf(people, all).team },
          ...teams.map((team) => ({ team, lines: named.get(team._id)?.team ?? [] })),
        ];

        for (const { team, lines } of shown) {
          for (const line of lines) {
            const { value = "" } = whyButton(line, encodeTeamSubject(team?._id ?? EVERYONE));
            const { type, range, sum: period } = decodeWhyQuestion(value);
            const only = period === undefined ? undefined : summedPeople({ type, period, range }, { people, goals });
            const whole = teamWhole({ type, team, only }, { range, sums: all.sums });
            const [, ...rows] = partRows(whole, { type, names: new Map() });

            expect(whole.value).toBe(line.current);
            expect(rows.reduce((sum, row) => sum + Math.round(Number(row[2]) * 100), 0)).toBe(
              Math.round(line.current * 100),
            );
            if (line.origin === "sum") sums[team === null ? "company" : "named"] += 1;
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(sums.company, sums.named)).toBeGreaterThan(100);
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
