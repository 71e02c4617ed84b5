import { countedDays } from "../../src/goals/calendar";
import { holidayBook, teamCalendarOf } from "../../src/goals/holidays";
import {
  DEFAULT_TEAM_SETTINGS,
  type HolidayRegion,
  ownTeamSettings,
  type TeamSettings,
} from "../../src/goals/team-settings";
import { day } from "../../src/time/day";

const book = holidayBook();

function daysOf(holidayRegion: HolidayRegion | null, { from, to }: { from: string; to: string }): readonly string[] {
  return book.of({ holidays: [], holidayRegion }, { from: day(from), to: day(to) }).map((one) => one.day);
}

describe("the book of holidays", () => {
  it("names a country's public holidays in the days asked for, both ends included", () => {
    const found = book.of(
      { holidays: [], holidayRegion: { country: "US" } },
      { from: day("2026-10-12"), to: day("2026-11-26") },
    );

    expect(found).toEqual([
      { day: "2026-10-12", name: "Columbus Day" },
      { day: "2026-11-11", name: "Veterans Day" },
      { day: "2026-11-26", name: "Thanksgiving Day" },
    ]);
  });

  it("names them in American English", () => {
    const found = book.of(
      { holidays: [], holidayRegion: { country: "US" } },
      { from: day("2026-09-07"), to: day("2026-09-07") },
    );

    expect(found).toEqual([{ day: "2026-09-07", name: "Labor Day" }]);
  });

  it("knows a state's own holidays and a region's", () => {
    const assumption = { from: "2026-08-15", to: "2026-08-15" };
    const peace = { from: "2026-08-08", to: "2026-08-08" };

    expect([daysOf({ country: "DE" }, assumption), daysOf({ country: "DE", state: "SL" }, assumption)]).toEqual([
      [],
      ["2026-08-15"],
    ]);
    expect(daysOf({ country: "DE", state: "BY" }, peace)).toEqual([]);
    expect(daysOf({ country: "DE", state: "BY", region: "A" }, peace)).toEqual(["2026-08-08"]);
  });

  it("holds each day of a holiday that lasts several, and into the next year", () => {
    expect(daysOf({ country: "KR" }, { from: "2026-02-16", to: "2026-02-21" })).toEqual([
      "2026-02-17",
      "2026-02-18",
      "2026-02-19",
    ]);
    expect(daysOf({ country: "SZ" }, { from: "2027-01-02", to: "2027-01-02" })).toEqual(["2027-01-02"]);
  });

  it("leaves out days of which only a part is free", () => {
    expect(daysOf({ country: "IS" }, { from: "2026-12-24", to: "2026-12-25" })).toEqual(["2026-12-25"]);
  });

  it("adds the days that were entered, whose names win", () => {
    const holidays = [
      { day: day("2026-11-26"), name: "Turkey day" },
      { day: day("2026-11-27"), name: "Day after" },
      { day: day("2026-12-01"), name: "Later" },
    ];
    const range = { from: day("2026-11-20"), to: day("2026-11-30") };

    expect(book.of({ holidays, holidayRegion: { country: "US" } }, range)).toEqual(holidays.slice(0, 2));
    expect(book.of({ holidays: [], holidayRegion: null }, range)).toEqual([]);
  });

  it("lists countries, their states and their regions by code", () => {
    expect(book.countries()).toContainEqual({ code: "US", name: "United States of America" });
    expect(book.within({ country: "US" })).toContainEqual({ code: "CA", name: "California" });
    expect(book.within({ country: "DE", state: "BY" }).map(({ code }) => code)).toContain("A");
    expect([book.within({ country: "ZZ" }), book.within({ country: "US", state: "ZZ" })]).toEqual([[], []]);
  });

  it.each<[HolidayRegion, boolean]>([
    [{ country: "US" }, true],
    [{ country: "US", state: "CA" }, true],
    [{ country: "DE", state: "BY", region: "A" }, true],
    [{ country: "ZZ" }, false],
    [{ country: "US", state: "ZZ" }, false],
    [{ country: "DE", region: "A" }, false],
    [{ country: "DE", state: "BY", region: "ZZ" }, false],
  ])("knows %p: %p", (region, known) => {
    expect(book.knows(region)).toBe(known);
  });
});

describe("the calendar of a team whose week changed", () => {
  const formerWeeks = [{ through: day("2026-10-28"), workdays: [1, 2, 3] }];
  const company: TeamSettings = { ...DEFAULT_TEAM_SETTINGS, formerWeeks };
  const range = { from: day("2026-10-26"), to: day("2026-11-01") };
  const worked = (team: TeamSettings) => {
    const calendar = teamCalendarOf({ team, book, paceDays: "working" }, [range]);
    const { isWorkingDay } = countedDays(undefined, calendar);
    return ["2026-10-26", "2026-10-27", "2026-10-28", "2026-10-29", "2026-10-30", "2026-10-31"].filter((one) =>
      isWorkingDay(day(one)),
    );
  };

  it("has the week that held on each day", () => {
    expect(worked({ ...company, workdays: [6] })).toEqual(["2026-10-26", "2026-10-27", "2026-10-28", "2026-10-31"]);
  });

  it("has a team's own week, where it has one, on days of which the company's was another", () => {
    expect(worked({ formerWeeks, ...ownTeamSettings({ workdays: [5] }, company) })).toEqual(["2026-10-30"]);
    expect(worked({ formerWeeks, ...ownTeamSettings({}, company) })).toHaveLength(5);
  });
});
