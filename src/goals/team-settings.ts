import type { TeamWork } from "../teams/team";
import type { Day } from "../time/day";
import { WEEK, type WorkWeek } from "../time/work-schedule";

/** A day nobody works. */
export interface Holiday {
  readonly day: Day;
  readonly name: string;
}

/** A country, or a state or region of one, by the codes of `date-holidays`: `US`, `US` `CA`, `DE` `BY` `A`. */
export interface HolidayRegion {
  readonly country: string;
  readonly state?: string;
  readonly region?: string;
}

/** What a team's calendar is made of. */
export interface TeamSettings extends WorkWeek {
  /** Entered by hand, in the order of their days. */
  readonly holidays: readonly Holiday[];
  /** The place whose public holidays are the team's too; `null` for none. */
  readonly holidayRegion: HolidayRegion | null;
}

/** The settings until something is set. */
export const DEFAULT_TEAM_SETTINGS: TeamSettings = { holidays: [], holidayRegion: null, ...WEEK };

/** A team's own week and holidays, and the company's where it has none. */
export function ownTeamSettings({ workdays, holidays }: TeamWork, company: TeamSettings): TeamSettings {
  return {
    ...company,
    ...(workdays === undefined ? {} : { workdays, formerWeeks: [] }),
    ...(holidays === undefined ? {} : { holidays, holidayRegion: null }),
  };
}

const MAX_NAME_LENGTH = 80;

/** Says why a holiday cannot be saved; `null` when it can. */
export function holidayFault({ name }: Holiday): string | null {
  if (name.trim() === "") return "A holiday needs a name.";
  return name.length > MAX_NAME_LENGTH ? `A holiday's name has at most ${MAX_NAME_LENGTH} characters.` : null;
}
