import fc from "fast-check";
import { boardMembers, boardRanges } from "../../src/digests/content/board-members";
import { leaderboard } from "../../src/digests/content/leaderboard";
import { leaderboardCandidates } from "../../src/digests/content/leaderboard-candidates";
import type { GoalFigures } from "../../src/goals/figures";
import { added, eachOnce, PERIODS } from "../../src/goals/range-sums";
import { byPerson, namedTeamOverviews, teamOverviewOf } from "../../src/goals/teams/team-figures";
import { summedMembers, teamWhole } from "../../src/goals/teams/team-parts";
import { EVERYONE } from "../../src/people/permissions";
import { teamRows } from "../../src/slack/exports/team-rows";
import { partRows } from "../../src/slack/exports/why-rows";
import { whyButton } from "../../src/slack/why/button-view";
import { decodeWhyQuestion, encodeTeamSubject } from "../../src/slack/why/payload";
import { memberSpans } from "../../src/teams/membership";
import type { Team } from "../../src/teams/team";
import { addDays, day, daysBetween, zoneDays } from "../../src/time/day";
import { WEEK } from "../../src/time/work-schedule";
import { rangeSums } from "../support/builders/goal-figures";
import { aGoal } from "../support/builders/goals";
import { aPerson } from "../support/builders/people";
import {
  aTeamMonth,
  FIRST,
  openTeamOf,
  PEOPLE,
  type TeamMonth,
  TYPES,
  teamFigures,
  teamsOf,
} from "../support/builders/team-months";

/** The last of them has left the company. */
const EVERYBODY = PEOPLE.map((_id, at) =>
  aPerson(_id, { name: `Person ${at}`, active: at < PEOPLE.length - 1, justcallEmail: `${_id}@acme.example` }),
);
const ACTIVE = EVERYBODY.filter(({ active }) => active);
const NAMES = new Map(EVERYBODY.map(({ _id, name }) => [_id, name]));

/** A month as it is read on one of its days: three teams that each day share everybody out, and one beside them. */
function monthOf({ date, start, moves, comings, figures: random, targets }: TeamMonth) {
  const today = addDays(FIRST, date - 1);
  const disjoint = teamsOf({ start, moves });
  const teams = [...disjoint, openTeamOf({ comings })];
  const figures = random.map(({ cents, ...one }) => ({ ...one, value: cents / 100 }));
  // Some goals begin later, some are archived.
  const own = targets.map(({ cents, ...key }, at) => {
    const from = at % 4 === 3 ? addDays(today, 1) : day("2025-01-01");
    const given = { targets: [{ from, target: cents / 100 }], active: at % 5 !== 4 };
    return aGoal(`${key.userId} ${key.type} ${key.period}`, { ...key, ...given });
  });
  // One metric has a goal for each team and period, the other sums of individual goals.
  const set = [...teams.map(({ _id }) => _id), EVERYONE].flatMap((team) =>
    PERIODS.map((period) => aGoal(`${team} ${period}`, { team, period, type: TYPES[0] })),
  );
  const goals = [...new Map(own.map((goal) => [goal._id, goal])).values(), ...set];
  return { today, disjoint, teams, figures, goals, read: teamFigures({ today, teams, figures, goals }) };
}

/** The lines and the file of Everyone, with `null`, and of each team. */
function shownOf(teams: readonly Team[], read: GoalFigures) {
  const named = namedTeamOverviews(ACTIVE, read);
  return [null, ...teams].map((team) => {
    const lines = team === null ? teamOverviewOf(ACTIVE, read).team : (named.get(team._id)?.team ?? []);
    // A file is made of one team's figures.
    const own = new Map([...(read.teams ?? [])].filter(([id]) => id === team?._id));
    return { team, lines, rows: teamRows({ team, everybody: EVERYBODY }, { ...read, teams: own }) };
  });
}

/** What people's rows of a metric and period in a team's file add up to; with `goals`, of those with a goal alone. */
function exported(rows: ReturnType<typeof teamRows>, kind: string, { goals = false, cell = 9 } = {}) {
  const own = rows.filter(([, person, what]) => person !== "" && (!goals || what === "Goal"));
  const shown = own.filter((row) => `${row[3]} ${row[5]}` === kind);
  return added(shown.map((row) => Number(row[cell])));
}

describe("the figures of teams, over 500 random months of joins, leaves and moves", () => {
  it("are the sums of their members' parts in goals, why and exports, and those of disjoint teams sum to the company's", () => {
    const seen = { set: 0, sum: 0, parts: 0 };
    fc.assert(
      fc.property(aTeamMonth, (month) => {
        const { today, disjoint, teams, figures, goals, read } = monthOf(month);
        // One comparison a month: each costs more than a month's figures.
        const got: unknown[] = [];
        const wanted: unknown[] = [];
        const same = (value: unknown, other: unknown) => {
          got.push(value);
          wanted.push(other);
        };
        const shown = shownOf(teams, read);
        const company = shown[0]?.lines ?? [];

        for (const { team, lines, rows } of shown) {
          for (const line of lines) {
            // What its button asks for adds up to it, and so does the file of that.
            const { value = "" } = whyButton(line, encodeTeamSubject(team?._id ?? EVERYONE));
            const { type, range, sum: period } = decodeWhyQuestion(value);
            const summed =
              period === undefined
                ? team
                : { members: summedMembers({ type, period, range }, { people: ACTIVE, goals, team }) };
            const whole = teamWhole({ type, team: summed }, { range, sums: read.sums });
            const [, ...parts] = partRows(whole, { type, names: NAMES });
            const totals = [whole.value, added(parts.map((row) => Number(row[2])))];
            // So do people's rows in the file of the page.
            totals.push(exported(rows, `${line.title} ${line.period}`, { goals: line.origin === "sum" }));
            for (const total of totals) same(total, line.current);
            // So do their targets, with those of whoever left.
            if (line.origin === "sum") same(exported(rows, `${line.title} ${line.period}`, { cell: 10 }), line.target);
            seen[line.origin] += 1;
          }
          // Where the row of somebody does not count the whole period, it names the days.
          for (const row of rows.slice(1).filter(([, person]) => person !== "" && team !== null)) {
            const userId = PEOPLE.find((id) => NAMES.get(id) === row[1]) ?? "";
            const range = { from: day(String(row[6])), to: day(String(row[7])) };
            const days = memberSpans(team?.members ?? [], { userId, range });
            const count = days.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
            same(row[8] === "", count === daysBetween(range.from, range.to) + 1);
            if (row[8] !== "") seen.parts += 1;
          }
        }
        for (const whole of company) {
          const kind = `${whole.title} ${whole.period}`;
          const of = shown.filter(({ team }) => team !== null && disjoint.includes(team));
          const parts = of.flatMap(({ lines }) => lines.filter((line) => `${line.title} ${line.period}` === kind));
          const goalsOnly = { goals: whole.origin === "sum" };
          same(added(of.map(({ rows }) => exported(rows, kind, goalsOnly))), whole.current);
          // A team in which people with a goal are on days off alone has no line.
          if (whole.origin === "set") same(added(parts.map(({ current }) => current)), whole.current);
          else same(added(parts.map(({ target }) => target)), whole.target);
        }
        // The company counts each person once, whoever is in how many teams.
        const [distinct] = company.filter(({ period, origin }) => period === "monthly" && origin === "set");
        const end = { from: FIRST, to: addDays(FIRST, 30) };
        const all = rangeSums(figures, { today, ranges: [end] }).rows;
        const brought = all.filter(({ type }) => type === TYPES[0]).map(({ sums }) => sums[0] ?? 0);
        same(distinct?.current, added(brought));
        expect(got).toEqual(wanted);
      }),
      { numRuns: 500, seed: 16 },
    );
    expect(Math.min(seen.set, seen.sum, seen.parts)).toBeGreaterThan(1_000);
  });

  it("are the same on boards: each person's results on disjoint teams' boards sum to theirs on Everyone's", () => {
    let results = 0;
    fc.assert(
      fc.property(aTeamMonth, (month) => {
        const { today, disjoint, figures } = monthOf(month);
        const range = { from: addDays(today, -7), to: addDays(today, -1) };
        const ranges = eachOnce([null, ...disjoint].flatMap((team) => boardRanges(team, range)));
        const sums = { ranges, rowsOf: byPerson(rangeSums(figures, { today, ranges }).rows) };
        const boards = [null, ...disjoint].map((team) => {
          const candidates = leaderboardCandidates(EVERYBODY, {
            ...{ day: today, days: zoneDays("America/New_York"), goalsOf: new Map(), firstDay: null },
            team: { paceDays: "working", week: WEEK, holidays: new Set() },
            members: boardMembers(team, { range, sums }),
          });
          const settings = { metrics: null, topN: 100, by: "value", last: null } as const;
          return leaderboard({ teamId: EVERYONE, team: null, day: today, range, candidates, ...settings });
        });

        const [everyone, ...named] = boards.map(({ sections }) =>
          sections.flatMap(({ type, rows }) =>
            rows.map(({ userId, result }) => ({ key: `${type} ${userId}`, result })),
          ),
        );
        const total = (key: string) =>
          added(named.flatMap((rows) => rows.flatMap((row) => (row.key === key ? [row.result] : []))));
        const keys = new Set([...(everyone ?? []), ...named.flat()].map(({ key }) => key));
        expect([...keys].map((key) => ({ key, result: total(key) }))).toEqual(everyone);
        results += keys.size;
      }),
      { numRuns: 500, seed: 16 },
    );
    expect(results).toBeGreaterThan(250);
  });
});
