import { type MorningRow, rowLines } from "../../support/harness/digests/mornings";

const [LA, NEW_YORK, HONOLULU] = ["America/Los_Angeles", "America/New_York", "Pacific/Honolulu"] as const;
const [KOLKATA, TOKYO, LONDON] = ["Asia/Kolkata", "Asia/Tokyo", "Europe/London"] as const;
const [SYDNEY, AUCKLAND] = ["Australia/Sydney", "Pacific/Auckland"] as const;

/** Ten calls each weekday, four so far on the team's date. */
describe("a morning in another zone than the team's", () => {
  it.each<[string, MorningRow, readonly string[]]>([
    [
      "Kolkata of LA on a Monday",
      { rep: KOLKATA, team: LA, on: "2026-10-26", period: "weekly", target: 50 },
      [
        "*Calls*: *10 needed today*",
        "⚪ Week: *0 of 50*, not started; if nothing today: 13 a day",
        "*Done Fri, Oct 23 – Sat, Oct 24*: 10 calls",
        "*Yesterday, Sun, Oct 25*, so far, until 12:30 PM GMT+5:30: nothing logged",
      ],
    ],
    [
      "Kolkata of LA on a Tuesday",
      { rep: KOLKATA, team: LA, on: "2026-10-27", period: "weekly", target: 50 },
      [
        "*Calls*: *12 needed today*",
        "🔴 Week: *4 of 50*, behind by 6; if nothing today: 16 a day",
        "🏆 You reached your *weekly calls goal* in the week of Mon, Oct 19 – Sun, Oct 25 (50 of 50). Nice work!",
        "*Friday and the weekend*: 10 calls",
        "*Yesterday, Mon, Oct 26*, so far, until 12:30 PM GMT+5:30: 4 calls",
      ],
    ],
    [
      "Kolkata of LA on a Friday",
      { rep: KOLKATA, team: LA, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "*Calls*: *16 needed today*",
        "🔴 Week: *34 of 50*, behind by 6, the last workday",
        "*Wed, Oct 28*: 10 calls",
        "*Yesterday, Thu, Oct 29*, so far, until 12:30 PM GMT+5:30: 4 calls",
      ],
    ],
    [
      "Kolkata of LA on the 1st of a month",
      { rep: KOLKATA, team: LA, on: "2026-10-01", period: "monthly", target: 210 },
      [
        "*Calls*: *10 needed today*",
        "⚪ Month: *0 of 210*, not started",
        "*Tue, Sep 29*: 10 calls",
        "*Yesterday, Wed, Sep 30*, so far, until 12:30 PM GMT+5:30: 4 calls",
      ],
    ],
    [
      "Kolkata of LA on the 2nd of a month",
      { rep: KOLKATA, team: LA, on: "2026-10-02", period: "monthly", target: 210 },
      [
        "*Calls*: *10 needed today*",
        "🔴 Month: *4 of 210*, behind by 6; if nothing today: 11 a day",
        "🏆 You reached your *monthly calls goal* in Sep 2026 (220 of 210). Nice work!",
        "*Wed, Sep 30*: 10 calls",
        "*Yesterday, Thu, Oct 1*, so far, until 12:30 PM GMT+5:30: 4 calls",
      ],
    ],
    [
      "Kolkata of LA, a daily goal",
      { rep: KOLKATA, team: LA, on: "2026-10-28", period: "daily", target: 10 },
      [
        "*Calls*: *10 needed today* · ⚪ not started",
        "🏆 You reached your *daily calls goal* on Mon, Oct 26 (10 of 10). Nice work!",
        "*Mon, Oct 26*: 10 calls",
        "*Yesterday, Tue, Oct 27*, so far, until 12:30 PM GMT+5:30: 4 calls",
      ],
    ],
    [
      "Kolkata of LA after LA's clocks went back",
      { rep: KOLKATA, team: LA, on: "2026-11-03", period: "weekly", target: 50 },
      [
        "*Calls*: *12 needed today*",
        "🔴 Week: *4 of 50*, behind by 6; if nothing today: 16 a day",
        "🏆 You reached your *weekly calls goal* in the week of Mon, Oct 26 – Sun, Nov 1 (50 of 50). Nice work!",
        "*Friday and the weekend*: 10 calls",
        "*Yesterday, Mon, Nov 2*, so far, until 1:30 PM GMT+5:30: 4 calls",
      ],
    ],
    [
      "LA of Sydney on a Monday",
      { rep: LA, team: SYDNEY, on: "2026-10-26", period: "weekly", target: 50 },
      [
        "*Calls*",
        "🟢 Week: *14 of 50*, on pace; 9 a day after today",
        "🏆 You reached your *weekly calls goal* in the week of Mon, Oct 19 – Sun, Oct 25 (50 of 50). Nice work!",
        "Mon, Oct 26 is over for the team. What you do now counts toward Tue, Oct 27.",
        "*Friday and the weekend*: 10 calls",
      ],
    ],
    [
      "LA of Sydney on a Thursday",
      { rep: LA, team: SYDNEY, on: "2026-10-29", period: "weekly", target: 50 },
      [
        "*Calls*",
        "🟢 Week: *44 of 50*, on pace; 6 tomorrow",
        "Thu, Oct 29 is over for the team. What you do now counts toward Fri, Oct 30.",
        "*Yesterday, Wed, Oct 28*: 10 calls",
      ],
    ],
    [
      "LA of Sydney on a Friday",
      { rep: LA, team: SYDNEY, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "🏆 *Calls*: 50 of 50 this week, reached. Nice work!",
        "Fri, Oct 30 is over for the team. What you do now counts toward Sat, Oct 31.",
        "*Yesterday, Thu, Oct 29*: 10 calls",
      ],
    ],
    [
      "LA of Sydney on a Friday, short",
      { rep: LA, team: SYDNEY, on: "2026-10-30", period: "weekly", target: 80 },
      [
        "*Calls*",
        "⚫ Week: *50 of 80*, out of time: short by 30",
        "Fri, Oct 30 is over for the team. What you do now counts toward Sat, Oct 31.",
        "*Yesterday, Thu, Oct 29*: 10 calls",
      ],
    ],
    [
      "LA of Sydney on the last of a month",
      { rep: LA, team: SYDNEY, on: "2026-11-30", period: "monthly", target: 210 },
      [
        "🏆 *Calls*: 210 of 210 this month, reached. Nice work!",
        "Mon, Nov 30 is over for the team. What you do now counts toward Tue, Dec 1.",
        "*Friday and the weekend*: 10 calls",
      ],
    ],
    [
      "LA of Sydney, a daily goal",
      { rep: LA, team: SYDNEY, on: "2026-10-28", period: "daily", target: 12 },
      [
        "*Calls*",
        "❌ Daily goal: *10 of 12*, missed",
        "Wed, Oct 28 is over for the team. What you do now counts toward Thu, Oct 29.",
        "*Yesterday, Tue, Oct 27*: 10 calls (daily goal missed)",
      ],
    ],
    [
      "London of New York",
      { rep: LONDON, team: NEW_YORK, on: "2026-10-28", period: "weekly", target: 50 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Week: *24 of 50*, on pace; if nothing more today: 13 a day",
        "*Yesterday, Tue, Oct 27*: 10 calls",
      ],
    ],
    [
      "New York of London after London's clocks went back",
      { rep: NEW_YORK, team: LONDON, on: "2026-10-26", period: "weekly", target: 50 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Week: *4 of 50*, on pace; if nothing more today: 12 a day",
        "🏆 You reached your *weekly calls goal* in the week of Mon, Oct 19 – Sun, Oct 25 (50 of 50). Nice work!",
        "*Friday and the weekend*: 10 calls",
      ],
    ],
    [
      "Tokyo of New York on the 1st of a month",
      { rep: TOKYO, team: NEW_YORK, on: "2026-12-01", period: "monthly", target: 210 },
      [
        "*Calls*: *10 needed today*",
        "⚪ Month: *0 of 210*, not started",
        "*Friday and the weekend*: 10 calls",
        "*Yesterday, Mon, Nov 30*, so far, until 2:00 PM GMT+9: 4 calls",
      ],
    ],
    [
      "Auckland of Honolulu on a Tuesday",
      { rep: AUCKLAND, team: HONOLULU, on: "2026-10-27", period: "weekly", target: 50 },
      [
        "*Calls*: *12 needed today*",
        "🔴 Week: *4 of 50*, behind by 6; if nothing today: 16 a day",
        "🏆 You reached your *weekly calls goal* in the week of Mon, Oct 19 – Sun, Oct 25 (50 of 50). Nice work!",
        "*Friday and the weekend*: 10 calls",
        "*Yesterday, Mon, Oct 26*, so far, until 11:00 PM GMT+13: 4 calls",
      ],
    ],
    [
      "Honolulu of Auckland on a Friday",
      { rep: HONOLULU, team: AUCKLAND, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "🏆 *Calls*: 50 of 50 this week, reached. Nice work!",
        "Fri, Oct 30 is over for the team. What you do now counts toward Sat, Oct 31.",
        "*Yesterday, Thu, Oct 29*: 10 calls",
      ],
    ],
  ])("says to the letter: %s", (_, row, text) => {
    expect(rowLines(row)).toEqual(text);
  });
});
