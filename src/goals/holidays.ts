import Holidays from "date-holidays";
import { addDays, type Day, type DayRange, day } from "../time/day";
import type { PaceDays, TeamCalendar } from "./calendar";
import type { Holiday, HolidayRegion, TeamSettings } from "./team-settings";

/** A place one can pick, by its code. */
export interface HolidayRegionKey {
  readonly code: string;
  readonly name: string;
}

/** The public holidays of the countries that `date-holidays` knows, each year of a region computed once. */
export interface HolidayBook {
  /** All holidays in these days (both ends included): the region's and those entered, which win where both are. */
  of(settings: Pick<TeamSettings, "holidays" | "holidayRegion">, range: DayRange): readonly Holiday[];
  countries(): readonly HolidayRegionKey[];
  /** The states of a country or, with a state, its regions; none where there are none. */
  within(place: { readonly country: string; readonly state?: string }): readonly HolidayRegionKey[];
  knows(region: HolidayRegion): boolean;
}

/** Hours of a day that must be free for it to be a holiday: half a Christmas Eve is none, a day clocks change on is. */
const MOST_OF_A_DAY = 20;

export function holidayBook(): HolidayBook {
  const years = new Map<string, readonly Holiday[]>();
  const places = new Holidays();
  const yearOf = (region: HolidayRegion, year: number) => {
    const key = `${region.country} ${region.state ?? ""} ${region.region ?? ""} ${year}`;
    const known = years.get(key) ?? publicHolidays(region, year);
    years.set(key, known);
    return known;
  };
  const within: HolidayBook["within"] = ({ country, state }) =>
    placesOf(state === undefined ? places.getStates(country, "en") : places.getRegions(country, state, "en"));
  const has = (list: readonly HolidayRegionKey[], code: string | undefined) =>
    code === undefined || list.some((place) => place.code === code);
  return {
    of: ({ holidays, holidayRegion }, { from, to }) => {
      const theirs = holidayRegion === null ? [] : yearsOf({ from, to }).flatMap((year) => yearOf(holidayRegion, year));
      const byDay = new Map([...theirs, ...holidays].map((holiday) => [holiday.day, holiday]));
      return [...byDay.values()].filter((one) => from <= one.day && one.day <= to).sort(byDate);
    },
    countries: () => placesOf(places.getCountries("en")),
    within,
    knows: ({ country, state, region }) =>
      has(placesOf(places.getCountries("en")), country) &&
      has(within({ country }), state) &&
      (state === undefined ? region === undefined : has(within({ country, state }), region)),
  };
}

/** What everybody's calendar has in common over these days. */
export function teamCalendarOf(
  {
    team,
    book,
    paceDays,
  }: { readonly team: TeamSettings; readonly book: Pick<HolidayBook, "of">; readonly paceDays: PaceDays },
  ranges: readonly DayRange[],
): TeamCalendar {
  const days = ranges.flatMap((range) => book.of(team, range).map(({ day: holiday }) => holiday));
  return { paceDays, week: team, holidays: new Set(days) };
}

/** The year before too, since some holidays last into January. */
function yearsOf({ from, to }: DayRange): readonly number[] {
  const [first, last] = [from, to].map((one) => Number(one.slice(0, 4)));
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 2 }, (_, index) => (first ?? 0) - 1 + index);
}

function publicHolidays({ country, state = "", region = "" }: HolidayRegion, year: number): readonly Holiday[] {
  const listed = new Holidays(country, state, region, { types: ["public"] }).getHolidays(year, "en");
  return listed.flatMap((one) => daysOf({ ...one, name: inAmerican(one.name) }));
}

/** The list is in British English. */
function inAmerican(name: string): string {
  return name.replaceAll("Labour", "Labor");
}

/** One entry for each day that is mostly free; an entry's date and hour are local to the place. */
function daysOf({ date, start, end, name }: { date: string; start: Date; end: Date; name: string }): Holiday[] {
  const first = day(date.slice(0, 10));
  const begins = Number(date.slice(11, 13));
  const ends = begins + (end.getTime() - start.getTime()) / 3_600_000;
  const days: Holiday[] = [];
  for (let index = 0; index * 24 < ends; index += 1) {
    const free = Math.min(ends, (index + 1) * 24) - Math.max(begins, index * 24);
    if (free >= MOST_OF_A_DAY) days.push({ day: addDays(first, index), name });
  }
  return days;
}

function placesOf(names: Readonly<Record<string, string>> | undefined): readonly HolidayRegionKey[] {
  return Object.entries(names ?? {}).map(([code, name]) => ({ code, name }));
}

function byDate(a: { readonly day: Day }, b: { readonly day: Day }): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}
