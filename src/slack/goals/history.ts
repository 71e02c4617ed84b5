import { countedDays } from "../../goals/calendar";
import { periodOf } from "../../goals/goal";
import type { TeamMember } from "../../goals/overview";
import { type GoalHistory, goalHistories, historyRanges, monthBack } from "../../goals/trends/history";
import { readDays } from "../../sync/state/read-days";
import type { Day, DayRange } from "../../time/day";
import { readerDays } from "../../time/reader-day";
import type { SlackDeps } from "../deps";

/** What somebody's goals came to in a month. */
export interface MonthHistory {
  readonly month: DayRange;
  readonly histories: readonly GoalHistory[];
}

/** A month by how many it lies before the one that goes on, or by a day of it. */
type MonthAsked = { readonly months: number } | { readonly month: Day };

/** Loads what somebody's goals came to in a month, by one query of figures. */
export async function historyOf(
  deps: Pick<SlackDeps, "people" | "overviews" | "freshness" | "days" | "now">,
  { userId, ...asked }: { readonly userId: string } & MonthAsked,
): Promise<MonthHistory> {
  const [person, states] = await Promise.all([deps.people.one(userId), deps.freshness()]);
  const now = deps.now();
  const member: TeamMember = person ?? { _id: userId };
  const reader = readerDays(now, deps.days).of(member);
  const month = "month" in asked ? periodOf("monthly", asked.month) : monthBack(reader, asked.months);
  const also = historyRanges(month, reader);
  const { goals, sums, calendar } = await deps.overviews.figures({ now, userId, readers: [member], also });
  const counted = countedDays(member.schedule, calendar);
  const { isRead } = readDays({ states, days: deps.days, now });
  return { month, histories: goalHistories(goals, { month, reader, sums, counted, isRead }) };
}
