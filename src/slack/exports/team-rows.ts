import type { GoalFigures, MeasuredTeam } from "../../goals/figures";
import { periodOf } from "../../goals/goal";
import type { GoalLine, Overview, TeamLine, TeamOverview } from "../../goals/overview";
import { goalStatus, isBehind, toCatchUp } from "../../goals/status";
import { namedTeamOverviews, teamOverviewOf } from "../../goals/teams/team-figures";
import { type TeamShare, teamShares } from "../../goals/teams/team-shares";
import { metricOf } from "../../metrics/metrics";
import { namesOf, type Person } from "../../people/person";
import type { Team } from "../../teams/team";
import { STATUSES } from "../goals/status-words";
import { type CsvCell, daysCell } from "./csv";

const HEADS = [
  ...["Team", "Person", "What", "Metric", "Unit", "Period", "From", "To"],
  ...["Days counted", "Actual", "Target", "Actual, all days", "Target, all days", "Status", "Behind by"],
];

/**
 * The figures of a team as a table, a row each: the team's goals, then what each person counts for in them, by the company's days.
 * Whoever is in the team for a part of a period counts on these days alone, which the row names; beside it stands what Home shows of
 * their own, which counts all days. Amounts are in the metric's unit: those of people add up to the team's,
 * and their targets to a sum of individual goals.
 *
 * @param team `null` for Everyone.
 */
export function teamRows(
  {
    team,
    everybody,
  }: { readonly team: Team | null; readonly everybody: readonly Pick<Person, "_id" | "name" | "active">[] },
  figures: GoalFigures,
): readonly (readonly CsvCell[])[] {
  const people = everybody.filter(({ active }) => active);
  const measured = measuredOf(team, figures);
  const overview =
    measured === null ? teamOverviewOf(people, figures) : namedTeamOverviews(people, figures).get(measured._id);
  const shares = groupedShares(teamShares({ people, team: measured }, figures));
  const names = namesOf(everybody);
  const name = team?.name ?? "Everyone";
  return [
    HEADS,
    ...(overview?.team ?? []).map((line) => [name, "", ORIGINS[line.origin], ...teamCells(line)]),
    ...inOrder(shares, { overview, names }).flatMap(([userId, own]) =>
      personCells(own, overview).map((cells) => [name, names.get(userId) ?? userId, ...cells]),
    ),
  ];
}

const ORIGINS: Readonly<Record<TeamLine["origin"], string>> = { set: "Team goal", sum: "Sum of individual goals" };

function measuredOf(team: Team | null, { teams }: GoalFigures): MeasuredTeam | null {
  if (team === null) return null;
  const measured = teams?.get(team._id);
  if (measured === undefined) throw new RangeError(`It is not known who is in the team ${team._id}`);
  return measured;
}

function groupedShares(shares: readonly TeamShare[]): ReadonlyMap<string, readonly TeamShare[]> {
  const own = new Map<string, TeamShare[]>();
  for (const share of shares) own.set(share.userId, [...(own.get(share.userId) ?? []), share]);
  return own;
}

/** The members of today as the page has them, then whoever else counts, by name. */
function inOrder(
  shares: ReadonlyMap<string, readonly TeamShare[]>,
  { overview, names }: { readonly overview: TeamOverview | undefined; readonly names: ReadonlyMap<string, string> },
): readonly (readonly [string, readonly TeamShare[]])[] {
  const members = (overview?.members ?? []).map(({ userId }) => userId);
  const known = new Set(members);
  const nameOf = (userId: string) => names.get(userId) ?? userId;
  const others = [...shares.keys()]
    .filter((userId) => !known.has(userId))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b), "en"));
  return [...members, ...others].map((userId) => [userId, shares.get(userId) ?? []] as const);
}

/**
 * Writes the rows of one person; who has left the team has only what they brought to it, and the part of their target that a sum of
 * the team's shows anyway: the rest is no longer its manager's to see.
 */
function personCells(
  shares: readonly TeamShare[],
  overview: TeamOverview | undefined,
): readonly (readonly CsvCell[])[] {
  const [first] = shares;
  const own = overview?.members.find(({ userId }) => userId === first?.userId)?.overview;
  const has = new Set(own?.glance.map(({ type }) => type));
  const sums = overview?.team.filter(({ origin }) => origin === "sum") ?? [];
  const summed = new Set(sums.map(({ type, period }) => `${type} ${period}`));
  const shown = shares.filter(({ type, value, target }) => target !== null || value !== 0 || has.has(type));
  return shown.map((share): readonly CsvCell[] => {
    const { type, period, from, to, days, value, target } = share;
    const { title, unit } = metricOf(type);
    const all = own === undefined ? [null, null, "", null] : allDays(share, own);
    const part = days.length === 1 && days[0]?.from === from && days[0].to === to ? "" : daysCell(days);
    const counted = [part, value, own !== undefined || summed.has(`${type} ${period}`) ? target : null];
    return [target === null ? "Figure" : "Goal", title, unit, period, from, to, ...counted, ...all];
  });
}

/** What Home shows of somebody's own; nothing where their clock is in another period than the company's. */
function allDays({ type, period, from }: TeamShare, { goals, glance, today }: Overview): readonly CsvCell[] {
  const goal = goals.find((line) => line.type === type && line.period === period && line.from === from);
  if (goal !== undefined) return [goal.current, goal.target, ...standing(goal)];
  const figure = glance.find((line) => line.type === type);
  if (figure === undefined || periodOf(period, today).from !== from) return [null, null, "", null];
  return [{ daily: figure.today, weekly: figure.week, monthly: figure.month }[period], null, "", null];
}

function teamCells(line: TeamLine): readonly CsvCell[] {
  const { title, unit, period, from, to, current, target } = line;
  const [status = "", behind = null] = standing(line);
  // One person's lead covers another's gap.
  const gap = line.origin === "sum" ? null : behind;
  return [title, unit, period, from, to, "", current, target, null, null, status, gap];
}

/** "behind" and by how much, as Home says it, in whole units rounded up; no amount of a goal that is not. */
function standing(line: GoalLine): readonly CsvCell[] {
  return [STATUSES[goalStatus(line)].words, isBehind(line) ? Math.ceil(toCatchUp(line)) : null];
}
