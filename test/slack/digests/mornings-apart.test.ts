import { day } from "../../../src/time/day";
import { type Morning, morningLines, tenADay } from "../../support/harness/digests/mornings";

const [LA, NEW_YORK, HONOLULU] = ["America/Los_Angeles", "America/New_York", "Pacific/Honolulu"] as const;
const [KOLKATA, TOKYO, LONDON] = ["Asia/Kolkata", "Asia/Tokyo", "Europe/London"] as const;
const [SYDNEY, AUCKLAND] = ["Australia/Sydney", "Pacific/Auckland"] as const;

type Row = Pick<Morning, "rep" | "team" | "period" | "target"> & {
  readonly on: string;
  readonly away?: string;
  readonly holiday?: string;
};

/** Ten calls each weekday, four so far on the team's date. */
describe("a morning in another zone than the team's", () => {
  it.each<[string, Row, readonly string[]]>([
    [
      "Kolkata of LA on a Monday",
      { rep: KOLKATA, team: LA, on: "2026-10-26", period: "weekly", target: 50 },
      [
        "⚪ *Calls*: 0 of 50 this week, not started · 10 today, or 13 a day after",
        "*Done Fri, Oct 23 – Sat, Oct 24*: 10 calls",
        "*Yesterday, Sun, Oct 25*, so far, until 12:30 PM GMT+5:30: nothing logged",
      ],
    ],
    [
      "Kolkata of LA on a Tuesday",
      { rep: KOLKATA, team: LA, on: "2026-10-27", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon, Oct 19 – Sun, Oct 25: 50, goal 50. Nice work!",
        "🔴 *Calls*: 4 of 50 this week, behind by 6",
        "12 today, or 16 a day after",
        "*Done Fri, Oct 23 – Sun, Oct 25*: 10 calls",
        "*Yesterday, Mon, Oct 26*, so far, until 12:30 PM GMT+5:30: 4 calls",
      ],
    ],
    [
      "Kolkata of LA on a Friday",
      { rep: KOLKATA, team: LA, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "🔴 *Calls*: 34 of 50 this week, behind by 6",
        "16 today, the last working day",
        "*Wed, Oct 28*: 10 calls",
        "*Yesterday, Thu, Oct 29*, so far, until 12:30 PM GMT+5:30: 4 calls",
      ],
    ],
    [
      "Kolkata of LA on the 1st of a month",
      { rep: KOLKATA, team: LA, on: "2026-10-01", period: "monthly", target: 210 },
      [
        "⚪ *Calls*: 0 of 210 this month, not started · 10 today, or 10 a day after",
        "*Tue, Sep 29*: 10 calls",
        "*Yesterday, Wed, Sep 30*, so far, until 12:30 PM GMT+5:30: 4 calls",
      ],
    ],
    [
      "Kolkata of LA on the 2nd of a month",
      { rep: KOLKATA, team: LA, on: "2026-10-02", period: "monthly", target: 210 },
      [
        "🏆 You reached *Calls* in Sep 2026: 220, goal 210. Nice work!",
        "🔴 *Calls*: 4 of 210 this month, behind by 6",
        "10 today, or 11 a day after",
        "*Wed, Sep 30*: 10 calls",
        "*Yesterday, Thu, Oct 1*, so far, until 12:30 PM GMT+5:30: 4 calls",
      ],
    ],
    [
      "Kolkata of LA, a daily goal",
      { rep: KOLKATA, team: LA, on: "2026-10-28", period: "daily", target: 10 },
      [
        "🏆 You reached *Calls* on Mon, Oct 26: 10, goal 10. Nice work!",
        "⚪ *Calls*: 0 of 10 today, not started",
        "*Mon, Oct 26*: 10 calls",
        "*Yesterday, Tue, Oct 27*, so far, until 12:30 PM GMT+5:30: 4 calls",
      ],
    ],
    [
      "Kolkata of LA after LA's clocks went back",
      { rep: KOLKATA, team: LA, on: "2026-11-03", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon, Oct 26 – Sun, Nov 1: 50, goal 50. Nice work!",
        "🔴 *Calls*: 4 of 50 this week, behind by 6",
        "12 today, or 16 a day after",
        "*Done Fri, Oct 30 – Sun, Nov 1*: 10 calls",
        "*Yesterday, Mon, Nov 2*, so far, until 1:30 PM GMT+5:30: 4 calls",
      ],
    ],
    [
      "LA of Sydney on a Monday",
      { rep: LA, team: SYDNEY, on: "2026-10-26", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon, Oct 19 – Sun, Oct 25: 50, goal 50. Nice work!",
        "🟢 *Calls*: 14 of 50 this week, on pace · 9 a day after today",
        "Mon, Oct 26 is over for the team. What you do now counts toward Tue, Oct 27.",
        "*Done Fri, Oct 23 – Sun, Oct 25*: 10 calls",
      ],
    ],
    [
      "LA of Sydney on a Thursday",
      { rep: LA, team: SYDNEY, on: "2026-10-29", period: "weekly", target: 50 },
      [
        "🟢 *Calls*: 44 of 50 this week, on pace · 6 a day after today",
        "Thu, Oct 29 is over for the team. What you do now counts toward Fri, Oct 30.",
        "*Yesterday, Wed, Oct 28*: 10 calls",
      ],
    ],
    [
      "LA of Sydney on a Friday",
      { rep: LA, team: SYDNEY, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* this week: 50, goal 50. Nice work!",
        "✅ *Calls*: 50 of 50 this week, reached",
        "Fri, Oct 30 is over for the team. What you do now counts toward Sat, Oct 31.",
        "*Yesterday, Thu, Oct 29*: 10 calls",
      ],
    ],
    [
      "LA of Sydney on a Friday, short",
      { rep: LA, team: SYDNEY, on: "2026-10-30", period: "weekly", target: 80 },
      [
        "⚫ *Calls*: 50 of 80 this week, out of time: short by 30",
        "Fri, Oct 30 is over for the team. What you do now counts toward Sat, Oct 31.",
        "*Yesterday, Thu, Oct 29*: 10 calls",
      ],
    ],
    [
      "LA of Sydney on the last of a month",
      { rep: LA, team: SYDNEY, on: "2026-11-30", period: "monthly", target: 210 },
      [
        "🏆 You reached *Calls* this month: 210, goal 210. Nice work!",
        "✅ *Calls*: 210 of 210 this month, reached",
        "Mon, Nov 30 is over for the team. What you do now counts toward Tue, Dec 1.",
        "*Done Fri, Nov 27 – Sun, Nov 29*: 10 calls",
      ],
    ],
    [
      "LA of Sydney, a daily goal",
      { rep: LA, team: SYDNEY, on: "2026-10-28", period: "daily", target: 12 },
      [
        "❌ *Calls*: 10 of 12 for the day, missed",
        "Wed, Oct 28 is over for the team. What you do now counts toward Thu, Oct 29.",
        "*Yesterday, Tue, Oct 27*: 10 calls",
      ],
    ],
    [
      "London of New York",
      { rep: LONDON, team: NEW_YORK, on: "2026-10-28", period: "weekly", target: 50 },
      [
        "🟢 *Calls*: 24 of 50 this week, on pace · 4 of 10 today, or 13 a day after",
        "*Yesterday, Tue, Oct 27*: 10 calls",
      ],
    ],
    [
      "New York of London after London's clocks went back",
      { rep: NEW_YORK, team: LONDON, on: "2026-10-26", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon, Oct 19 – Sun, Oct 25: 50, goal 50. Nice work!",
        "🟢 *Calls*: 4 of 50 this week, on pace · 4 of 10 today, or 12 a day after",
        "*Done Fri, Oct 23 – Sun, Oct 25*: 10 calls",
      ],
    ],
    [
      "Tokyo of New York on the 1st of a month",
      { rep: TOKYO, team: NEW_YORK, on: "2026-12-01", period: "monthly", target: 210 },
      [
        "⚪ *Calls*: 0 of 210 this month, not started · 10 today, or 10 a day after",
        "*Done Fri, Nov 27 – Sun, Nov 29*: 10 calls",
        "*Yesterday, Mon, Nov 30*, so far, until 2:00 PM GMT+9: 4 calls",
      ],
    ],
    [
      "Auckland of Honolulu on a Tuesday",
      { rep: AUCKLAND, team: HONOLULU, on: "2026-10-27", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon, Oct 19 – Sun, Oct 25: 50, goal 50. Nice work!",
        "🔴 *Calls*: 4 of 50 this week, behind by 6",
        "12 today, or 16 a day after",
        "*Done Fri, Oct 23 – Sun, Oct 25*: 10 calls",
        "*Yesterday, Mon, Oct 26*, so far, until 11:00 PM GMT+13: 4 calls",
      ],
    ],
    [
      "Honolulu of Auckland on a Friday",
      { rep: HONOLULU, team: AUCKLAND, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* this week: 50, goal 50. Nice work!",
        "✅ *Calls*: 50 of 50 this week, reached",
        "Fri, Oct 30 is over for the team. What you do now counts toward Sat, Oct 31.",
        "*Yesterday, Thu, Oct 29*: 10 calls",
      ],
    ],
  ])("says to the letter: %s", (_, { on, away, holiday, ...row }, text) => {
    const days = (list: string | undefined) => (list === undefined ? [] : list.split(",").map(day));
    const morning = { ...row, day: day(on), away: days(away), holidays: days(holiday) };

    expect(morningLines({ ...morning, figures: tenADay(morning) })).toEqual(text);
  });
});
