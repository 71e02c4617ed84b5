import { addDays, type Day, type DayRange, daysBetween, weekday } from "../time/day";
import { firstOpenDay, type ReaderDay } from "../time/reader-day";
import { isWeekday, WEEK, type WorkSchedule, type WorkWeek } from "../time/work-schedule";

/** What pace counts: `working`, a person's working days; `calendar`, every day instead. */
export type PaceDays = "working" | "calendar";

/** Which days count for somebody. */
export interface Calendar {
  isWorkingDay(day: Day): boolean;
  /** How many of these days count, both ends included; 0 where `from` is after `to`. */
  workingDays(range: DayRange): number;
}

/** What everybody's calendar has in common. */
export interface TeamCalendar {
  readonly paceDays: PaceDays;
  readonly week: WorkWeek;
  /** Those of all days that are asked about. */
  readonly holidays: ReadonlySet<Day>;
}

/** A week in which fewer days count for somebody than in their others. */
export interface ShortWeek {
  /** How many count, those before today as well; one at least. */
  readonly workdays: number;
  /** The days of their own week that don't, in order, at least one. */
  readonly off: readonly { readonly day: Day; readonly why: "holiday" | "away" | "not-begun" }[];
}

/** How a period's counted days lie about today; a today that has ended is one of the days before. */
export interface PeriodDays {
  /** Counted days before today. */
  readonly done: number;
  /** Whether today is counted and still goes on. */
  readonly today: boolean;
  /** Counted days after today. */
  readonly after: number;
  /** Whether the period has ended. */
  readonly over: boolean;
  /** Set where today has ended and is one of the days before: what the period has beyond these is of a later day. */
  readonly ended?: boolean;
}

/**
 * A person's working days: their own week, else the team's, each as it was on the day, less holidays, time off and the days before they
 * began.
 */
export function workingCalendar({
  schedule = {},
  week = WEEK,
  holidays,
}: {
  readonly schedule?: WorkSchedule | undefined;
  readonly week?: WorkWeek;
  readonly holidays: ReadonlySet<Day>;
}): Calendar {
  const { timeOff = [], startDate } = schedule;
  return calendar(
    (day) =>
      isWeekday(day, { own: schedule, team: week }) &&
      !holidays.has(day) &&
      !timeOff.some(({ from, to }) => from <= day && day <= to) &&
      (startDate === undefined || startDate <= day),
  );
}

/** Every day counts, whatever was entered. */
export const EVERY_DAY: Calendar = calendar(() => true);

/** The days that pace counts for somebody, or without a schedule for the team as a whole. */
export function countedDays(schedule: WorkSchedule | undefined, { paceDays, week, holidays }: TeamCalendar): Calendar {
  return paceDays === "calendar" ? EVERY_DAY : workingCalendar({ schedule, week, holidays });
}

/** The days of today's week that don't count for somebody where they do in others; `null` where all do, none, or every day counts. */
export function shortWeek(
  today: Day,
  { schedule, calendar }: { readonly schedule: WorkSchedule | undefined; readonly calendar: TeamCalendar },
): ShortWeek | null {
  if (calendar.paceDays === "calendar") return null;
  const monday = addDays(today, 1 - weekday(today));
  const own = schedule === undefined ? {} : { own: schedule };
  const usual = (day: Day) => isWeekday(day, { ...own, team: calendar.week });
  const days = daysOf({ from: monday, to: addDays(monday, 6) }).filter(usual);
  const counted = countedDays(schedule, calendar);
  const off = days.filter((day) => !counted.isWorkingDay(day)).map((day) => ({ day, why: whyOff(day) }));
  const workdays = days.length - off.length;
  return off.length === 0 || workdays === 0 ? null : { workdays, off };

  function whyOff(day: Day): ShortWeek["off"][number]["why"] {
    if (calendar.holidays.has(day)) return "holiday";
    return schedule?.startDate !== undefined && day < schedule.startDate ? "not-begun" : "away";
  }
}

/** The counted days of a period, as seen from a day in it or after it. */
export function periodDays(
  counted: Calendar,
  { range, today, ended }: ReaderDay & { readonly range: DayRange },
): PeriodDays {
  const days = daysOf(range).filter(counted.isWorkingDay);
  const open = firstOpenDay({ today, ended });
  return {
    done: days.filter((day) => day < open).length,
    today: !ended && days.includes(today),
    after: days.filter((day) => day > today).length,
    over: range.to < open,
    ...(ended ? { ended } : {}),
  };
}

/** The one counted day of a period after today, "tomorrow" where it is; `null` where there is none or more than one. */
export function lastDayAfter(
  counted: Calendar,
  { range, today }: Pick<ReaderDay, "today"> & { readonly range: DayRange },
): Day | "tomorrow" | null {
  const [day, ...more] = daysOf({ from: addDays(today, 1), to: range.to }).filter(counted.isWorkingDay);
  if (day === undefined || more.length > 0) return null;
  return day === addDays(today, 1) ? "tomorrow" : day;
}

function calendar(isWorkingDay: (day: Day) => boolean): Calendar {
  return { isWorkingDay, workingDays: (range) => daysOf(range).filter(isWorkingDay).length };
}

/** Each day of a range; none where its end is before its start. */
export function daysOf({ from, to }: DayRange): readonly Day[] {
  const count = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length: count }, (_, index) => addDays(from, index));
}
