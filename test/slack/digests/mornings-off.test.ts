import { day } from "../../../src/time/day";
import { type Morning, morningLines, tenADay } from "../../support/harness/digests/mornings";

const NEW_YORK = "America/New_York";

type Row = Pick<Morning, "rep" | "team" | "period" | "target"> & {
  readonly on: string;
  readonly away?: string;
  readonly holiday?: string;
};

/** Ten calls each weekday, four so far on the team's date. */
describe("a morning in the team's own zone, around holidays, days away and changes of clocks", () => {
  it.each<[string, Row, readonly string[]]>([
    [
      "the last day of a month",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-30", period: "monthly", target: 210 },
      [
        "*Fri 27 Nov – Sun 29 Nov*: Calls 10",
        "*Calls*: 4 of 10 today, the last working day · this month *204 of 210* · 🔵 on pace",
      ],
    ],
    [
      "the day after the last of a month",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-12-01", period: "monthly", target: 210 },
      [
        "🏆 You reached *Calls* in Nov 2026: 210, your goal was 210. Well done!",
        "*Yesterday, Mon 30 Nov*: Calls 10",
        "*Calls*: 4 of 10 today (210 over 23 working days, rounded up) · this month *4 of 210* · 🔵 on pace · 206 to go, 22 working days after today: 10 a day, rounded up",
      ],
    ],
    [
      "a holiday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-26", period: "monthly", target: 210, holiday: "2026-11-26" },
      [
        "*Yesterday, Wed 25 Nov*: Calls 10",
        "*Calls*: this month *184 of 210* · 🔵 on pace · 26 to go, 2 working days after today: 13 a day",
      ],
    ],
    [
      "the day before a holiday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-25", period: "weekly", target: 50, holiday: "2026-11-26" },
      [
        "*Yesterday, Tue 24 Nov*: Calls 10",
        "*Calls*: 4 of 15 today (30 over 2 working days) · this week *24 of 50* · 🔴 behind · 26 to go, 1 working day after today: 26 a day",
      ],
    ],
    [
      "the day after a holiday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-27", period: "weekly", target: 50, holiday: "2026-11-26" },
      [
        "*Wed 25 Nov – Thu 26 Nov*: Calls 20",
        "*Calls*: 4 of 10 today, the last working day · this week *44 of 50* · 🔵 on pace",
      ],
    ],
    [
      "a day away",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-28", period: "weekly", target: 50, away: "2026-10-28" },
      [
        "*Yesterday, Tue 27 Oct*: Calls 10",
        "*Calls*: this week *24 of 50* · 🔵 on pace · 26 to go, 2 working days after today: 13 a day",
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
        "*Fri 16 Oct – Sun 25 Oct*: Calls 60",
        "*Calls*: 4 of 8 today (40 over 5 working days) · this month *174 of 210* · 🟢 ahead · 36 to go, 4 working days after today: 9 a day",
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
        "🏆 You reached *Calls* in the week of Mon 19 Oct – Sun 25 Oct: 50, your goal was 20. Well done!",
        "*Fri 23 Oct – Sun 25 Oct*: Calls 10",
        "*Calls*: 4 of 20 today, the last working day · this week *4 of 20* · 🔵 on pace",
      ],
    ],
    [
      "a daily goal",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-28", period: "daily", target: 10 },
      [
        "🏆 You reached *Calls* on Tue 27 Oct: 10, your goal was 10. Well done!",
        "*Yesterday, Tue 27 Oct*: Calls 10",
        "*Calls*: today *4 of 10* · 🔵 on pace · 6 to go today",
      ],
    ],
    [
      "a daily goal on a Monday",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-10-26", period: "daily", target: 10 },
      [
        "🏆 You reached *Calls* on Fri 23 Oct: 10, your goal was 10. Well done!",
        "*Fri 23 Oct – Sun 25 Oct*: Calls 10",
        "*Calls*: today *4 of 10* · 🔵 on pace · 6 to go today",
      ],
    ],
    [
      "the Monday after clocks went back",
      { rep: NEW_YORK, team: NEW_YORK, on: "2026-11-02", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon 26 Oct – Sun 1 Nov: 50, your goal was 50. Well done!",
        "*Fri 30 Oct – Sun 1 Nov*: Calls 10",
        "*Calls*: 4 of 10 today (50 over 5 working days) · this week *4 of 50* · 🔵 on pace · 46 to go, 4 working days after today: 12 a day, rounded up",
      ],
    ],
    [
      "the Monday after clocks went forward",
      { rep: NEW_YORK, team: NEW_YORK, on: "2027-03-15", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon 8 Mar – Sun 14 Mar: 50, your goal was 50. Well done!",
        "*Fri 12 Mar – Sun 14 Mar*: Calls 10",
        "*Calls*: 4 of 10 today (50 over 5 working days) · this week *4 of 50* · 🔵 on pace · 46 to go, 4 working days after today: 12 a day, rounded up",
      ],
    ],
  ])("says to the letter: %s", (_, { on, away, holiday, ...row }, text) => {
    const days = (list: string | undefined) => (list === undefined ? [] : list.split(",").map(day));
    const morning = { ...row, day: day(on), away: days(away), holidays: days(holiday) };

    expect(morningLines({ ...morning, figures: tenADay(morning) })).toEqual(text);
  });
});
