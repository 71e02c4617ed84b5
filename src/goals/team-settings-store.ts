import type { Db } from "mongodb";
import { sharedRead } from "../lib/in-groups";
import type { Day } from "../time/day";
import { WEEK, type WorkWeek, weekFault, withWeek } from "../time/work-schedule";
import type { HolidayBook } from "./holidays";
import {
  DEFAULT_TEAM_SETTINGS,
  type Holiday,
  type HolidayRegion,
  holidayFault,
  type TeamSettings,
} from "./team-settings";

type SettingsDocument = Partial<TeamSettings> & { readonly _id: "team" };

/** The team's calendar in the `settings` document that also holds its zone. Each method writes its own field alone. */
export interface TeamSettingsStore {
  read(): Promise<TeamSettings>;
  /** Adds a holiday, or renames the one of that day. @throws {RangeError} saying what is wrong with it. */
  addHoliday(holiday: Holiday): Promise<void>;
  removeHoliday(day: Day): Promise<void>;
  /** `null` for none. @throws {RangeError} for a region that is not known. */
  setHolidayRegion(region: HolidayRegion | null): Promise<void>;
  /**
   * @param from the first day that has this week, those before keep what they had; `null` for all days that ever were.
   * @throws {RangeError} saying what is wrong with it.
   */
  setWorkdays(workdays: readonly number[], from: Day | null): Promise<void>;
}

export function teamSettingsStore(db: Db, book: Pick<HolidayBook, "knows">): TeamSettingsStore {
  const settings = db.collection<SettingsDocument>("settings");
  const set = async (fields: Partial<TeamSettings>) => {
    await settings.updateOne({ _id: "team" }, { $set: fields }, { upsert: true });
  };
  const week = async (): Promise<WorkWeek> => {
    const { workdays = WEEK.workdays, formerWeeks = [] } = (await settings.findOne({ _id: "team" })) ?? {};
    return { workdays, formerWeeks };
  };
  return {
    read: sharedRead(async () => {
      const found = await settings.findOne({ _id: "team" });
      const { holidays, holidayRegion, workdays, formerWeeks = [] } = { ...DEFAULT_TEAM_SETTINGS, ...found };
      const sorted = [...holidays].sort((a, b) => (a.day < b.day ? -1 : 1));
      return { holidays: sorted, holidayRegion, workdays, formerWeeks };
    }),
    addHoliday: async (holiday) => {
      refuse(holidayFault(holiday));
      const others = { $filter: { input: { $ifNull: ["$holidays", []] }, cond: { $ne: ["$$this.day", holiday.day] } } };
      const kept = { $concatArrays: [others, [{ $literal: { day: holiday.day, name: holiday.name.trim() } }]] };
      await settings.updateOne({ _id: "team" }, [{ $set: { holidays: kept } }], { upsert: true });
    },
    removeHoliday: async (day) => {
      await settings.updateOne({ _id: "team" }, { $pull: { holidays: { day } } });
    },
    setHolidayRegion: async (holidayRegion) => {
      refuse(
        holidayRegion === null || book.knows(holidayRegion) ? null : "There are no known holidays for that place.",
      );
      await set({ holidayRegion });
    },
    setWorkdays: async (workdays, from) => {
      refuse(weekFault(workdays));
      await set({ formerWeeks: [], ...withWeek(await week(), { workdays, from }) });
    },
  };
}

function refuse(fault: string | null): void {
  if (fault !== null) throw new RangeError(fault);
}
