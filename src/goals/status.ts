import { hundredths } from "./day-sums";
import type { GoalLine } from "./overview";
import type { Verdict } from "./verdict";

/**
 * How a goal stands to people: its verdict, with three states of its own. `not-started`: an even spread asks for nothing yet, nothing
 * has been done, and today asks for something, so that on the first day of a period nobody is on pace by having done nothing.
 * `caught-up`: last night was behind, and today has made up for that, but has not met its own target yet.
 * `unread`: it would be behind, but no day of its period was read, and what was not read is no zero.
 */
export type GoalStatus = Verdict | "not-started" | "caught-up" | "unread";

type Judged = Pick<GoalLine, "pace" | "current" | "unreadSince">;

/** Says how a goal stands, the same on every surface. */
export function goalStatus(goal: Judged): GoalStatus {
  const { pace, current } = goal;
  if (isUnread(goal)) return "unread";
  if (pace.verdict === "behind" && toCatchUp(goal) === 0) return "caught-up";
  const asks = pace.today !== null && pace.today.target > 0;
  return pace.verdict === "on-pace" && current <= 0 && asks ? "not-started" : pace.verdict;
}

/** Tells whether nobody knows how a goal stands: it would be behind, but no day of its period was read. */
export function isUnread({ pace, unreadSince }: Pick<Judged, "pace" | "unreadSince">): boolean {
  return unreadSince !== undefined && ["behind", "short", "missed"].includes(pace.verdict);
}

/** Tells whether a goal needs a look: it is behind still, or past reaching. */
export function isBehind(goal: Judged): boolean {
  const status = goalStatus(goal);
  return status === "behind" || status === "short" || status === "missed";
}

/**
 * Tells whether a month's goal couldn't be reached at anything like the rate so far as of last night: in the last quarter of its counted days,
 * with less than a third done, each day left would have to bring more than six times what a day has brought, and one at least. Somebody
 * who has brought nothing has no rate, and one deal in the last days is nothing out of reach; nor is a week's on its last day, which one
 * good day can bring. What today brings changes it only once the goal is reached, so that what today asks stays the same from morning to night.
 */
export function wasOutOfReach({ pace, current, period }: Pick<GoalLine, "pace" | "current" | "period">): boolean {
  const { forecast, daysDone, daysLeft, remaining } = pace;
  const done = pace.today?.done ?? 0;
  const [before, left] = [current - done, remaining + done];
  if (period !== "monthly" || forecast === null || remaining === 0 || before <= 0) return false;
  return 3 * daysLeft <= daysDone && left >= daysLeft && 2 * before < left;
}

/** Tells whether that is what there is to say of a goal: it is behind still, and was out of reach last night. */
export function isOutOfReach(goal: Judged & Pick<GoalLine, "period">): boolean {
  return goalStatus(goal) === "behind" && wasOutOfReach(goal);
}

/**
 * What somebody still has to catch up in a goal: what an even spread expects by last night less what there is now, today's work
 * included, so that a call made now takes one away; of a goal past reaching all that is to go. In the metric's unit, two decimals;
 * 0 where it is neither, and where that is not known.
 */
export function toCatchUp(goal: Judged): number {
  const { pace, current } = goal;
  if (isUnread(goal)) return 0;
  switch (pace.verdict) {
    case "behind":
      return Math.max(0, hundredths(pace.expected - current)) / 100;
    case "short":
    case "missed":
      return pace.remaining;
    default:
      return 0;
  }
}
