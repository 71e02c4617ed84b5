import type { GoalLine } from "../../goals/overview";
import { toCatchUp } from "../../goals/status";
import { byPerson } from "../../goals/teams/team-figures";
import type { Outcome } from "../../goals/trends/past-period";
import type { MetricType } from "../../metrics/metrics";
import type { PersonsPast, TeamRecapPart } from "./team-recap";

/** What one person's goals came to, the week's before the month's. */
export interface RecapPerson {
  /** Slack's member id. */
  readonly userId: string;
  readonly missed: readonly PersonsPast[];
  readonly reached: readonly PersonsPast[];
  /** Those of which not all days were read. */
  readonly unread: readonly PersonsPast[];
  /** Goals that go on and are behind, what matters most first. */
  readonly behind: readonly GoalLine[];
}

/**
 * Puts together what each person's goals came to and where they are behind now, by whom a manager talks to first: most money short, then
 * the most of their targets, and those who lack nothing in the order given. Whoever had no workday in it is left out.
 */
export function recapPeople({
  lastWeek,
  lastMonth,
  standings,
}: Pick<TeamRecapPart, "lastWeek" | "lastMonth" | "standings">): readonly RecapPerson[] {
  const pasts = byPerson([...lastWeek, ...lastMonth]);
  const behind = new Map(standings.behind.map(({ userId, goals }) => [userId, goals]));
  return [...new Set([...pasts.keys(), ...behind.keys()])]
    .map((userId): RecapPerson => {
      const of = (outcome: Outcome) => (pasts.get(userId) ?? []).filter(({ past }) => past.outcome === outcome);
      const own = { missed: of("missed"), reached: of("reached"), unread: of("unread") };
      return { userId, ...own, behind: behind.get(userId) ?? [] };
    })
    .filter(({ missed, reached, unread, behind }) => [missed, reached, unread, behind].some((of) => of.length > 0))
    .map((person) => ({ person, ...needOf(person) }))
    .sort((a, b) => b.money - a.money || b.share - a.share)
    .map(({ person }) => person);
}

/** Tells whether somebody missed a goal, or is behind in one now. */
export function isShort({ missed, behind }: RecapPerson): boolean {
  return missed.length + behind.length > 0;
}

/** How much somebody lacks: money in dollars, and of the targets of all metrics. */
interface Need {
  readonly money: number;
  readonly share: number;
}

/** Counts of each metric its largest gap alone, as that of a week mostly lies within that of its month. */
function needOf(person: RecapPerson): Need {
  const most = new Map<MetricType, Need>();
  for (const { type, unit, target, short } of gaps(person)) {
    const { money, share } = most.get(type) ?? { money: 0, share: 0 };
    const now = unit === "dollars" ? short : 0;
    most.set(type, { money: Math.max(money, now), share: Math.max(share, short / target) });
  }
  const sum = (of: keyof Need) => [...most.values()].reduce((total, need) => total + need[of], 0);
  return { money: sum("money"), share: sum("share") };
}

function gaps({ missed, behind }: RecapPerson) {
  return [
    ...missed.map(({ past: { type, unit, target, value } }) => ({ type, unit, target, short: target - value })),
    ...behind.map((goal) => ({ type: goal.type, unit: goal.unit, target: goal.target, short: toCatchUp(goal) })),
  ];
}
