import { agoInWords, momentInWords, rangeInWords, weekdayInWords } from "../../../src/slack/ui/dates";
import { day, zoneDays } from "../../../src/time/day";

const today = day("2026-10-28");

describe("rangeInWords", () => {
  it.each([
    ["2026-09-29", "2026-10-28", "29 Sep – 28 Oct"],
    ["2026-10-28", "2026-10-28", "28 Oct"],
    ["2025-12-31", "2026-01-01", "31 Dec 2025 – 1 Jan 2026"],
    ["2025-10-28", "2025-10-28", "28 Oct 2025"],
  ])("writes %s to %s as %s", (from, to, words) => {
    expect(rangeInWords({ from: day(from), to: day(to) }, today)).toBe(words);
  });
});

describe("weekdayInWords", () => {
  it.each([
    ["2026-10-26", "Mon 26 Oct"],
    ["2026-11-01", "Sun 1 Nov"],
  ])("writes %s as %s", (of, words) => {
    expect(weekdayInWords(day(of))).toBe(words);
  });
});

describe("momentInWords", () => {
  const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z") };

  it.each([
    ["today", "2026-10-28T18:05:00Z", "14:05 EDT"],
    ["today's first minute", "2026-10-28T04:00:00Z", "00:00 EDT"],
    ["last night", "2026-10-28T03:59:00Z", "Tue 23:59 EDT"],
    ["six days ago", "2026-10-22T12:00:00Z", "Thu 08:00 EDT"],
    ["a week ago", "2026-10-21T12:00:00Z", "21 Oct 08:00 EDT"],
    ["before the clocks changed", "2026-03-01T12:00:00Z", "1 Mar 07:00 EST"],
    ["a clock that is ahead", "2026-10-29T12:00:00Z", "29 Oct 08:00 EDT"],
  ])("writes %s on the reader's clock, and in the team's zone where Slack shows none", (_case, at, words) => {
    const seconds = Date.parse(at) / 1_000;

    expect(momentInWords(new Date(at), reading)).toBe(`<!date^${seconds}^{date_short_pretty} at {time}|${words}>`);
  });
});

describe("agoInWords", () => {
  it.each([
    [59, "just now"],
    [60, "1 minute ago"],
    [3_599, "59 minutes ago"],
    [3_600, "1 hour ago"],
    [172_799, "47 hours ago"],
    [172_800, "2 days ago"],
  ])("calls %d seconds %s", (seconds, words) => {
    const now = new Date("2026-10-28T18:06:00Z");

    expect(agoInWords(new Date(now.getTime() - seconds * 1_000), now)).toBe(words);
  });
});
