import type { Day, DayRange } from "../time/day";
import { type FormerWeek, weekFault } from "../time/work-schedule";

/** How somebody wants the morning digest. */
export interface DigestSettings {
  readonly on: boolean;
  /** `HH:mm`, by the person's own clock. */
  readonly at: string;
  /** The last day without one. */
  readonly snoozedUntil?: Day;
  /** Whether a manager gets the weekly recap of their teams; without a choice, they do. */
  readonly teamRecap?: boolean;
}

/** The settings of whoever chose none. */
export const DEFAULT_DIGEST_SETTINGS: DigestSettings = { on: true, at: "08:00" };

/** Returns somebody's choice, with the defaults where none was made. */
export function digestOf({ digest }: { readonly digest?: Partial<DigestSettings> }): DigestSettings {
  return { ...DEFAULT_DIGEST_SETTINGS, ...digest };
}

/** Settings to change for one person: what is absent stays, `null` takes away what was set. */
export interface PersonSettings {
  /** Set with `formerWeeks`, as `withWeek` makes them. */
  readonly workdays?: readonly number[] | null;
  readonly formerWeeks?: readonly FormerWeek[] | null;
  readonly timeOff?: readonly DayRange[] | null;
  readonly startDate?: Day | null;
  readonly digestOn?: boolean;
  readonly digestAt?: string;
  readonly teamRecapOn?: boolean;
  readonly snoozedUntil?: Day | null;
  /** Further addresses they send from, in lower case. */
  readonly addresses?: readonly string[] | null;
}

/** Which setting is wrong, and a sentence for whoever typed it. */
export interface SettingsFault {
  readonly field: keyof PersonSettings;
  readonly message: string;
}

const MAX_TIMES_OFF = 200;
const MAX_ADDRESSES = 20;

/** Says what is wrong with these settings; `null` when nothing is. */
export function settingsFault({ workdays, timeOff, digestAt, addresses }: PersonSettings): SettingsFault | null {
  const wrongWeek = workdays ? weekFault(workdays) : null;
  if (wrongWeek !== null) return { field: "workdays", message: wrongWeek };
  if (timeOff?.some(({ from, to }) => from > to)) {
    return { field: "timeOff", message: "Time off ends on the day it begins, or later." };
  }
  if ((timeOff?.length ?? 0) > MAX_TIMES_OFF) {
    return { field: "timeOff", message: `At most ${MAX_TIMES_OFF} times off are kept: remove old ones.` };
  }
  const odd = addresses?.find((one) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(one));
  if (odd !== undefined) return { field: "addresses", message: `"${odd}" isn't an email address.` };
  if ((addresses?.length ?? 0) > MAX_ADDRESSES) {
    return { field: "addresses", message: `A person can have at most ${MAX_ADDRESSES} more addresses.` };
  }
  if (digestAt !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(digestAt)) {
    return { field: "digestAt", message: "Write the time of day like 8:00 AM." };
  }
  return null;
}
