import { agoInWords, momentInWords } from "../../../src/slack/ui/dates";
import { zoneDays } from "../../../src/time/day";

describe("momentInWords", () => {
  const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z") };

  it.each([
    ["today", "2026-10-28T18:05:00Z", "2:05 PM EDT"],
    ["today's first minute", "2026-10-28T04:00:00Z", "12:00 AM EDT"],
    ["last night", "2026-10-28T03:59:00Z", "Tue 11:59 PM EDT"],
    ["six days ago", "2026-10-22T12:00:00Z", "Thu 8:00 AM EDT"],
    ["a week ago", "2026-10-21T12:00:00Z", "Oct 21, 8:00 AM EDT"],
    ["before the clocks changed", "2026-03-01T12:00:00Z", "Mar 1, 7:00 AM EST"],
    ["a clock that is ahead", "2026-10-29T12:00:00Z", "Oct 29, 8:00 AM EDT"],
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
