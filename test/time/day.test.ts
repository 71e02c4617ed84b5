import fc from "fast-check";
import { addDays, type Day, day, daysBetween, isZone, weekday, zoneDays } from "../../src/time/day";

const at = (text: string) => new Date(text);

describe("a day", () => {
  it.each(["2026-02-29", "2026-13-01", "2026-1-1", "20260101", "2026-01-01T00:00:00Z", "", "tomorrow", "2026-04-31"])(
    "is refused unless it exists and is written YYYY-MM-DD: %s",
    (text) => {
      expect(() => day(text)).toThrow(RangeError);
    },
  );

  it("is counted on and back over months, leap days and years", () => {
    expect([addDays(day("2024-02-28"), 1), addDays(day("2025-12-31"), 1), addDays(day("2026-03-01"), -1)]).toEqual([
      "2024-02-29",
      "2026-01-01",
      "2026-02-28",
    ]);
  });

  it("is as far from another as adding says", () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (count) => {
        const from = day("2025-10-10");

        expect(daysBetween(from, addDays(from, count))).toBe(count);
      }),
    );
  });

  it("has a weekday from 1 for Monday to 7 for Sunday", () => {
    expect(["2025-10-06", "2025-10-10", "2025-10-12"].map((text) => weekday(day(text)))).toEqual([1, 5, 7]);
  });
});

describe("the days of a zone", () => {
  it("put a call at 23:30 in Los Angeles on the 10th, whatever day it is in UTC", () => {
    const { dayOf } = zoneDays("America/Los_Angeles");

    expect(dayOf(at("2025-10-11T06:30:00Z"))).toBe("2025-10-10");
    expect(dayOf(at("2025-10-11T06:59:59.999Z"))).toBe("2025-10-10");
    expect(dayOf(at("2025-10-11T07:00:00Z"))).toBe("2025-10-11");
  });

  it.each([
    ["America/Los_Angeles", "2026-03-08", "2026-03-08T08:00:00.000Z", "2026-03-09T07:00:00.000Z"],
    ["America/Los_Angeles", "2026-11-01", "2026-11-01T07:00:00.000Z", "2026-11-02T08:00:00.000Z"],
    ["America/New_York", "2026-03-08", "2026-03-08T05:00:00.000Z", "2026-03-09T04:00:00.000Z"],
    // Clocks jump over midnight: the day begins at 01:00.
    ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z", "2026-09-07T03:00:00.000Z"],
    ["Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00.000Z", "2026-03-29T21:00:00.000Z"],
    ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00.000Z", "2026-04-24T21:00:00.000Z"],
    // Clocks go back over midnight: the hour before it happens twice.
    ["America/Santiago", "2026-04-05", "2026-04-05T04:00:00.000Z", "2026-04-06T04:00:00.000Z"],
    // Midnight happens twice: the day begins at the first.
    ["America/Havana", "2025-11-02", "2025-11-02T04:00:00.000Z", "2025-11-03T05:00:00.000Z"],
    ["Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00.000Z", "2026-04-05T13:30:00.000Z"],
    ["Australia/Lord_Howe", "2026-10-04", "2026-10-03T13:30:00.000Z", "2026-10-04T13:00:00.000Z"],
    ["Asia/Kathmandu", "2026-03-08", "2026-03-07T18:15:00.000Z", "2026-03-08T18:15:00.000Z"],
    ["Pacific/Kiritimati", "2026-03-08", "2026-03-07T10:00:00.000Z", "2026-03-08T10:00:00.000Z"],
    ["UTC", "2026-03-08", "2026-03-08T00:00:00.000Z", "2026-03-09T00:00:00.000Z"],
  ])("begin at the first instant of the local day: %s on %s", (zone, text, since, until) => {
    const range = zoneDays(zone).instantsOf({ from: day(text), to: day(text) });

    expect({ since: range.since.toISOString(), until: range.until.toISOString() }).toEqual({ since, until });
  });

  it("leave out a day that the zone skipped and lose no instant by it", () => {
    const { dayOf, startOf } = zoneDays("Pacific/Apia");
    const skipped = startOf(day("2011-12-30"));

    expect(skipped).toEqual(startOf(day("2011-12-31")));
    expect(dayOf(skipped)).toBe("2011-12-31");
    expect(dayOf(new Date(skipped.getTime() - 1))).toBe("2011-12-29");
  });

  it("hold each instant exactly once, in every zone, on every day of three years", () => {
    const days = Array.from({ length: 3 * 365 + 1 }, (_, index) => addDays(day("2024-12-31"), index));

    const wrong = Intl.supportedValuesOf("timeZone").flatMap((zone) => misfits(zone, days));

    expect(wrong).toEqual([]);
  });

  it("agree with the zone's own calendar at any instant", () => {
    const zones = ["America/Los_Angeles", "America/Santiago", "Asia/Beirut", "Australia/Lord_Howe", "Asia/Kathmandu"];
    const instants = fc.date({ min: at("2015-01-01T00:00:00Z"), max: at("2035-01-01T00:00:00Z"), noInvalidDate: true });

    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
        const shown = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(instant);

        expect(zoneDays(zone).dayOf(instant)).toBe(shown);
      }),
      { numRuns: 500 },
    );
  });

  it.each(["", "Mars/Olympus", "America/Nowhere"])("do not exist for the zone %p", (zone) => {
    expect(isZone(zone)).toBe(false);
    expect(() => zoneDays(zone)).toThrow(RangeError);
  });
});

/** The days whose edges are in two days, or in none. */
function misfits(zone: string, days: readonly Day[]): string[] {
  const { startOf, dayOf } = zoneDays(zone);
  return days
    .filter((of) => {
      const start = startOf(of);
      const end = startOf(addDays(of, 1)).getTime() - 1;
      return dayOf(start) !== of || dayOf(new Date(end)) !== of || end <= start.getTime();
    })
    .map((of) => `${zone} ${of}`);
}
