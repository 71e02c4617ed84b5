import { holidayBook } from "../../src/goals/holidays";
import { teamSettingsStore } from "../../src/goals/team-settings-store";
import { teamZoneStore } from "../../src/people/team-zone-store";
import { day } from "../../src/time/day";
import { testDatabase } from "../support/env/database";

const [columbus, veterans] = [
  { day: day("2026-10-12"), name: "Columbus Day" },
  { day: day("2026-11-11"), name: "Veterans Day" },
];

describe("the store of the team's settings", () => {
  const test = testDatabase();
  const store = () => teamSettingsStore(test.db, holidayBook());

  it("says Monday to Friday and no holidays until something is set", async () => {
    expect(await store().read()).toEqual({
      holidays: [],
      holidayRegion: null,
      workdays: [1, 2, 3, 4, 5],
      formerWeeks: [],
    });
  });

  it("keeps what is set, beside the team's zone", async () => {
    await teamZoneStore(test.db).choose("America/New_York");

    await store().addHoliday(veterans);
    await store().addHoliday({ ...columbus, name: " Columbus Day " });
    await store().setHolidayRegion({ country: "US", state: "CA" });
    await store().setWorkdays([6, 2, 2], null);

    expect(await store().read()).toEqual({
      holidays: [columbus, veterans],
      holidayRegion: { country: "US", state: "CA" },
      workdays: [2, 6],
      formerWeeks: [],
    });
    expect(await teamZoneStore(test.db).chosen()).toBe("America/New_York");
  });

  it("has one holiday a day, which can be renamed and taken away", async () => {
    await store().addHoliday({ ...columbus, name: "$day" });
    await store().addHoliday(columbus);
    await store().addHoliday(veterans);
    await store().removeHoliday(veterans.day);
    await store().removeHoliday(day("2026-01-01"));

    expect((await store().read()).holidays).toEqual([columbus]);
  });

  it("loses none of two holidays that are added at once", async () => {
    await Promise.all([store().addHoliday(columbus), store().addHoliday(veterans)]);

    expect((await store().read()).holidays).toEqual([columbus, veterans]);
  });

  it("keeps the week that days before the one had from which another is set", async () => {
    await store().setWorkdays([1, 2, 3, 4], day("2026-10-28"));

    const formerWeeks = [{ through: "2026-10-27", workdays: [1, 2, 3, 4, 5] }];
    expect(await store().read()).toMatchObject({ workdays: [1, 2, 3, 4], formerWeeks });
    await store().setWorkdays([1, 2, 3, 4], null);
    expect(await store().read()).toMatchObject({ workdays: [1, 2, 3, 4], formerWeeks: [] });
  });

  it("takes the region away again", async () => {
    await store().setHolidayRegion({ country: "US" });
    await store().setHolidayRegion(null);

    expect((await store().read()).holidayRegion).toBeNull();
  });

  it("refuses what makes no calendar, and says why", async () => {
    await expect(store().addHoliday({ ...columbus, name: " " })).rejects.toThrow("A holiday needs a name.");
    await expect(store().addHoliday({ ...columbus, name: "x".repeat(81) })).rejects.toThrow("at most 80 characters");
    await expect(store().setHolidayRegion({ country: "ZZ" })).rejects.toThrow(
      "There are no known holidays for that place.",
    );
    await expect(store().setWorkdays([], null)).rejects.toThrow("A week needs at least one workday.");
    await expect(store().setWorkdays([0], null)).rejects.toThrow("A day of the week is 1 for Monday to 7 for Sunday.");

    expect(await test.db.collection("settings").countDocuments()).toBe(0);
  });
});
