import type { Calendar } from "../../goals/calendar";
import { periodOf } from "../../goals/goal";
import { addDays, type Day, type DayRange, weekday } from "../../time/day";
import type { PlannedMessage } from "../planned-message";
import type { LeaderboardSettings } from "./leaderboard-settings";
import { wallClock } from "./wall-clock";

/** What the schedule of leaderboards depends on. */
export interface LeaderboardScheduleContext {
  readonly now: Date;
  readonly teamZone: string;
  /** 1 for Monday to 7 for Sunday. */
  readonly week: readonly number[];
  readonly holidays: ReadonlySet<Day>;
  /** When it was last checked what is due; `null` for never. */
  readonly lastCheckAt: Date | null;
}

/** Plans the leaderboard whose time has come, in the team's zone: until noon, or past it where no check came since. */
export function dueLeaderboards(
  { channel, days, at }: Pick<LeaderboardSettings, "channel" | "days" | "at">,
  { now, teamZone, week, holidays, lastCheckAt }: LeaderboardScheduleContext,
): readonly PlannedMessage[] {
  if (channel === null) return [];
  const clock = wallClock(teamZone);
  const today = clock.days.dayOf(now);
  return [addDays(today, -1), today]
    .filter((day) => (days ?? week).includes(weekday(day)) && !holidays.has(day))
    .map((day) => ({ kind: "board" as const, to: channel, ...clock.slot(day, at) }))
    .filter(({ dueAt, cutOffAt }) => dueAt <= now && (now < cutOffAt || (lastCheckAt !== null && lastCheckAt < dueAt)));
}

/** The days that a leaderboard covers: this week until yesterday, or on its first working day the whole week before. */
export function leaderboardDays(day: Day, { isWorkingDay }: Pick<Calendar, "isWorkingDay">): DayRange {
  const { from } = periodOf("weekly", day);
  const before = Array.from({ length: weekday(day) - 1 }, (_, index) => addDays(from, index));
  if (before.some(isWorkingDay)) return { from, to: addDays(day, -1) };
  return { from: addDays(from, -7), to: addDays(from, -1) };
}
