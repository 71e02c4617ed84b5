import { parseDayRange } from "../../../src/slack/parse/day-range";
import { day } from "../../../src/time/day";

/** A Wednesday. */
const TODAY = day("2026-10-28");

describe("days as people name them", () => {
  it.each([
    ["today", "2026-10-28", "2026-10-28"],
    ["yesterday", "2026-10-27", "2026-10-27"],
    ["this week", "2026-10-26", "2026-11-01"],
    ["last month", "2026-09-01", "2026-09-30"],
    ["7 days", "2026-10-22", "2026-10-28"],
    // Weeks and months are whole ones, the running one among them.
    ["1 week", "2026-10-26", "2026-10-28"],
    ["12 weeks", "2026-08-10", "2026-10-28"],
    ["last 2 months", "2026-09-01", "2026-10-28"],
    ["12 months", "2025-11-01", "2026-10-28"],
    ["2026-10-01..", "2026-10-01", "2026-10-28"],
  ])("are a range: %s", (words, from, to) => {
    expect(parseDayRange(words, TODAY)).toEqual({ from, to });
  });

  it.each(["0 weeks", "53 weeks", "13 months", "2026-10-29", "2026-10-20..2026-10-10", "soon"])(
    "are none, and it is said why: %s",
    (words) => {
      expect(parseDayRange(words, TODAY)).toEqual(expect.stringMatching(/\S+ \S+/));
    },
  );
});
