import { parseSync } from "../../../src/slack/sync/parse";
import { day } from "../../../src/time/day";

const today = day("2026-10-28");

describe("syncWords", () => {
  it.each([
    ["", "2026-09-29", "2026-10-28"],
    ["  ", "2026-09-29", "2026-10-28"],
    ["30d", "2026-09-29", "2026-10-28"],
    ["7d", "2026-10-22", "2026-10-28"],
    ["7D", "2026-10-22", "2026-10-28"],
    ["1d", "2026-10-28", "2026-10-28"],
    ["last 7 days", "2026-10-22", "2026-10-28"],
    ["366d", "2025-10-28", "2026-10-28"],
    ["“7d”", "2026-10-22", "2026-10-28"],
    ["'7d'", "2026-10-22", "2026-10-28"],
    ["today", "2026-10-28", "2026-10-28"],
    ["Yesterday", "2026-10-27", "2026-10-27"],
    ["2026-10-05", "2026-10-05", "2026-10-28"],
    ["2026-10-5", "2026-10-05", "2026-10-28"],
    ["2026-10-05..", "2026-10-05", "2026-10-28"],
    ["..2026-10-20", "2026-09-21", "2026-10-20"],
    ["2026-10-01..2026-10-20", "2026-10-01", "2026-10-20"],
    ["2026-10-01...2026-10-20", "2026-10-01", "2026-10-20"],
    ["2026-10-01…2026-10-20", "2026-10-01", "2026-10-20"],
    ["2026-10-01 .. 2026-10-20", "2026-10-01", "2026-10-20"],
    ["2026-10-01–2026-10-20", "2026-10-01", "2026-10-20"],
    ["2026-10-01 — 2026-10-20", "2026-10-01", "2026-10-20"],
    ["2026–10–01..2026–10–20", "2026-10-01", "2026-10-20"],
    ["2026-10-01 to 2026-10-20", "2026-10-01", "2026-10-20"],
    ["«2026-10-01..2026-10-20»", "2026-10-01", "2026-10-20"],
    ["2026-10-28..2026-10-28", "2026-10-28", "2026-10-28"],
    ["last week", "2026-10-19", "2026-10-25"],
    ["  Last   Week ", "2026-10-19", "2026-10-25"],
    ["this week", "2026-10-26", "2026-10-28"],
    ["THIS MONTH", "2026-10-01", "2026-10-28"],
    ["last month", "2026-09-01", "2026-09-30"],
    ["Oct 5", "2026-10-05", "2026-10-28"],
    ["october 5th, 2026", "2026-10-05", "2026-10-28"],
    ["Dec 5, 2025 - Dec 6, 2025", "2025-12-05", "2025-12-06"],
    ["Oct 1 – Oct 20", "2026-10-01", "2026-10-20"],
    ["10/1-10/20", "2026-10-01", "2026-10-20"],
    ["10/5/26 to 10/6/2026", "2026-10-05", "2026-10-06"],
    ["Dec 31", "2025-12-31", "2026-10-28"],
  ])("takes %j for %s to %s", (text, from, to) => {
    expect(parseSync(text, today)).toEqual({ kind: "range", range: { from: day(from), to: day(to) } });
  });

  it.each(["help", "HELP", "“help”", "?"])("gives help for %j", (text) => {
    expect(parseSync(text, today)).toEqual({ kind: "help" });
  });

  it.each([
    ["2026-10-20..2026-10-01", "Oct 20 is after Oct 1. Put the earlier day first."],
    ["2026-10-29", "Oct 29 is in the future. The last day to sync is today."],
    ["2026-10-01..2026-10-31", "Oct 31 is in the future. The last day to sync is today."],
    ["2026-02-30", "There's no 2026-02-30. Write a day as 2026-10-28 or Oct 28."],
    ["2026-10-01..2026-13-01", "There's no 2026-13-01. Write a day as 2026-10-28 or Oct 28."],
    ["0d", "Ask for at least one day, such as `/sync 1d`."],
    ["367d", "That's 367 days; 366 at most."],
    ["2025-10-27", "That's 367 days; 366 at most."],
    ["2026-10-09..2026-10-01", "Oct 9 is after Oct 1. Put the earlier day first."],
    ["soon", "I don't know “soon”."],
    ["lst weeek", "I don't know “lst weeek”. Did you mean `/sync last week`?"],
    ["yestreday", "I don't know “yestreday”. Did you mean `/sync yesterday`?"],
    ["7d please", "I don't know “7d please”."],
    ["<!channel> & co", "I don't know “&lt;!channel&gt; &amp; co”."],
  ])("says what is wrong with %j", (text, fault) => {
    expect(parseSync(text, today)).toMatchObject({ kind: "fault", fault });
  });

  it.each([
    ["lst weeek", "last week"],
    ["soon", undefined],
    // No days, which a button would sync the last 30 for.
    ["hlep", undefined],
  ])("says which days may have been meant by %j", (text, near) => {
    expect(parseSync(text, today)).toEqual({ kind: "fault", fault: expect.any(String), ...(near && { near }) });
  });
});
