import { type MorningRow, rowLines } from "../../support/harness/digests/mornings";

const NEW_YORK = "America/New_York";

/** Ten calls each weekday, four so far on the team's date. */
describe("a morning in the team's own zone, around holidays, days away and changes of clocks", () => {
  it.each<[string, MorningRow, readonly string[]]>([
    [
      "the last day of a month",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-30", period: "monthly", target: 210 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Month: *204 of 210*, on pace, the last workday",
        "*Friday and the weekend*: 10 calls",
      ],
    ],
    [
      "the day after the last of a month",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-12-01", period: "monthly", target: 210 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Month: *4 of 210*, on pace",
        "🏆 You reached your *monthly calls goal* in Nov 2026 (210 of 210). Nice work!",
        "*Yesterday, Mon, Nov 30*: 10 calls",
      ],
    ],
    [
      "a holiday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-26", period: "monthly", target: 210, holiday: "2026-11-26" },
      [
        "4 workdays this week: holiday on Thu",
        "*Calls*",
        "🟢 Month: *184 of 210*, on pace; 13 a day after today",
        "*Yesterday, Wed, Nov 25*: 10 calls",
      ],
    ],
    [
      "the day before a holiday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-25", period: "weekly", target: 50, holiday: "2026-11-26" },
      [
        "4 workdays this week: holiday on Thu",
        "*Calls*: ▰▱▱▱▱ *4 of 15 today*",
        "🔴 Week: *24 of 50*, behind by 1; if nothing more today: 26 on Fri",
        "*Yesterday, Tue, Nov 24*: 10 calls",
      ],
    ],
    [
      "the day after a holiday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-27", period: "weekly", target: 50, holiday: "2026-11-26" },
      [
        "4 workdays this week: holiday on Thu",
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Week: *44 of 50*, on pace, the last workday",
        "*Done Wed, Nov 25 – Thu, Nov 26*: 20 calls",
      ],
    ],
    [
      "a day away",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-28", period: "weekly", target: 50, away: "2026-10-28" },
      [
        "4 workdays this week: off Wed",
        "*Calls*",
        "🟢 Week: *24 of 50*, on pace; 13 a day after today",
        "*Yesterday, Tue, Oct 27*: 10 calls",
      ],
    ],
    [
      "the day after a week away",
      {
        rep: NEW_YORK,
        team: NEW_YORK,
        on: "2026-10-26",
        period: "monthly",
        target: 210,
        away: "2026-10-19,2026-10-20,2026-10-21,2026-10-22,2026-10-23",
      },
      [
        "*Calls*: ▰▰▰▱▱ *4 of 8 today*",
        "🔵 Month: *174 of 210*, ahead; if nothing more today: 9 a day",
        "*Done Fri, Oct 16 – Sun, Oct 25*: 60 calls",
      ],
    ],
    [
      "a week away but Monday",
      {
        rep: NEW_YORK,
        team: NEW_YORK,
        on: "2026-10-26",
        period: "weekly",
        target: 20,
        away: "2026-10-27,2026-10-28,2026-10-29,2026-10-30",
      },
      [
        "1 workday this week: off Tue–Fri",
        "*Calls*: ▰▱▱▱▱ *4 of 20 today*",
        "🟢 Week: *4 of 20*, on pace, the last workday",
        "🏆 You reached your *weekly calls goal* in the week of Mon, Oct 19 – Sun, Oct 25 (50 of 20). Nice work!",
        "*Friday and the weekend*: 10 calls",
      ],
    ],
    [
      "a daily goal",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-28", period: "daily", target: 10 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today* · 🟢 on pace",
        "🏆 You reached your *daily calls goal* on Tue, Oct 27 (10 of 10). Nice work!",
        "*Yesterday, Tue, Oct 27*: 10 calls",
      ],
    ],
    [
      "a daily goal on a Monday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-26", period: "daily", target: 10 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today* · 🟢 on pace",
        "🏆 You reached your *daily calls goal* on Fri, Oct 23 (10 of 10). Nice work!",
        "*Friday and the weekend*: 10 calls",
      ],
    ],
    [
      "the Monday after clocks went back",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-02", period: "weekly", target: 50 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Week: *4 of 50*, on pace; if nothing more today: 12 a day",
        "🏆 You reached your *weekly calls goal* in the week of Mon, Oct 26 – Sun, Nov 1 (50 of 50). Nice work!",
        "*Friday and the weekend*: 10 calls",
      ],
    ],
    [
      "the Monday after clocks went forward",
      { rep: NEW_YORK, team: NEW_YORK, on: "2027-03-15", period: "weekly", target: 50 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Week: *4 of 50*, on pace; if nothing more today: 12 a day",
        "🏆 You reached your *weekly calls goal* in the week of Mon, Mar 8 – Sun, Mar 14 (50 of 50). Nice work!",
        "*Friday and the weekend*: 10 calls",
      ],
    ],
  ])("says to the letter: %s", (_, row, text) => {
    expect(rowLines(row)).toEqual(text);
  });
});
