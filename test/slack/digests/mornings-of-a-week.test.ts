import { day } from "../../../src/time/day";
import { type Morning, morningLines, tenADay } from "../../support/harness/digests/mornings";

const NEW_YORK = "America/New_York";

type Row = Pick<Morning, "rep" | "team" | "period" | "target"> & {
  readonly on: string;
  readonly away?: string;
  readonly holiday?: string;
};

/** Ten calls each weekday, four so far on the team's date. */
describe("a morning in the team's own zone, through weeks and months", () => {
  it.each<[string, Row, readonly string[]]>([
    [
      "a Monday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-26", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon, Oct 19 – Sun, Oct 25: 50, goal 50. Nice work!",
        "🟢 *Calls*: 4 of 50 this week, on pace · 4 of 10 today, or 12 a day after",
        "*Done Fri, Oct 23 – Sun, Oct 25*: 10 calls",
      ],
    ],
    [
      "a Tuesday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-27", period: "weekly", target: 50 },
      [
        "🟢 *Calls*: 14 of 50 this week, on pace · 4 of 10 today, or 12 a day after",
        "*Yesterday, Mon, Oct 26*: 10 calls",
      ],
    ],
    [
      "a Wednesday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-28", period: "weekly", target: 50 },
      [
        "🟢 *Calls*: 24 of 50 this week, on pace · 4 of 10 today, or 13 a day after",
        "*Yesterday, Tue, Oct 27*: 10 calls",
      ],
    ],
    [
      "a Thursday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-29", period: "weekly", target: 50 },
      [
        "🟢 *Calls*: 34 of 50 this week, on pace · 4 of 10 today, or 16 a day after",
        "*Yesterday, Wed, Oct 28*: 10 calls",
      ],
    ],
    [
      "a Thursday with Friday away",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-29", period: "weekly", target: 50, away: "2026-10-30" },
      [
        "🔴 *Calls*: 34 of 50 this week, behind by 4",
        "4 of 20 today, the last working day",
        "*Yesterday, Wed, Oct 28*: 10 calls",
      ],
    ],
    [
      "a Thursday behind, two full days ahead",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-29", period: "weekly", target: 60 },
      [
        "🔴 *Calls*: 34 of 60 this week, behind by 2",
        "4 of 15 today, or 26 a day after",
        "*Yesterday, Wed, Oct 28*: 10 calls",
      ],
    ],
    [
      "the last working day",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-30", period: "weekly", target: 50 },
      ["🟢 *Calls*: 44 of 50 this week, on pace · 4 of 10 today", "*Yesterday, Thu, Oct 29*: 10 calls"],
    ],
    [
      "the last working day, much missing",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-30", period: "weekly", target: 80 },
      [
        "🔴 *Calls*: 44 of 80 this week, behind by 20",
        "4 of 40 today, the last working day",
        "*Yesterday, Thu, Oct 29*: 10 calls",
      ],
    ],
    [
      "the day after, a Saturday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-31", period: "weekly", target: 80 },
      ["⚫ *Calls*: 50 of 80 this week, out of time: short by 30", "*Yesterday, Fri, Oct 30*: 10 calls"],
    ],
    [
      "a Sunday before the last of a month",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-29", period: "monthly", target: 210 },
      [
        "🟢 *Calls*: 200 of 210 this month, on pace · 10 a day after today",
        "*Done Fri, Nov 27 – Sat, Nov 28*: 10 calls",
      ],
    ],
    [
      "the first of a month",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-01", period: "monthly", target: 210 },
      [
        "🏆 You reached *Calls* in Sep 2026: 220, goal 210. Nice work!",
        "🟢 *Calls*: 4 of 210 this month, on pace · 4 of 10 today, or 10 a day after",
        "*Yesterday, Wed, Sep 30*: 10 calls",
      ],
    ],
    [
      "the first working day of a month",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-02", period: "monthly", target: 210 },
      [
        "🏆 You reached *Calls* in Oct 2026: 220, goal 210. Nice work!",
        "🟢 *Calls*: 4 of 210 this month, on pace · 4 of 10 today, or 11 a day after",
        "*Done Fri, Oct 30 – Sun, Nov 1*: 10 calls",
      ],
    ],
  ])("says to the letter: %s", (_, { on, away, holiday, ...row }, text) => {
    const days = (list: string | undefined) => (list === undefined ? [] : list.split(",").map(day));
    const morning = { ...row, day: day(on), away: days(away), holidays: days(holiday) };

    expect(morningLines({ ...morning, figures: tenADay(morning) })).toEqual(text);
  });
});
