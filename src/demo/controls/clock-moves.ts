import { fromZonedTime } from "date-fns-tz/fromZonedTime";
import { addDays, type Day, weekday, type ZoneDays } from "../../time/day";

/** The state of the clock that a move is computed from. */
export interface ClockState {
  readonly now: Date;
  /** The time without any move of the clock. */
  readonly unmoved: Date;
  /** The team's. */
  readonly days: ZoneDays;
}

/** A move of the clock; `lookAt` says what to look at afterwards. */
export interface ClockMove {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly lookAt: string;
  /** What is said instead where the team does not work on the day. */
  readonly onDayOff?: string;
  to(state: ClockState): Date;
}

const HOUR_MS = 3_600_000;
const EVERY_DAY = 7;
const ON_DAY_OFF =
  "It's no workday of the team's, so there is no digest and no leaderboard of this morning, and in App Home today asks for nothing.";

export const CLOCK_MOVES: readonly ClockMove[] = [
  {
    id: "clock.hour",
    label: "+1 hour",
    hint: "An hour passes, and the team works on. Look at App Home: the figures stay and say when they are from.",
    lookAt: "App Home says how old its figures are: an hour more. Sync now brings what the team did in it.",
    to: ({ now }) => new Date(now.getTime() + HOUR_MS),
  },
  {
    id: "clock.tomorrow",
    label: "Tomorrow 8:00 AM",
    hint: "The team works until evening, then it is the next morning. Look at Paceline's messages and the channel: each rep's digest, one leaderboard.",
    lookAt:
      "Each rep has a digest in Paceline's messages, the channel its leaderboard, and in App Home today's figures begin at zero.",
    onDayOff: ON_DAY_OFF,
    to: ({ now, days }) => eightOClock(addDays(days.dayOf(now), 1), days.zone),
  },
  {
    id: "clock.monday",
    label: "Monday 8:00 AM",
    hint: "The team works on until the weekend. Look at the channel: last week's leaderboard. As Maya or Chloé, at Paceline's messages: their team's week.",
    lookAt:
      "A new week: the channel has last week's leaderboard, Maya and Chloé their team's week in Paceline's messages, and in /goals weekly goals start over.",
    onDayOff: ON_DAY_OFF,
    to: ({ now, days }) => eightOClock(nextMonday(days.dayOf(now)), days.zone),
  },
  {
    id: "clock.now",
    label: "Back to today",
    hint: "Back to the sample's afternoon. What was synced since stays in the figures: Reset takes that back, too.",
    lookAt:
      "App Home shows this day again. What was synced of later hours and days is still counted in: Reset takes that back, too.",
    to: ({ unmoved }) => unmoved,
  },
  {
    id: "clock.change",
    label: "Clocks go back, Nov 1",
    hint: "November 1, 1:30 AM, which comes twice that night. Look at /goals: a new month, and one day that has 25 hours.",
    lookAt: "In half an hour it's 1:00 AM again, and the day has 25 hours. A call still counts on one day only.",
    to: () => new Date("2026-11-01T08:30:00Z"),
  },
];

function eightOClock(of: Day, zone: string): Date {
  return fromZonedTime(`${of} 08:00:00`, zone);
}

/** The next Monday after today; on a Monday, the one a week later. */
function nextMonday(today: Day): Day {
  return addDays(today, EVERY_DAY + 1 - weekday(today));
}
