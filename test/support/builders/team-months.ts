import fc from "fast-check";
import type { GoalFigures } from "../../../src/goals/figures";
import type { Goal } from "../../../src/goals/goal";
import { figureRanges, periodCuts } from "../../../src/goals/range-sums";
import { withMember, withMove, withoutMember } from "../../../src/teams/membership";
import type { Members, Team } from "../../../src/teams/team";
import { addDays, day } from "../../../src/time/day";
import { readerDay } from "../../../src/time/reader-day";
import { PLAIN_CALENDAR } from "./calendars";
import { rangeSums, someFigures } from "./goal-figures";
import type { Figure } from "./goals";
import { aTeam } from "./teams";

export const FIRST = day("2025-10-01");
export const PEOPLE = ["U01", "U02", "U03", "U04"];
export const TYPES = ["email_quantity", "new_sales_wholesale"] as const;
const PERIODS = ["daily", "weekly", "monthly"] as const;

/** The figures of a day, with teams whose members came and went. */
export function teamFigures({
  today,
  teams,
  figures,
  goals,
}: {
  readonly today: ReturnType<typeof day>;
  readonly teams: readonly Team[];
  readonly figures: readonly Figure[];
  readonly goals: readonly Goal[];
}): GoalFigures {
  const cuts = periodCuts(teams, today);
  const days = [-1, 0, 1].map((count) => readerDay(addDays(today, count), today));
  const ranges = figureRanges(days, { day: readerDay(today, today), cuts });
  const measured = new Map(teams.map((team) => [team._id, { ...team, calendar: PLAIN_CALENDAR }]));
  return {
    ...someFigures({ today, goals }),
    sums: { ...rangeSums(figures, { today, ranges }), cuts },
    teams: measured,
  };
}

/** A month in which each person is in one of three teams on each day, and moves between them; a fourth is joined and left at will. */
export const aTeamMonth = fc.record({
  date: fc.integer({ min: 1, max: 31 }),
  start: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: PEOPLE.length, maxLength: PEOPLE.length }),
  moves: fc.array(
    fc.record({
      who: fc.integer({ min: 0, max: PEOPLE.length - 1 }),
      to: fc.integer({ min: 0, max: 2 }),
      on: fc.integer({ min: -3, max: 30 }),
    }),
    { maxLength: 10 },
  ),
  comings: fc.array(
    fc.record({
      who: fc.integer({ min: 0, max: PEOPLE.length - 1 }),
      joins: fc.boolean(),
      on: fc.integer({ min: -3, max: 30 }),
    }),
    { maxLength: 8 },
  ),
  figures: fc.array(
    fc.record({
      userId: fc.constantFrom(...PEOPLE),
      type: fc.constantFrom(...TYPES),
      before: fc.integer({ min: 0, max: 30 }),
      cents: fc.integer({ min: 0, max: 99_999 }),
    }),
    { maxLength: 25 },
  ),
  targets: fc.array(
    fc.record({
      userId: fc.constantFrom(...PEOPLE),
      type: fc.constantFrom(...TYPES),
      period: fc.constantFrom(...PERIODS),
      cents: fc.integer({ min: 1, max: 9_999_999 }),
    }),
    { maxLength: 8 },
  ),
});
export type TeamMonth = typeof aTeamMonth extends fc.Arbitrary<infer Of> ? Of : never;

/** The teams of a month, each with its dated members. */
export function teamsOf({ start, moves }: Pick<TeamMonth, "start" | "moves">): readonly Team[] {
  const at = [...start];
  let members: readonly Members[] = [0, 1, 2].map((team) =>
    PEOPLE.flatMap((userId, index) => (start[index] === team ? [{ userId, from: null }] : [])),
  );
  for (const { who, to, on } of [...moves].sort((a, b) => a.on - b.on)) {
    const [from, userId] = [at[who] ?? 0, PEOPLE[who] ?? ""];
    if (from === to) continue;
    const moved = withMove({ from: members[from] ?? [], to: members[to] ?? [] }, { userId, on: addDays(FIRST, on) });
    members = members.map((own, index) => (index === from ? moved.from : index === to ? moved.to : own));
    at[who] = to;
  }
  return members.map((own, index) => ({ ...aTeam(`t${index}`), members: own }));
}

/** A team beside those that everybody is in: people join and leave it, perhaps more than once. */
export function openTeamOf({ comings }: Pick<TeamMonth, "comings">): Team {
  const members = [...comings]
    .sort((a, b) => a.on - b.on)
    .reduce<Members>((all, { who, joins, on }) => {
      const change = { userId: PEOPLE[who] ?? "", on: addDays(FIRST, on) };
      return joins ? withMember(all, change) : withoutMember(all, change);
    }, []);
  return { ...aTeam("open"), members };
}
