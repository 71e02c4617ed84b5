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
  ])("takes %j for %s to %s", (text, from, to) => {
    expect(parseSync(text, today)).toEqual({ kind: "range", range: { from: day(from), to: day(to) } });
  });

  it.each(["help", "HELP", "“help”", "?"])("gives help for %j", (text) => {
    expect(parseSync(text, today)).toEqual({ kind: "help" });
  });

  it.each([
    ["2026-10-20..2026-10-01", "2026-10-20 comes after 2026-10-01: write the earlier day first."],
    ["2026-10-29", "2026-10-29 lies ahead: the last day to sync is today, 2026-10-28."],
    ["2026-10-01..2026-10-31", "2026-10-31 lies ahead: the last day to sync is today, 2026-10-28."],
    ["2026-02-30", "There is no 2026-02-30: write a day as YYYY-MM-DD."],
    ["2026-10-01..2026-13-01", "There is no 2026-13-01: write a day as YYYY-MM-DD."],
    ["0d", "That is no day at all: ask for at least one, such as `/sync 1d`."],
    ["367d", "367 days are too many at once: at most 366."],
    ["2025-10-27", "367 days are too many at once: at most 366."],
    ["soon", "I do not understand “soon”."],
    ["7d please", "I do not understand “7d please”."],
    ["<!channel> & co", "I do not understand “&lt;!channel&gt; &amp; co”."],
  ])("says what is wrong with %j", (text, fault) => {
    expect(parseSync(text, today)).toEqual({ kind: "fault", fault });
  });
});
