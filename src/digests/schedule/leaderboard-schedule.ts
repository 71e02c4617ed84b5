import type { Calendar } from "../../goals/calendar";
import { periodOf } from "../../goals/goal";
import { addDays, type Day, type DayRange, daysBetween, weekday } from "../../time/day";
import { isWeekday, type WorkWeek } from "../../time/work-schedule";
import type { PlannedMessage } from "../planned-message";
import { boardReceiver, rowTeam } from "./board-posting";
import type { Board } from "./boards";
import { type DigestSlot, wallClock } from "./wall-clock";

/** A board with the days that its team works. */
export interface ScheduledBoard {
  readonly board: Board;
  readonly week: WorkWeek;
  readonly holidays: ReadonlySet<Day>;
}

/** What the schedule of all boards depends on. */
export interface LeaderboardScheduleContext {
  readonly now: Date;
  /** The company's zone, by which every board's time is. */
  readonly teamZone: string;
  /** When it was last checked what is due; `null` for never. */
  readonly lastCheckAt: Date | null;
}

/** Plans the boards whose time has come: until noon, or past it where no check came since. */
export function dueLeaderboards(
  boards: readonly ScheduledBoard[],
  { now, teamZone, lastCheckAt }: LeaderboardScheduleContext,
): readonly PlannedMessage[] {
  const clock = wallClock(teamZone);
  const today = clock.days.dayOf(now);
  return boards.flatMap(({ board, week, holidays }): readonly PlannedMessage[] => {
    const { channel, days, at } = board.settings;
    if (channel === null || !isPosted(board)) return [];
    return [addDays(today, -1), today]
      .filter((day) => isBoardDay(day, { days, week }) && !holidays.has(day))
      .map((day) => ({ kind: "board" as const, ...rowTeam(board.teamId), to: channel, ...clock.slot(day, at) }))
      .filter(
        ({ dueAt, cutOffAt }) => dueAt <= now && (now < cutOffAt || (lastCheckAt !== null && lastCheckAt < dueAt)),
      );
  });
}

/** Tells whether a board's day of the week it is, holidays aside: one of those that were chosen, else one that its team works. */
export function isBoardDay(
  day: Day,
  { days, week }: { readonly days: readonly number[] | null; readonly week: WorkWeek },
): boolean {
  return days?.includes(weekday(day)) ?? isWeekday(day, { team: week });
}

/** When a board is due today, and until when it's posted; `null` on a day on which it is not. */
export function boardSlotToday(
  { board, week, holidays }: ScheduledBoard,
  { now, teamZone }: Pick<LeaderboardScheduleContext, "now" | "teamZone">,
): DigestSlot | null {
  const { channel, days, at } = board.settings;
  const clock = wallClock(teamZone);
  const today = clock.days.dayOf(now);
  const isDay = isBoardDay(today, { days, week }) && !holidays.has(today);
  return channel !== null && isPosted(board) && isDay ? clock.slot(today, at) : null;
}

/** A board is looked for on so many days: holidays and days off in a row are fewer. */
export const BOARD_DAYS_AHEAD = 31;

/** The next instant after now at which a board is due; `null` for one that is not posted, and without any within a month. */
export function nextBoardAt(
  { board, week, holidays }: ScheduledBoard,
  { now, teamZone }: Pick<LeaderboardScheduleContext, "now" | "teamZone">,
): Date | null {
  const { channel, days, at } = board.settings;
  if (channel === null || !isPosted(board)) return null;
  const clock = wallClock(teamZone);
  const today = clock.days.dayOf(now);
  const coming = Array.from({ length: BOARD_DAYS_AHEAD }, (_, index) => addDays(today, index));
  const posted = coming.filter((day) => isBoardDay(day, { days, week }) && !holidays.has(day));
  return posted.map((day) => clock.slot(day, at).dueAt).find((dueAt) => dueAt > now) ?? null;
}

/** Names each board that is posted, for counting who may get a message. */
export function boardReceivers(boards: readonly Board[]): readonly string[] {
  return boards.filter(isPosted).flatMap(({ teamId, settings: { channel } }) => {
    return channel === null ? [] : [boardReceiver(teamId, channel)];
  });
}

/** The days that a leaderboard covers: this week until yesterday, or on its first working day the whole week before. */
export function leaderboardDays(day: Day, { isWorkingDay }: Pick<Calendar, "isWorkingDay">): DayRange {
  const { from } = periodOf("weekly", day);
  const before = Array.from({ length: weekday(day) - 1 }, (_, index) => addDays(from, index));
  if (before.some(isWorkingDay)) return { from, to: addDays(day, -1) };
  return { from: addDays(from, -7), to: addDays(from, -1) };
}

/** A board's day, and the days that it covers. */
interface CoveredDays {
  readonly day: Day;
  readonly range: DayRange;
}

/** Tells whether the places of two boards compare: of one week that goes on, or of as many days of two weeks, but never of a week that is over and one that goes on. */
export function areAlike(one: CoveredDays, other: CoveredDays): boolean {
  const isOver = ({ day, range }: CoveredDays) => range.to < periodOf("weekly", day).from;
  const length = ({ range }: CoveredDays) => daysBetween(range.from, range.to);
  return isOver(one) === isOver(other) && (one.range.from === other.range.from || length(one) === length(other));
}

function isPosted({ active, settings }: Board): boolean {
  return active && settings.on;
}
