import type { Day, DayRange } from "./day";

/** When somebody works; days as the team's calendar names them. */
export interface WorkSchedule {
  /** 1 for Monday to 7 for Sunday; the team's week when absent. */
  readonly workdays?: readonly number[];
  /** Days off, both ends included, in the order of their days. */
  readonly timeOff?: readonly DayRange[];
  /** The first day of work: none before it counts. */
  readonly startDate?: Day;
}

/** Says why a week cannot be saved; `null` when it can. */
export function weekFault(workdays: readonly number[]): string | null {
  const known = workdays.every((one) => Number.isInteger(one) && one >= 1 && one <= 7);
  if (!known) return "A day of the week is 1 for Monday to 7 for Sunday.";
  return workdays.length === 0 ? "A week needs at least one workday." : null;
}
