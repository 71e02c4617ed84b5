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
        "*Fri, Oct 23 – Sun, Oct 25*: Calls 10",
        "*Calls*: 4 of 10 today (50 over 5 working days) · this week *4 of 50* · 🔵 on pace · 46 to go, 4 working days after today: 12 a day, rounded up",
      ],
    ],
    [
      "a Tuesday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-27", period: "weekly", target: 50 },
      [
        "*Yesterday, Mon, Oct 26*: Calls 10",
        "*Calls*: 4 of 10 today (40 over 4 working days) · this week *14 of 50* · 🔵 on pace · 36 to go, 3 working days after today: 12 a day",
      ],
    ],
    [
      "a Wednesday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-28", period: "weekly", target: 50 },
      [
        "*Yesterday, Tue, Oct 27*: Calls 10",
        "*Calls*: 4 of 10 today (30 over 3 working days) · this week *24 of 50* · 🔵 on pace · 26 to go, 2 working days after today: 13 a day",
      ],
    ],
    [
      "a Thursday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-29", period: "weekly", target: 50 },
      [
        "*Yesterday, Wed, Oct 28*: Calls 10",
        "*Calls*: 4 of 10 today (20 over 2 working days) · this week *34 of 50* · 🔵 on pace · 16 to go, 1 working day after today: 16 a day",
      ],
    ],
    [
      "a Thursday with Friday away",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-29", period: "weekly", target: 50, away: "2026-10-30" },
      [
        "*Yesterday, Wed, Oct 28*: Calls 10",
        "*Calls*: 4 of 20 today, the last working day · this week *34 of 50* · 🔴 behind",
      ],
    ],
    [
      "a Thursday behind, two full days ahead",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-29", period: "weekly", target: 60 },
      [
        "*Yesterday, Wed, Oct 28*: Calls 10",
        "*Calls*: 4 of 15 today (30 over 2 working days) · this week *34 of 60* · 🔴 behind · 26 to go, 1 working day after today: 26 a day",
      ],
    ],
    [
      "the last working day",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "*Yesterday, Thu, Oct 29*: Calls 10",
        "*Calls*: 4 of 10 today, the last working day · this week *44 of 50* · 🔵 on pace",
      ],
    ],
    [
      "the last working day, much missing",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-30", period: "weekly", target: 80 },
      [
        "*Yesterday, Thu, Oct 29*: Calls 10",
        "*Calls*: 4 of 40 today, the last working day · this week *44 of 80* · 🔴 behind",
      ],
    ],
    [
      "the day after, a Saturday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-31", period: "weekly", target: 80 },
      ["*Yesterday, Fri, Oct 30*: Calls 10", "*Calls*: this week *50 of 80* · ⚫ out of time: short by 30"],
    ],
    [
      "a Sunday before the last of a month",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-29", period: "monthly", target: 210 },
      [
        "*Fri, Nov 27 – Sat, Nov 28*: Calls 10",
        "*Calls*: this month *200 of 210* · 🔵 on pace · 10 to go, 1 working day after today: 10 a day",
      ],
    ],
    [
      "the first of a month",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-01", period: "monthly", target: 210 },
      [
        "🏆 You reached *Calls* in Sep 2026: 220, goal 210. Nice work!",
        "*Yesterday, Wed, Sep 30*: Calls 10",
        "*Calls*: 4 of 10 today (210 over 22 working days, rounded up) · this month *4 of 210* · 🔵 on pace · 206 to go, 21 working days after today: 10 a day, rounded up",
      ],
    ],
    [
      "the first working day of a month",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-02", period: "monthly", target: 210 },
      [
        "🏆 You reached *Calls* in Oct 2026: 220, goal 210. Nice work!",
        "*Fri, Oct 30 – Sun, Nov 1*: Calls 10",
        "*Calls*: 4 of 10 today (210 over 21 working days) · this month *4 of 210* · 🔵 on pace · 206 to go, 20 working days after today: 11 a day, rounded up",
      ],
    ],
  ])("says to the letter: %s", (_, { on, away, holiday, ...row }, text) => {
    const days = (list: string | undefined) => (list === undefined ? [] : list.split(",").map(day));
    const morning = { ...row, day: day(on), away: days(away), holidays: days(holiday) };

    expect(morningLines({ ...morning, figures: tenADay(morning) })).toEqual(text);
  });
});
