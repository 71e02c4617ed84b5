import { day } from "../../../src/time/day";
import { type Morning, morningLines, tenADay } from "../../support/harness/digests/mornings";

const LA = "America/Los_Angeles";
const NEW_YORK = "America/New_York";
const KOLKATA = "Asia/Kolkata";
const TOKYO = "Asia/Tokyo";
const SYDNEY = "Australia/Sydney";
const LONDON = "Europe/London";
const AUCKLAND = "Pacific/Auckland";
const HONOLULU = "Pacific/Honolulu";

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
        "*Fri 23 Oct – Sat 24 Oct*: Calls 10",
        "*Yesterday, Sun 25 Oct*, so far, until 12:30 GMT+5:30: Calls 0",
        "*Calls*: 0 of 10 today (50 over 5 working days) · this week *0 of 50* · 🔵 on pace · 50 to go, 4 working days after today: 13 a day, rounded up",
      ],
    ],
    [
      "Kolkata of LA on a Tuesday",
      { rep: KOLKATA, team: LA, on: "2026-10-27", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon 19 Oct – Sun 25 Oct: 50, your goal was 50. Well done!",
        "*Fri 23 Oct – Sun 25 Oct*: Calls 10",
        "*Yesterday, Mon 26 Oct*, so far, until 12:30 GMT+5:30: Calls 4",
        "*Calls*: 0 of 12 today (46 over 4 working days, rounded up) · this week *4 of 50* · 🔴 behind · 46 to go, 3 working days after today: 16 a day, rounded up",
      ],
    ],
    [
      "Kolkata of LA on a Friday",
      { rep: KOLKATA, team: LA, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "*Wed 28 Oct*: Calls 10",
        "*Yesterday, Thu 29 Oct*, so far, until 12:30 GMT+5:30: Calls 4",
        "*Calls*: 0 of 16 today, the last working day · this week *34 of 50* · 🔴 behind",
      ],
    ],
    [
      "Kolkata of LA on the 1st of a month",
      { rep: KOLKATA, team: LA, on: "2026-10-01", period: "monthly", target: 210 },
      [
        "*Tue 29 Sep*: Calls 10",
        "*Yesterday, Wed 30 Sep*, so far, until 12:30 GMT+5:30: Calls 4",
        "*Calls*: 0 of 10 today (210 over 22 working days, rounded up) · this month *0 of 210* · 🔵 on pace · 210 to go, 21 working days after today: 10 a day",
      ],
    ],
    [
      "Kolkata of LA on the 2nd of a month",
      { rep: KOLKATA, team: LA, on: "2026-10-02", period: "monthly", target: 210 },
      [
        "🏆 You reached *Calls* in Sep 2026: 220, your goal was 210. Well done!",
        "*Wed 30 Sep*: Calls 10",
        "*Yesterday, Thu 1 Oct*, so far, until 12:30 GMT+5:30: Calls 4",
        "*Calls*: 0 of 10 today (206 over 21 working days, rounded up) · this month *4 of 210* · 🔴 behind · 206 to go, 20 working days after today: 11 a day, rounded up",
      ],
    ],
    [
      "Kolkata of LA, a daily goal",
      { rep: KOLKATA, team: LA, on: "2026-10-28", period: "daily", target: 10 },
      [
        "🏆 You reached *Calls* on Mon 26 Oct: 10, your goal was 10. Well done!",
        "*Mon 26 Oct*: Calls 10",
        "*Yesterday, Tue 27 Oct*, so far, until 12:30 GMT+5:30: Calls 4",
        "*Calls*: today *0 of 10* · 🔵 on pace · 10 to go today",
      ],
    ],
    [
      "Kolkata of LA after LA's clocks went back",
      { rep: KOLKATA, team: LA, on: "2026-11-03", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon 26 Oct – Sun 1 Nov: 50, your goal was 50. Well done!",
        "*Fri 30 Oct – Sun 1 Nov*: Calls 10",
        "*Yesterday, Mon 2 Nov*, so far, until 13:30 GMT+5:30: Calls 4",
        "*Calls*: 0 of 12 today (46 over 4 working days, rounded up) · this week *4 of 50* · 🔴 behind · 46 to go, 3 working days after today: 16 a day, rounded up",
      ],
    ],
    [
      "LA of Sydney on a Monday",
      { rep: LA, team: SYDNEY, on: "2026-10-26", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon 19 Oct – Sun 25 Oct: 50, your goal was 50. Well done!",
        "*Fri 23 Oct – Sun 25 Oct*: Calls 10",
        "*Calls*: this week *14 of 50* · 🔵 on pace · 36 to go, 4 working days after today: 9 a day",
        "Mon 26 Oct is over for the team: what you do now counts for Tue 27 Oct.",
      ],
    ],
    [
      "LA of Sydney on a Thursday",
      { rep: LA, team: SYDNEY, on: "2026-10-29", period: "weekly", target: 50 },
      [
        "*Yesterday, Wed 28 Oct*: Calls 10",
        "*Calls*: this week *44 of 50* · 🔵 on pace · 6 to go, 1 working day after today: 6 a day",
        "Thu 29 Oct is over for the team: what you do now counts for Fri 30 Oct.",
      ],
    ],
    [
      "LA of Sydney on a Friday",
      { rep: LA, team: SYDNEY, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* this week: 50, your goal was 50. Well done!",
        "*Yesterday, Thu 29 Oct*: Calls 10",
        "*Calls*: this week *50 of 50* · 🏆 reached",
        "Fri 30 Oct is over for the team: what you do now counts for Sat 31 Oct.",
      ],
    ],
    [
      "LA of Sydney on a Friday, short",
      { rep: LA, team: SYDNEY, on: "2026-10-30", period: "weekly", target: 80 },
      [
        "*Yesterday, Thu 29 Oct*: Calls 10",
        "*Calls*: this week *50 of 80* · ⚫ no working day left: short by 30",
        "Fri 30 Oct is over for the team: what you do now counts for Sat 31 Oct.",
      ],
    ],
    [
      "LA of Sydney on the last of a month",
      { rep: LA, team: SYDNEY, on: "2026-11-30", period: "monthly", target: 210 },
      [
        "🏆 You reached *Calls* this month: 210, your goal was 210. Well done!",
        "*Fri 27 Nov – Sun 29 Nov*: Calls 10",
        "*Calls*: this month *210 of 210* · 🏆 reached",
        "Mon 30 Nov is over for the team: what you do now counts for Tue 1 Dec.",
      ],
    ],
    [
      "LA of Sydney, a daily goal",
      { rep: LA, team: SYDNEY, on: "2026-10-28", period: "daily", target: 12 },
      [
        "*Yesterday, Tue 27 Oct*: Calls 10",
        "*Calls*: today *10 of 12* · ⚫ missed",
        "Wed 28 Oct is over for the team: what you do now counts for Thu 29 Oct.",
      ],
    ],
    [
      "London of New York",
      { rep: LONDON, team: NEW_YORK, on: "2026-10-28", period: "weekly", target: 50 },
      [
        "*Yesterday, Tue 27 Oct*: Calls 10",
        "*Calls*: 4 of 10 today (30 over 3 working days) · this week *24 of 50* · 🔵 on pace · 26 to go, 2 working days after today: 13 a day",
      ],
    ],
    [
      "New York of London after London's clocks went back",
      { rep: NEW_YORK, team: LONDON, on: "2026-10-26", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon 19 Oct – Sun 25 Oct: 50, your goal was 50. Well done!",
        "*Fri 23 Oct – Sun 25 Oct*: Calls 10",
        "*Calls*: 4 of 10 today (50 over 5 working days) · this week *4 of 50* · 🔵 on pace · 46 to go, 4 working days after today: 12 a day, rounded up",
      ],
    ],
    [
      "Tokyo of New York on the 1st of a month",
      { rep: TOKYO, team: NEW_YORK, on: "2026-12-01", period: "monthly", target: 210 },
      [
        "*Fri 27 Nov – Sun 29 Nov*: Calls 10",
        "*Yesterday, Mon 30 Nov*, so far, until 14:00 GMT+9: Calls 4",
        "*Calls*: 0 of 10 today (210 over 23 working days, rounded up) · this month *0 of 210* · 🔵 on pace · 210 to go, 22 working days after today: 10 a day, rounded up",
      ],
    ],
    [
      "Auckland of Honolulu on a Tuesday",
      { rep: AUCKLAND, team: HONOLULU, on: "2026-10-27", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* in the week of Mon 19 Oct – Sun 25 Oct: 50, your goal was 50. Well done!",
        "*Fri 23 Oct – Sun 25 Oct*: Calls 10",
        "*Yesterday, Mon 26 Oct*, so far, until 23:00 GMT+13: Calls 4",
        "*Calls*: 0 of 12 today (46 over 4 working days, rounded up) · this week *4 of 50* · 🔴 behind · 46 to go, 3 working days after today: 16 a day, rounded up",
      ],
    ],
    [
      "Honolulu of Auckland on a Friday",
      { rep: HONOLULU, team: AUCKLAND, on: "2026-10-30", period: "weekly", target: 50 },
      [
        "🏆 You reached *Calls* this week: 50, your goal was 50. Well done!",
        "*Yesterday, Thu 29 Oct*: Calls 10",
        "*Calls*: this week *50 of 50* · 🏆 reached",
        "Fri 30 Oct is over for the team: what you do now counts for Sat 31 Oct.",
      ],
    ],
  ])("says to the letter: %s", (_, { on, away, holiday, ...row }, text) => {
    const days = (list: string | undefined) => (list === undefined ? [] : list.split(",").map(day));
    const morning = { ...row, day: day(on), away: days(away), holidays: days(holiday) };

    expect(morningLines({ ...morning, figures: tenADay(morning) })).toEqual(text);
  });
});
