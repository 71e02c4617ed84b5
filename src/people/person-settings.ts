import type { Day, DayRange } from "../time/day";

/** When somebody works. */
export interface Schedule {
  /** 1 for Monday to 7 for Sunday; the team's week when absent. */
  readonly workdays?: readonly number[];
  /** Days off, both ends included, in the order of their days. */
  readonly timeOff?: readonly DayRange[];
  /** The first day of work. */
  readonly startDate?: Day;
}

/** How somebody wants the morning digest. */
export interface DigestSettings {
  readonly on: boolean;
  /** `HH:mm`, by the person's own clock. */
  readonly at: string;
  /** The last day without one. */
  readonly snoozedUntil?: Day;
}

/** What holds until somebody chooses otherwise. */
export const DEFAULT_DIGEST_SETTINGS: DigestSettings = { on: true, at: "08:00" };

/** Somebody's choice, with the defaults where none was made. */
export function digestOf({ digest }: { readonly digest?: Partial<DigestSettings> }): DigestSettings {
  return { ...DEFAULT_DIGEST_SETTINGS, ...digest };
}

/** What is to be set for one person: what is absent stays, `null` takes away what was set. */
export interface PersonSettings {
  readonly workdays?: readonly number[] | null;
  readonly timeOff?: readonly DayRange[] | null;
  readonly startDate?: Day | null;
  readonly digestOn?: boolean;
  readonly digestAt?: string;
  readonly snoozedUntil?: Day | null;
}

/** Which setting is wrong, and a sentence for whoever typed it. */
export interface SettingsFault {
  readonly field: keyof PersonSettings;
  readonly message: string;
}

const MOST_TIMES_OFF = 200;

/** What is wrong with these settings; `null` when nothing is. */
export function settingsFault({ workdays, timeOff, digestAt }: PersonSettings): SettingsFault | null {
  if (workdays?.length === 0) return { field: "workdays", message: "A week needs at least one working day." };
  if (workdays?.some((one) => !Number.isInteger(one) || one < 1 || one > 7)) {
    return { field: "workdays", message: "A day of the week is 1 for Monday to 7 for Sunday." };
  }
  if (timeOff?.some(({ from, to }) => from > to)) {
    return { field: "timeOff", message: "Time off ends on the day it begins, or later." };
  }
  if ((timeOff?.length ?? 0) > MOST_TIMES_OFF) {
    return { field: "timeOff", message: `At most ${MOST_TIMES_OFF} times off are kept: take old ones away.` };
  }
  if (digestAt !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(digestAt)) {
    return { field: "digestAt", message: "A time of day is written as 08:00." };
  }
  return null;
}
