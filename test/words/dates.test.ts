import { day } from "../../src/time/day";
import { monthInWords, rangeInWords, shortRanges, weekdayInWords, weekdaysInWords } from "../../src/words/dates";
import { durationInWords, secondsInWords } from "../../src/words/durations";
import { clockTime, clockTimeWithZone, dateAndTime, timeInWords, zoneInFull, zoneInWords } from "../../src/words/times";

const today = day("2026-10-28");

describe("a day", () => {
  it.each([
    ["2026-10-26", "Mon, Oct 26"],
    ["2026-11-01", "Sun, Nov 1"],
  ])("is written with its weekday: %s as %s", (of, words) => {
    expect(weekdayInWords(day(of))).toBe(words);
  });

  it.each([
    ["2026-10-29 2026-10-31", "Oct 29–31"],
    ["2026-10-29 2026-10-29,2026-10-31 2026-11-01", "Oct 29, Oct 31 – Nov 1"],
    ["2026-10-01 2026-10-01,2026-10-03 2026-10-03,2026-10-05 2026-10-06", "Oct 1, Oct 3, and 2 more"],
    ["", ""],
  ])("is written in short with others: %s as %s", (given, words) => {
    const ranges = given
      .split(",")
      .filter(Boolean)
      .map((range) => range.split(" ").map(day));

    expect(shortRanges(ranges.map(([from = today, to = today]) => ({ from, to })))).toBe(words);
  });

  it("has its month by name", () => {
    expect(monthInWords(today)).toBe("Oct 2026");
  });
});

describe("a range of days", () => {
  it.each([
    ["2026-09-29", "2026-10-28", "Sep 29 – Oct 28", "Tue, Sep 29 – Wed, Oct 28"],
    ["2026-10-28", "2026-10-28", "Oct 28", "Wed, Oct 28"],
    ["2025-12-31", "2026-01-01", "Dec 31, 2025 – Jan 1, 2026", "Wed, Dec 31, 2025 – Thu, Jan 1, 2026"],
    ["2025-10-28", "2025-10-28", "Oct 28, 2025", "Tue, Oct 28, 2025"],
  ])("from %s to %s is written as %s, with years where one is not today's", (from, to, words, weekdays) => {
    const range = { from: day(from), to: day(to) };

    expect([rangeInWords(range, today), weekdaysInWords(range, today)]).toEqual([words, weekdays]);
  });
});

describe("a time of day", () => {
  it.each([
    ["2026-10-28T18:05:00Z", "2:05 PM"],
    ["2026-10-28T04:00:00Z", "12:00 AM"],
    ["2026-10-28T16:30:00Z", "12:30 PM"],
  ])("is that of an American clock: %s is %s in New York", (at, words) => {
    expect(clockTime(new Date(at), "America/New_York")).toBe(words);
    expect(clockTimeWithZone(new Date(at), "America/New_York")).toBe(`${words} EDT`);
    expect(dateAndTime(new Date(at), "America/New_York")).toBe(`Oct 28, 2026, ${words} EDT`);
  });

  it.each([
    ["08:00", "8:00 AM"],
    ["00:05", "12:05 AM"],
    ["12:00", "12:00 PM"],
    ["23:59", "11:59 PM"],
  ])("that was chosen is written so, too: %s as %s", (time, words) => {
    expect(timeInWords(time)).toBe(words);
  });
});

describe("a duration", () => {
  it.each([
    [0, "0s"],
    [45, "45s"],
    [250, "4m 10s"],
    [3_600, "1h"],
    [3_723, "1h 2m 3s"],
  ])("of %d seconds is %s", (seconds, words) => {
    expect(secondsInWords(seconds)).toBe(words);
  });

  it.each([
    ["0ms", "0.0s"],
    ["1834ms", "1.8s"],
    ["59949ms", "59.9s"],
    ["59950ms", "1m"],
    ["125000ms", "2m 5s"],
    ["soon", "an unknown time"],
  ])("of a run, %s, is %s", (duration, words) => {
    expect(durationInWords(duration)).toBe(words);
  });
});

describe("zones", () => {
  it.each([
    ["America/Los_Angeles", "Los Angeles time", "Los Angeles (America)"],
    ["America/Kentucky/Louisville", "Louisville time", "Louisville (America, Kentucky)"],
    ["UTC", "UTC time", "UTC"],
  ])("are named by their place: %s", (zone, words, full) => {
    expect([zoneInWords(zone), zoneInFull(zone)]).toEqual([words, full]);
  });

  it("have no two the same name among those that may be picked", () => {
    const zones = Intl.supportedValuesOf("timeZone");

    expect(new Set(zones.map(zoneInFull)).size).toBe(zones.length);
  });
});
