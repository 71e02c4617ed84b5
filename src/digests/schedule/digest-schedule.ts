import type { Calendar } from "../../goals/calendar";
import { digestOf } from "../../people/person-settings";
import { addDays, type Day, daysBetween } from "../../time/day";
import { readerZone } from "../../time/reader-day";
import { localTime } from "../../time/time-of-day";
import type { PlannedMessage } from "../planned-message";
import { type DigestScheduleContext, type NoDigest, noDigestOn, type Recipient } from "./recipient";
import { clocksOf, type DigestSlot } from "./wall-clock";

/** Longer than anybody is away without their manager knowing. */
const DAYS_AHEAD = 75;

/**
 * Plans every digest that is due: yesterday's and today's by each person's own clock, posted or not.
 *
 * One past its cut-off is planned, to be recorded as missed, only when no check came since it was due: otherwise it has
 * its row, or was not due then.
 *
 * @param lastCheckAt when it was last checked what is due; `null` for never, and then nothing was missed.
 */
export function dueDigests(
  people: readonly Recipient[],
  { lastCheckAt, ...context }: DigestScheduleContext & { readonly lastCheckAt: Date | null },
): readonly PlannedMessage[] {
  const { now, clocks = clocksOf() } = context;
  const open = (one: DigestSlot) => now < one.cutOffAt || (lastCheckAt !== null && lastCheckAt < one.dueAt);
  return people.flatMap((person) => {
    const clock = clocks(readerZone(person, context.teamZone).zone);
    const today = clock.days.dayOf(now);
    return [addDays(today, -1), today]
      .filter((day) => noDigestOn(person, { day, ...context }) === null)
      .map((day) => clock.slot(day, localTime(digestOf(person).at)))
      .filter((one) => one.dueAt <= now && open(one) && metBefore(person, one))
      .map((one) => ({ kind: "digest" as const, to: person._id, ...one }));
  });
}

/**
 * Finds when this person gets their next digest; `null` when none is in sight.
 *
 * @param closed days whose digest was posted, or never will be: then one that is due already counts, too. Without it
 * only what falls due after now does.
 */
export function nextDigestSlot(
  person: Recipient,
  { closed, ...context }: DigestScheduleContext & { readonly closed?: ReadonlySet<Day> },
): DigestSlot | null {
  const { clocks = clocksOf() } = context;
  const clock = clocks(readerZone(person, context.teamZone).zone);
  const at = localTime(digestOf(person).at);
  const today = clock.days.dayOf(context.now);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    if (closed?.has(day) || noDigestOn(person, { day, ...context }) !== null) continue;
    const slot = clock.slot(day, at);
    if ((closed === undefined ? slot.dueAt : slot.cutOffAt) > context.now) return slot;
  }
  return null;
}

/** The digests that come next. */
export interface UpcomingDigests {
  /** When the first is due. */
  readonly at: Date;
  /** Slack ids of whoever has theirs at that very time. */
  readonly first: readonly string[];
  /** When the next is due within a day from then on, and how many people have theirs in it; `null` where nobody has. */
  readonly later: { readonly at: Date; readonly people: number } | null;
}

const DAY_MS = 86_400_000;

/** Finds the digests that come next, of whoever a sync has met; `null` where none is in sight. */
export function upcomingDigests(people: readonly Recipient[], context: DigestScheduleContext): UpcomingDigests | null {
  const slots = people.flatMap((person) => {
    const slot = person.firstSeen === undefined ? null : nextDigestSlot(person, context);
    return slot === null ? [] : [{ userId: person._id, time: slot.dueAt.getTime() }];
  });
  if (slots.length === 0) return null;
  const at = Math.min(...slots.map(({ time }) => time));
  const later = slots.filter(({ time }) => time > at && time < at + DAY_MS);
  const next = Math.min(...later.map(({ time }) => time));
  return {
    at: new Date(at),
    first: slots.filter(({ time }) => time === at).map(({ userId }) => userId),
    later: later.length === 0 ? null : { at: new Date(next), people: later.length },
  };
}

/**
 * The days that a digest calls yesterday: the last working day before this one, and the days off since, both ends
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

/** Whether a sync knew the person before the window closed: else they have missed nothing. */
export function metBefore({ firstSeen }: Recipient, { cutOffAt }: DigestSlot): boolean {
  return firstSeen !== undefined && firstSeen < cutOffAt;
}

/** When somebody's next digest comes. */
export interface NextDigest {
  /** `null` when none is in sight. */
  readonly slot: DigestSlot | null;
  /** It is due already, and comes with one of the next ticks. */
  readonly isDue?: boolean;
  /** Why there is none. */
  readonly none?: NoDigest | "not-met";
  /** The zone it goes by, and whether that is the person's own. */
  readonly zone: string;
  readonly own: boolean;
}
