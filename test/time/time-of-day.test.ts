import { addDays, type Day, day, zoneDays } from "../../src/time/day";
import { localTime, zoneTimes } from "../../src/time/time-of-day";

const at = (zone: string, of: string, time: string) => zoneTimes(zone).at(day(of), localTime(time)).toISOString();

describe("a time of day in a zone", () => {
  it.each([
    ["America/New_York", "2026-10-28", "08:00", "2026-10-28T12:00:00.000Z"],
    ["Asia/Kathmandu", "2026-10-28", "08:00", "2026-10-28T02:15:00.000Z"],
    ["Australia/Lord_Howe", "2026-01-05", "08:00", "2026-01-04T21:00:00.000Z"],
  ])("%s %s %s", (zone, of, time, expected) => {
    expect(at(zone, of, time)).toBe(expected);
  });

  it.each([
    ["America/New_York", "2026-03-08", "02:30", "2026-03-08T07:00:00.000Z"],
    ["Europe/London", "2026-03-29", "01:30", "2026-03-29T01:00:00.000Z"],
    ["Africa/Cairo", "2027-04-30", "00:00", "2027-04-29T22:00:00.000Z"],
    ["America/Santiago", "2026-09-06", "00:30", "2026-09-06T04:00:00.000Z"],
    ["Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30:00.000Z"],
  ])("case 21: that the clocks jump over is the first instant after the gap: %s %s %s", (zone, of, time, expected) => {
    expect(at(zone, of, time)).toBe(expected);
  });

  it.each([
    ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00.000Z"],
    ["Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30:00.000Z"],
    ["Australia/Sydney", "2026-04-05", "02:30", "2026-04-04T15:30:00.000Z"],
    ["Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00.000Z"],
  ])("that the clocks show twice is the first one: %s %s %s", (zone, of, time, expected) => {
    expect(at(zone, of, time)).toBe(expected);
  });

  it.each(["America/New_York", "Europe/London", "Africa/Cairo", "America/Santiago", "Australia/Lord_Howe"])(
    "lies in its own day, and rises from day to day, all year in %s",
    (zone) => {
      const [days, times] = [zoneDays(zone), zoneTimes(zone)];
      let of: Day = day("2026-01-01");
      let last = new Date(0);
      for (let count = 0; count < 365; count += 1) {
        const instant = times.at(of, localTime("02:30"));

        expect(days.dayOf(instant)).toBe(of);
        expect(instant > last).toBe(true);
        last = instant;
        of = addDays(of, 1);
      }
    },
  );

  it.each(["24:00", "8:00", "08:60", "", "08:00:00"])("is not %s", (text) => {
    expect(() => localTime(text)).toThrow(RangeError);
  });
});
