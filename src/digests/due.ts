import { type Calendar, workingCalendar } from "../goals/calendar";
import { addDays, type Day, daysBetween, isZone, type ZoneDays, zoneDays } from "../metrics/day";
import { type LocalTime, localTime, type ZoneTimes, zoneTimes } from "../metrics/local-time";
import type { Person } from "../people/person";
import { digestOf } from "../people/person-settings";
import type { Wanted } from "./delivery";

/** Somebody who may get a digest. */
export type Riser = Pick<Person, "_id" | "tz" | "active" | "schedule" | "digest" | "firstSeen">;

/** What everybody's mornings have in common. */
export interface Mornings {
  readonly now: Date;
  /** For whoever has no zone in Slack. */
  readonly teamZone: string;
  /** 1 for Monday to 7 for Sunday. */
  readonly week: readonly number[];
  readonly holidays: ReadonlySet<Day>;
  /** Whoever has an active goal; nobody else gets a digest. */
  readonly withGoals: ReadonlySet<string>;
}

/** One person's morning of one local day. */
export interface Morning {
  readonly day: Day;
  readonly dueAt: Date;
  readonly cutOffAt: Date;
}

const NOON = localTime("12:00");
const HOUR_MS = 3_600_000;
/** Longer than anybody is away without their manager knowing. */
const DAYS_AHEAD = 60;

/**
 * Every digest whose morning has come: yesterday's and today's by each person's own clock, posted or not.
 *
 * What is past its cut-off is wanted only, to be noted as missed, when nobody has looked since it was due: otherwise it
 * has its row, or was not wanted then.
 *
 * @param lookedAt when it was last looked what is due; `null` for never, and then nothing was missed.
 */
export function dueDigests(
  people: readonly Riser[],
  { lookedAt, ...mornings }: Mornings & { readonly lookedAt: Date | null },
): readonly Wanted[] {
  const { now } = mornings;
  const clocks = clocksOf();
  const open = (one: Morning) => now < one.cutOffAt || (lookedAt !== null && lookedAt < one.dueAt);
  return people.flatMap((person) => {
    const clock = clocks(zoneOf(person, mornings.teamZone).zone);
    const today = clock.days.dayOf(now);
    return [addDays(today, -1), today]
      .filter((day) => wakes(person, { day, ...mornings }))
      .map((day) => clock.morning(day, localTime(digestOf(person).at)))
      .filter((one) => one.dueAt <= now && open(one) && metBefore(person, one))
      .map((one) => ({ kind: "digest" as const, to: person._id, ...one }));
  });
}

/** The next morning that this person gets a digest; `null` when none is in sight. */
export function nextMorning(person: Riser, mornings: Mornings): Morning | null {
  const clock = clocksOf()(zoneOf(person, mornings.teamZone).zone);
  const at = localTime(digestOf(person).at);
  const today = clock.days.dayOf(mornings.now);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    if (!wakes(person, { day, ...mornings })) continue;
    const morning = clock.morning(day, at);
    if (morning.dueAt > mornings.now) return morning;
  }
  return null;
}

/** The zone somebody's mornings follow, and whether it is their own. */
export function zoneOf({ tz }: Pick<Person, "tz">, teamZone: string): { readonly zone: string; readonly own: boolean } {
  return tz !== null && isZone(tz) ? { zone: tz, own: true } : { zone: teamZone, own: false };
}

/** The days on which somebody works, whatever pace counts. */
export function workdaysOf(
  { schedule }: Pick<Person, "schedule">,
  team: Pick<Mornings, "week" | "holidays">,
): Calendar {
  return workingCalendar({ schedule, ...team });
}

/**
 * What a digest speaks of as yesterday: the last working day before this one, and the days off since, both ends
 * included. The day before alone when somebody has not worked for a month.
 */
export function lastWorkingDays(before: Day, calendar: Calendar): { readonly from: Day; readonly to: Day } {
  const to = addDays(before, -1);
  let from = to;
  while (!calendar.isWorkingDay(from)) {
    if (daysBetween(from, to) > 31) return { from: to, to };
    from = addDays(from, -1);
  }
  return { from, to };
}

function wakes(person: Riser, { day, withGoals, ...team }: Omit<Mornings, "now"> & { readonly day: Day }): boolean {
  const { on, snoozedUntil } = digestOf(person);
  const awake = on && (snoozedUntil === undefined || snoozedUntil < day);
  return awake && person.active && withGoals.has(person._id) && workdaysOf(person, team).isWorkingDay(day);
}

/** Whoever was met when the window was over has missed nothing. */
function metBefore({ firstSeen }: Riser, { cutOffAt }: Morning): boolean {
  return firstSeen !== undefined && firstSeen < cutOffAt;
}

/** One zone's clock on the wall. */
export interface WallClock {
  readonly days: ZoneDays;
  /** From the time of day to noon, or for an hour where that is later. */
  morning(day: Day, at: LocalTime): Morning;
}

/** @throws {RangeError} for a zone that does not exist. */
export function wallClock(zone: string): WallClock {
  const times: ZoneTimes = zoneTimes(zone);
  const known = new Map<string, Morning>();
  return {
    days: zoneDays(zone),
    morning: (day, at) => {
      const key = `${day} ${at}`;
      const found = known.get(key) ?? morningAt(day, { at, times });
      known.set(key, found);
      return found;
    },
  };
}

function morningAt(day: Day, { at, times }: { readonly at: LocalTime; readonly times: ZoneTimes }): Morning {
  const dueAt = times.at(day, at);
  const cutOff = Math.max(times.at(day, NOON).getTime(), dueAt.getTime() + HOUR_MS);
  return { day, dueAt, cutOffAt: new Date(cutOff) };
}

/** So that a thousand people in one zone ask its calendar once. */
function clocksOf(): (zone: string) => WallClock {
  const clocks = new Map<string, WallClock>();
  return (zone) => {
    const found = clocks.get(zone) ?? wallClock(zone);
    clocks.set(zone, found);
    return found;
  };
}
