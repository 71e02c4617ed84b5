import fc from "fast-check";
import { dueDigests } from "../../../src/digests/schedule/digest-schedule";
import type { DigestScheduleContext, Recipient } from "../../../src/digests/schedule/recipient";
import type { TeamCalendar } from "../../../src/goals/calendar";
import { periodOf } from "../../../src/goals/goal";
import { type GoalOwners, goalOwners } from "../../../src/goals/teams/goal-owners";
import { addDays, type Day, day } from "../../../src/time/day";
import { WEEK } from "../../../src/time/work-schedule";
import { aGoal } from "./goals";

/** Monday to Friday, no holidays. */
export const PLAIN_CALENDAR: TeamCalendar = { paceDays: "working", week: WEEK, holidays: new Set() };

/** A day of autumn 2025. */
export const someDay = fc.integer({ min: 0, max: 90 }).map((count) => addDays(day("2025-09-01"), count));

export const aPeriod = fc
  .constantFrom("daily" as const, "weekly" as const, "monthly" as const)
  .map((period) => (today: Day) => periodOf(period, today));

const timeOff = fc
  .tuple(someDay, fc.integer({ min: 0, max: 12 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));

const workdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });

const formerWeeks = fc
  .uniqueArray(fc.record({ through: someDay, workdays }, { requiredKeys: ["through"] }), {
    maxLength: 3,
    selector: ({ through }) => through,
  })
  .map((weeks) => weeks.toSorted((a, b) => (a.through < b.through ? -1 : 1)));

/** Any week and those before it, times off and first day, each perhaps not there. */
export const aSchedule = fc.record(
  {
    workdays,
    formerWeeks,
    timeOff: fc.array(timeOff, { maxLength: 4 }),
    startDate: someDay,
  },
  { requiredKeys: [] },
);

export const LA = "America/Los_Angeles";

/** A rep of Los Angeles whom a sync has met long ago. */
export function aRecipient(fields: Partial<Recipient> = {}): Recipient {
  return { _id: "U01", tz: LA, active: true, firstSeen: new Date("2026-01-01T00:00:00Z"), ...fields };
}

/** `now` and `lastCheckAt` are ISO instants. */
interface Given extends Partial<Omit<DigestScheduleContext, "now">> {
  readonly now: string;
  readonly lastCheckAt?: string;
}

/** The schedule of a team of Los Angeles without holidays, whose one rep has a goal. */
export function aDigestSchedule({ now, ...team }: Omit<Given, "lastCheckAt">): DigestScheduleContext {
  return {
    teamZone: LA,
    week: WEEK,
    holidays: new Set(),
    withGoals: ownersOf("U01"),
    ...team,
    now: new Date(now),
  };
}

/** Whoever of these has had a goal since ever. */
export function ownersOf(...userIds: readonly string[]): GoalOwners {
  return goalOwners(
    userIds.map((userId) => aGoal(userId, { userId, targets: [{ from: day("2000-01-01"), target: 1 }] })),
  );
}

/** The days for which a person's digest is due. */
export function due(riser: Partial<Recipient>, { lastCheckAt, ...given }: Given): readonly Day[] {
  const looked = { ...aDigestSchedule(given), lastCheckAt: lastCheckAt === undefined ? null : new Date(lastCheckAt) };
  return dueDigests([aRecipient(riser)], looked).map((one) => one.day);
}
