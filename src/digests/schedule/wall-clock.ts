import { type Day, type ZoneDays, zoneDays } from "../../time/day";
import { type LocalTime, localTime, type ZoneTimes, zoneTimes } from "../../time/time-of-day";

/** When a digest or leaderboard is due on one local day, and until when it may be posted. */
export interface DigestSlot {
  readonly day: Day;
  readonly dueAt: Date;
  readonly cutOffAt: Date;
}

const NOON = localTime("12:00");
const EVENING = localTime("18:00");
const HOUR_MS = 3_600_000;

/** The clock of one zone. */
export interface WallClock {
  readonly days: ZoneDays;
  /** From the time of day to noon, or for an hour where that is later. */
  slot(day: Day, at: LocalTime): DigestSlot;
  /** Until when a digest may come late to somebody who changed zones: until 18:00 of its day, or its cut-off where that is later. */
  lateUntil(slot: DigestSlot): Date;
}

/** @throws {RangeError} for a zone that does not exist. */
export function wallClock(zone: string): WallClock {
  const times: ZoneTimes = zoneTimes(zone);
  const known = new Map<string, DigestSlot>();
  return {
    days: zoneDays(zone),
    slot: (day, at) => {
      const key = `${day} ${at}`;
      const found = known.get(key) ?? slotAt(day, { at, times });
      known.set(key, found);
      return found;
    },
    lateUntil: ({ day, cutOffAt }) => {
      const evening = times.at(day, EVENING).getTime();
      return new Date(Math.max(evening, cutOffAt.getTime()));
    },
  };
}

function slotAt(day: Day, { at, times }: { readonly at: LocalTime; readonly times: ZoneTimes }): DigestSlot {
  const dueAt = times.at(day, at);
  const cutOff = Math.max(times.at(day, NOON).getTime(), dueAt.getTime() + HOUR_MS);
  return { day, dueAt, cutOffAt: new Date(cutOff) };
}

/** The clock of a zone. @throws {RangeError} for a zone that does not exist. */
export type Clocks = (zone: string) => WallClock;

/** Makes clocks once a zone, so that a thousand people in one zone cost one calendar. */
export function clocksOf(): Clocks {
  const clocks = new Map<string, WallClock>();
  return (zone) => {
    const found = clocks.get(zone) ?? wallClock(zone);
    clocks.set(zone, found);
    return found;
  };
}
