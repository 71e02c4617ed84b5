import { addDays, type Day, type DayRange, weekday } from "./day";

/** Days of the week that were worked until others were set, 1 for Monday to 7 for Sunday; the team's when absent. */
export interface FormerWeek {
  /** The last day, included. */
  readonly through: Day;
  readonly workdays?: readonly number[];
}

/** The days of the week that somebody works, 1 for Monday to 7 for Sunday, with those that they worked before. */
export interface OwnWeek {
  /** The team's when absent. */
  readonly workdays?: readonly number[];
  /** In the order of their days. A day that has ended is judged by the week that held on it. */
  readonly formerWeeks?: readonly FormerWeek[];
}

/** The days of the week that a team works. */
export interface WorkWeek extends OwnWeek {
  readonly workdays: readonly number[];
}

/** When somebody works; days as the team's calendar names them. */
export interface WorkSchedule extends OwnWeek {
  /** Days off, both ends included, in the order of their days. */
  readonly timeOff?: readonly DayRange[];
  /** The first day of work: none before it counts. */
  readonly startDate?: Day;
}

/** Monday to Friday. */
export const WEEK: WorkWeek = { workdays: [1, 2, 3, 4, 5] };

/** Tells whether a day is one of those that the week has which held on it: their own, or the team's where they had none. */
export function isWeekday(day: Day, { own = {}, team }: { readonly own?: OwnWeek; readonly team: WorkWeek }): boolean {
  const workdays = workdaysOn(day, own) ?? workdaysOn(day, team) ?? team.workdays;
  return workdays.includes(weekday(day));
}

/** The days of the week that held on a day; `undefined` where they were the team's. */
export function workdaysOn(day: Day, { workdays, formerWeeks = [] }: OwnWeek): readonly number[] | undefined {
  const former = formerWeeks.find(({ through }) => day <= through);
  return former === undefined ? workdays : former.workdays;
}

/**
 * Sets the days of the week from a day on; those before it keep the week that held on them.
 *
 * @param workdays `undefined` for the team's.
 * @param from `null` for since ever: no day keeps another week.
 */
export function withWeek(
  week: OwnWeek,
  { workdays, from }: { readonly workdays: readonly number[] | undefined; readonly from: Day | null },
): OwnWeek {
  const set = workdays === undefined ? {} : { workdays: [...new Set(workdays)].sort((a, b) => a - b) };
  if (from === null) return set;
  const last = addDays(from, -1);
  const before = (week.formerWeeks ?? []).filter(({ through }) => through < last);
  const held = workdaysOn(last, week);
  const all = [...before, { through: last, ...(held === undefined ? {} : { workdays: held }) }];
  // A week that was set to what it was before is one week.
  const formerWeeks = all.filter((one, at) => !isSame(one.workdays, (all[at + 1] ?? set).workdays));
  return formerWeeks.length === 0 ? set : { ...set, formerWeeks };
}

function isSame(one: readonly number[] | undefined, other: readonly number[] | undefined): boolean {
  return one?.join() === other?.join();
}

/** Says why a week cannot be saved; `null` when it can. */
export function weekFault(workdays: readonly number[]): string | null {
  const known = workdays.every((one) => Number.isInteger(one) && one >= 1 && one <= 7);
  if (!known) return "A day of the week is 1 for Monday to 7 for Sunday.";
  return workdays.length === 0 ? "A week needs at least one workday." : null;
}

/** Says why a week cannot be set from a day on; `null` when it can. */
export function weekStartFault(from: Day, today: Day): string | null {
  return from > today ? "A week starts today or earlier: set one of a later day on that day." : null;
}
