import { DateRangeError, parseDateRange } from "../../src/sync/date-range";
import { zoneDays } from "../../src/time/day";

const days = zoneDays("America/Los_Angeles");
/** 23:30 on 10 October in Los Angeles. */
const now = new Date("2025-10-11T06:30:00Z");
const asked = (start?: string, end?: string) => parseDateRange({ start, end }, { days, now });

describe("the days asked for", () => {
  it.each([
    ["nothing: today and the 29 days before it", undefined, undefined, "2025-09-11", "2025-10-10"],
    ["both: both included", "2025-10-01", "2025-10-09", "2025-10-01", "2025-10-09"],
    ["one day", "2025-10-10", "2025-10-10", "2025-10-10", "2025-10-10"],
    ["start alone: up to today", "2025-10-01", undefined, "2025-10-01", "2025-10-10"],
    ["end alone: the 30 days up to it", undefined, "2025-09-30", "2025-09-01", "2025-09-30"],
    [
      "instants: the team's day they lie in",
      "2025-10-02T06:59:59Z",
      "2025-10-02T07:00:00.000Z",
      "2025-10-01",
      "2025-10-02",
    ],
    ["an instant with an offset", "2025-10-02T00:30:00+02:00", "2025-10-02", "2025-10-01", "2025-10-02"],
    ["366 days", "2024-10-10", "2025-10-10", "2024-10-10", "2025-10-10"],
    ["an end ahead", "2025-10-01", "2025-10-31", "2025-10-01", "2025-10-31"],
  ])("are, for %s", (_what, start, end, from, to) => {
    expect(asked(start, end)).toEqual({ from, to });
  });

  it.each([
    ["2025-02-30", undefined, /^start: "2025-02-30" is neither a day such as 2026-10-01 nor an instant/],
    ["2025-02-30T00:00:00Z", undefined, /^start: "2025-02-30T00:00:00Z" is neither/],
    ["2025-10-01T25:00:00Z", undefined, /^start: "2025-10-01T25:00:00Z" is neither/],
    ["2025-10-01T08:00:00", undefined, /^start: .* is neither/],
    [undefined, "yesterday", /^end: "yesterday" is neither/],
    ["", undefined, /^start: "" is neither/],
    ["2025-10-09", "2025-10-01", "start: 2025-10-09 comes after 2025-10-01, where it should end"],
    ["2025-10-11", undefined, "start: 2025-10-11 lies ahead; today is 2025-10-10"],
    ["2024-10-09", undefined, "start: at most 366 days at once"],
    [undefined, "0000-01-01", "end: 0000-01-01 lies before 2000-01-01"],
  ])("are refused with a reason: %p to %p", (start, end, reason) => {
    const ask = () => asked(start, end);

    expect(ask).toThrow(DateRangeError);
    expect(ask).toThrow(reason);
  });
});
