import { type Calendar, workingCalendar } from "../../goals/calendar";
import type { Person } from "../../people/person";
import { digestOf } from "../../people/person-settings";
import { addDays, type Day, daysBetween } from "../../time/day";
import { readerZone } from "../../time/reader-day";
import { localTime } from "../../time/time-of-day";
import type { PlannedMessage } from "../planned-message";
import { clocksOf, type DigestSlot } from "./wall-clock";

/** Somebody who may get a digest. */
export type Recipient = Pick<Person, "_id" | "tz" | "active" | "schedule" | "digest" | "firstSeen">;

/** What the schedule of every person depends on. */
export interface DigestScheduleContext {
  readonly now: Date;
  /** The zone of people who have none in Slack. */
  readonly teamZone: string;
  /** 1 for Monday to 7 for Sunday. */
  readonly week: readonly number[];
  readonly holidays: ReadonlySet<Day>;
  /** The people with an active goal; no one else gets a digest. */
  readonly withGoals: ReadonlySet<string>;
}

/** Longer than anybody is away without their manager knowing. */
const DAYS_AHEAD = 60;

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
  const { now } = context;
  const clocks = clocksOf();
  const open = (one: DigestSlot) => now < one.cutOffAt || (lastCheckAt !== null && lastCheckAt < one.dueAt);
  return people.flatMap((person) => {
    const clock = clocks(readerZone(person, context.teamZone).zone);
    const today = clock.days.dayOf(now);
    return [addDays(today, -1), today]
      .filter((day) => isScheduled(person, { day, ...context }))
      .map((day) => clock.slot(day, localTime(digestOf(person).at)))
      .filter((one) => one.dueAt <= now && open(one) && metBefore(person, one))
      .map((one) => ({ kind: "digest" as const, to: person._id, ...one }));
  });
}

/** Finds when this person gets their next digest; `null` when none is in sight. */
export function nextDigestSlot(person: Recipient, context: DigestScheduleContext): DigestSlot | null {
  const clock = clocksOf()(readerZone(person, context.teamZone).zone);
  const at = localTime(digestOf(person).at);
  const today = clock.days.dayOf(context.now);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    if (!isScheduled(person, { day, ...context })) continue;
    const slot = clock.slot(day, at);
    if (slot.dueAt > context.now) return slot;
  }
  return null;
}

/** The days on which somebody works, whatever pace counts. */
export function workdaysOf(
  { schedule }: Pick<Person, "schedule">,
  team: Pick<DigestScheduleContext, "week" | "holidays">,
): Calendar {
  return workingCalendar({ schedule, ...team });
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

function isScheduled(
  person: Recipient,
  { day, withGoals, ...team }: Omit<DigestScheduleContext, "now"> & { readonly day: Day },
): boolean {
  const { on, snoozedUntil } = digestOf(person);
  const awake = on && (snoozedUntil === undefined || snoozedUntil < day);
  return awake && person.active && withGoals.has(person._id) && workdaysOf(person, team).isWorkingDay(day);
}

/** Whether a sync knew the person before the window closed: else they have missed nothing. */
function metBefore({ firstSeen }: Recipient, { cutOffAt }: DigestSlot): boolean {
  return firstSeen !== undefined && firstSeen < cutOffAt;
}

/** When somebody's next digest comes. */
export interface NextDigest {
  /** `null` when none is in sight. */
  readonly slot: DigestSlot | null;
  /** The zone it goes by, and whether that is the person's own. */
  readonly zone: string;
  readonly own: boolean;
}
