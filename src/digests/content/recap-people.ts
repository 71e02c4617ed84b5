import type { GoalLine } from "../../goals/overview";
import { toCatchUp } from "../../goals/status";
import type { Outcome } from "../../goals/trends/past-period";
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
  const pasts = [...lastWeek, ...lastMonth];
  const ids = new Set([...pasts, ...standings.behind].map(({ userId }) => userId));
  const people = [...ids].map((userId): RecapPerson => {
    const of = (outcome: Outcome) => pasts.filter((one) => one.userId === userId && one.past.outcome === outcome);
    const behind = standings.behind.find((one) => one.userId === userId)?.goals ?? [];
    return { userId, missed: of("missed"), reached: of("reached"), unread: of("unread"), behind };
  });
  return people
    .filter(({ missed, reached, unread, behind }) => [missed, reached, unread, behind].some((of) => of.length > 0))
    .sort((a, b) => moneyShort(b) - moneyShort(a) || shareShort(b) - shareShort(a));
}

/** Tells whether somebody missed a goal, or is behind in one now. */
export function isShort({ missed, behind }: RecapPerson): boolean {
  return missed.length + behind.length > 0;
}

function moneyShort(person: RecapPerson): number {
  return gaps(person).reduce((sum, { unit, short }) => sum + (unit === "dollars" ? short : 0), 0);
}

function shareShort(person: RecapPerson): number {
  return gaps(person).reduce((sum, { short, target }) => sum + short / target, 0);
}

function gaps({ missed, behind }: RecapPerson) {
  return [
    ...missed.map(({ past: { unit, target, value } }) => ({ unit, target, short: target - value })),
    ...behind.map((goal) => ({ unit: goal.unit, target: goal.target, short: toCatchUp(goal) })),
  ];
}
