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
        "⚪ not started · *Calls*, weekly: 0 of 50 · 10 today, or 13 a day after",
        "*Done Fri, Oct 23 – Sat, Oct 24*: Calls 10",
        "*Yesterday, Sun, Oct 25*, so far, until 12:30 PM GMT+5:30: nothing logged",
      ],
    ],
    [
      "Kolkata of LA on a Tuesday",
      { rep: KOLKATA, team: LA, on: "2026-10-27", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon, Oct 19 – Sun, Oct 25: 50, goal 50. Nice work!",
        "🔴 behind by 6 · *Calls*, weekly: 4 of 50",
        "12 today (46 over 4 working days, rounded up) · 46 to go, 3 working days after today: 16 a day, rounded up",
        "*Done Fri, Oct 23 – Sun, Oct 25*: Calls 10",
        "*Yesterday, Mon, Oct 26*, so far, until 12:30 PM GMT+5:30: Calls 4",
      ],
    ],
    [
      "Kolkata of LA on a Friday",
      { rep: KOLKATA, team: LA, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "🔴 behind by 6 · *Calls*, weekly: 34 of 50",
        "16 today, the last working day",
        "*Wed, Oct 28*: Calls 10",
        "*Yesterday, Thu, Oct 29*, so far, until 12:30 PM GMT+5:30: Calls 4",
      ],
    ],
    [
      "Kolkata of LA on the 1st of a month",
      { rep: KOLKATA, team: LA, on: "2026-10-01", period: "monthly", target: 210 },
      [
        "⚪ not started · *Calls*, monthly: 0 of 210 · 10 today, or 10 a day after",
        "*Tue, Sep 29*: Calls 10",
        "*Yesterday, Wed, Sep 30*, so far, until 12:30 PM GMT+5:30: Calls 4",
      ],
    ],
    [
      "Kolkata of LA on the 2nd of a month",
      { rep: KOLKATA, team: LA, on: "2026-10-02", period: "monthly", target: 210 },
      [
        "🏆 You reached *Calls* in Sep 2026: 220, goal 210. Nice work!",
        "🔴 behind by 6 · *Calls*, monthly: 4 of 210",
        "10 today (206 over 21 working days, rounded up) · 206 to go, 20 working days after today: 11 a day, rounded up",
        "*Wed, Sep 30*: Calls 10",
        "*Yesterday, Thu, Oct 1*, so far, until 12:30 PM GMT+5:30: Calls 4",
      ],
    ],
    [
      "Kolkata of LA, a daily goal",
      { rep: KOLKATA, team: LA, on: "2026-10-28", period: "daily", target: 10 },
      [
        "🏆 You reached *Calls* on Mon, Oct 26: 10, goal 10. Nice work!",
        "⚪ not started · *Calls*, daily: 0 of 10 · 10 to go today",
        "*Mon, Oct 26*: Calls 10",
        "*Yesterday, Tue, Oct 27*, so far, until 12:30 PM GMT+5:30: Calls 4",
      ],
    ],
    [
      "Kolkata of LA after LA's clocks went back",
      { rep: KOLKATA, team: LA, on: "2026-11-03", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon, Oct 26 – Sun, Nov 1: 50, goal 50. Nice work!",
        "🔴 behind by 6 · *Calls*, weekly: 4 of 50",
        "12 today (46 over 4 working days, rounded up) · 46 to go, 3 working days after today: 16 a day, rounded up",
        "*Done Fri, Oct 30 – Sun, Nov 1*: Calls 10",
        "*Yesterday, Mon, Nov 2*, so far, until 1:30 PM GMT+5:30: Calls 4",
      ],
    ],
    [
      "LA of Sydney on a Monday",
      { rep: LA, team: SYDNEY, on: "2026-10-26", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon, Oct 19 – Sun, Oct 25: 50, goal 50. Nice work!",
        "🟢 on pace · *Calls*, weekly: 14 of 50 · 9 a day after today",
        "Mon, Oct 26 is over for the team. What you do now counts toward Tue, Oct 27.",
        "*Done Fri, Oct 23 – Sun, Oct 25*: Calls 10",
      ],
    ],
    [
      "LA of Sydney on a Thursday",
      { rep: LA, team: SYDNEY, on: "2026-10-29", period: "weekly", target: 50 },
      [
        "🟢 on pace · *Calls*, weekly: 44 of 50 · 6 a day after today",
        "Thu, Oct 29 is over for the team. What you do now counts toward Fri, Oct 30.",
        "*Yesterday, Wed, Oct 28*: Calls 10",
      ],
    ],
    [
      "LA of Sydney on a Friday",
      { rep: LA, team: SYDNEY, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* this week: 50, goal 50. Nice work!",
        "✅ reached · *Calls*, weekly: 50 of 50",
        "Fri, Oct 30 is over for the team. What you do now counts toward Sat, Oct 31.",
        "*Yesterday, Thu, Oct 29*: Calls 10",
      ],
    ],
    [
      "LA of Sydney on a Friday, short",
      { rep: LA, team: SYDNEY, on: "2026-10-30", period: "weekly", target: 80 },
      [
        "⚫ out of time: short by 30 · *Calls*, weekly: 50 of 80",
        "Fri, Oct 30 is over for the team. What you do now counts toward Sat, Oct 31.",
        "*Yesterday, Thu, Oct 29*: Calls 10",
      ],
    ],
    [
      "LA of Sydney on the last of a month",
      { rep: LA, team: SYDNEY, on: "2026-11-30", period: "monthly", target: 210 },
      [
        "🏆 You reached *Calls* this month: 210, goal 210. Nice work!",
        "✅ reached · *Calls*, monthly: 210 of 210",
        "Mon, Nov 30 is over for the team. What you do now counts toward Tue, Dec 1.",
        "*Done Fri, Nov 27 – Sun, Nov 29*: Calls 10",
      ],
    ],
    [
      "LA of Sydney, a daily goal",
      { rep: LA, team: SYDNEY, on: "2026-10-28", period: "daily", target: 12 },
      [
        "⚫ missed · *Calls*, daily: 10 of 12",
        "Wed, Oct 28 is over for the team. What you do now counts toward Thu, Oct 29.",
        "*Yesterday, Tue, Oct 27*: Calls 10",
      ],
    ],
    [
      "London of New York",
      { rep: LONDON, team: NEW_YORK, on: "2026-10-28", period: "weekly", target: 50 },
      [
        "🟢 on pace · *Calls*, weekly: 24 of 50 · 4 of 10 today, or 13 a day after",
        "*Yesterday, Tue, Oct 27*: Calls 10",
      ],
    ],
    [
      "New York of London after London's clocks went back",
      { rep: NEW_YORK, team: LONDON, on: "2026-10-26", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon, Oct 19 – Sun, Oct 25: 50, goal 50. Nice work!",
        "🟢 on pace · *Calls*, weekly: 4 of 50 · 4 of 10 today, or 12 a day after",
        "*Done Fri, Oct 23 – Sun, Oct 25*: Calls 10",
      ],
    ],
    [
      "Tokyo of New York on the 1st of a month",
      { rep: TOKYO, team: NEW_YORK, on: "2026-12-01", period: "monthly", target: 210 },
      [
        "⚪ not started · *Calls*, monthly: 0 of 210 · 10 today, or 10 a day after",
        "*Done Fri, Nov 27 – Sun, Nov 29*: Calls 10",
        "*Yesterday, Mon, Nov 30*, so far, until 2:00 PM GMT+9: Calls 4",
      ],
    ],
    [
      "Auckland of Honolulu on a Tuesday",
      { rep: AUCKLAND, team: HONOLULU, on: "2026-10-27", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon, Oct 19 – Sun, Oct 25: 50, goal 50. Nice work!",
        "🔴 behind by 6 · *Calls*, weekly: 4 of 50",
        "12 today (46 over 4 working days, rounded up) · 46 to go, 3 working days after today: 16 a day, rounded up",
        "*Done Fri, Oct 23 – Sun, Oct 25*: Calls 10",
        "*Yesterday, Mon, Oct 26*, so far, until 11:00 PM GMT+13: Calls 4",
      ],
    ],
    [
      "Honolulu of Auckland on a Friday",
      { rep: HONOLULU, team: AUCKLAND, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* this week: 50, goal 50. Nice work!",
        "✅ reached · *Calls*, weekly: 50 of 50",
        "Fri, Oct 30 is over for the team. What you do now counts toward Sat, Oct 31.",
        "*Yesterday, Thu, Oct 29*: Calls 10",
      ],
    ],
  ])("says to the letter: %s", (_, { on, away, holiday, ...row }, text) => {
    const days = (list: string | undefined) => (list === undefined ? [] : list.split(",").map(day));
    const morning = { ...row, day: day(on), away: days(away), holidays: days(holiday) };

    expect(morningLines({ ...morning, figures: tenADay(morning) })).toEqual(text);
  });
});
