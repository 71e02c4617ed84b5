import { type MorningRow, rowLines } from "../../support/harness/digests/mornings";

const NEW_YORK = "America/New_York";

/** Ten calls each weekday, four so far on the team's date. */
describe("a morning in the team's own zone, through weeks and months", () => {
  it.each<[string, MorningRow, readonly string[]]>([
    [
      "a Monday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-26", period: "weekly", target: 50 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Week: *4 of 50*, on pace; if nothing more today: 12 a day",
        "🏆 You reached your *weekly calls goal* in the week of Mon, Oct 19 – Sun, Oct 25 (50 of 50). Nice work!",
        "*Friday and the weekend*: 10 calls",
      ],
    ],
    [
      "a Tuesday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-27", period: "weekly", target: 50 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Week: *14 of 50*, on pace; if nothing more today: 12 a day",
        "*Yesterday, Mon, Oct 26*: 10 calls",
      ],
    ],
    [
      "a Wednesday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-28", period: "weekly", target: 50 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Week: *24 of 50*, on pace; if nothing more today: 13 a day",
        "*Yesterday, Tue, Oct 27*: 10 calls",
      ],
    ],
    [
      "a Thursday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-29", period: "weekly", target: 50 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Week: *34 of 50*, on pace; if nothing more today: 16 tomorrow",
        "*Yesterday, Wed, Oct 28*: 10 calls",
      ],
    ],
    [
      "a Thursday with Friday away",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-29", period: "weekly", target: 50, away: "2026-10-30" },
      [
        "4 workdays this week: off Fri",
        "*Calls*: ▰▱▱▱▱ *4 of 20 today*",
        "🔴 Week: *34 of 50*, behind by 4, the last workday",
        "*Yesterday, Wed, Oct 28*: 10 calls",
      ],
    ],
    [
      "a Thursday behind, two full days ahead",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-29", period: "weekly", target: 60 },
      [
        "*Calls*: ▰▱▱▱▱ *4 of 15 today*",
        "🔴 Week: *34 of 60*, behind by 2; if nothing more today: 26 tomorrow",
        "*Yesterday, Wed, Oct 28*: 10 calls",
      ],
    ],
    [
      "the last workday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Week: *44 of 50*, on pace, the last workday",
        "*Yesterday, Thu, Oct 29*: 10 calls",
      ],
    ],
    [
      "the last workday, much missing",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-30", period: "weekly", target: 80 },
      [
        "*Calls*: ▰▱▱▱▱ *4 of 40 today*",
        "🔴 Week: *44 of 80*, behind by 20, the last workday",
        "*Yesterday, Thu, Oct 29*: 10 calls",
      ],
    ],
    [
      "the day after, a Saturday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-31", period: "weekly", target: 80 },
      ["*Calls*", "⚫ Week: *50 of 80*, out of time: short by 30", "*Yesterday, Fri, Oct 30*: 10 calls"],
    ],
    [
      "a Sunday before the last of a month",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-29", period: "monthly", target: 210 },
      ["*Calls*", "🟢 Month: *200 of 210*, on pace; 10 tomorrow", "*Done Fri, Nov 27 – Sat, Nov 28*: 10 calls"],
    ],
    [
      "the first of a month",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-01", period: "monthly", target: 210 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Month: *4 of 210*, on pace",
        "🏆 You reached your *monthly calls goal* in Sep 2026 (220 of 210). Nice work!",
        "*Yesterday, Wed, Sep 30*: 10 calls",
      ],
    ],
    [
      "the first working day of a month",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-02", period: "monthly", target: 210 },
      [
        "*Calls*: ▰▰▱▱▱ *4 of 10 today*",
        "🟢 Month: *4 of 210*, on pace; if nothing more today: 11 a day",
        "🏆 You reached your *monthly calls goal* in Oct 2026 (220 of 210). Nice work!",
        "*Friday and the weekend*: 10 calls",
      ],
    ],
  ])("says to the letter: %s", (_, row, text) => {
    expect(rowLines(row)).toEqual(text);
  });
});
