import { countedDays } from "../../goals/calendar";
import type { TeamMember } from "../../goals/overview";
import { type GoalHistory, goalHistories, historyRanges, monthBack } from "../../goals/trends/history";
import { readDays } from "../../sync/state/read-days";
import type { DayRange } from "../../time/day";
import { readerDays } from "../../time/reader-day";
import type { SlackDeps } from "../deps";

/** What somebody's goals came to in a month. */
export interface MonthHistory {
  readonly month: DayRange;
  readonly histories: readonly GoalHistory[];
}

/** Loads what somebody's goals came to in the month that lies so many before the one that goes on, by one query of figures. */
export async function historyOf(
  deps: Pick<SlackDeps, "people" | "overviews" | "freshness" | "days" | "now">,
  { userId, months }: { readonly userId: string; readonly months: number },
): Promise<MonthHistory> {
  const [person, states] = await Promise.all([deps.people.one(userId), deps.freshness()]);
  const now = deps.now();
  const member: TeamMember = person ?? { _id: userId };
  const reader = readerDays(now, deps.days).of(member);
  const month = monthBack(reader, months);
  const also = historyRanges(month, reader);
  const { goals, sums, calendar } = await deps.overviews.figures({ now, userId, readers: [member], also });
  const counted = countedDays(member.schedule, calendar);
  const { isRead } = readDays({ states, days: deps.days, now });
  return { month, histories: goalHistories(goals, { month, reader, sums, counted, isRead }) };
}
