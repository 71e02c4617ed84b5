import { type Calendar, workingCalendar } from "../../goals/calendar";
import type { GoalOwners } from "../../goals/teams/goal-owners";
import type { Person } from "../../people/person";
import { digestOf } from "../../people/person-settings";
import type { Day } from "../../time/day";
import type { WorkWeek } from "../../time/work-schedule";
import type { Clocks } from "./wall-clock";

/** Somebody who may get a digest. */
export type Recipient = Pick<Person, "_id" | "tz" | "active" | "schedule" | "digest" | "digestZone" | "firstSeen">;

/** What the schedule of every person depends on. */
export interface DigestScheduleContext {
  readonly now: Date;
  /** The zone of people who have none in Slack. */
  readonly teamZone: string;
  readonly week: WorkWeek;
  readonly holidays: ReadonlySet<Day>;
  /** The people with an active goal; no one else gets a digest, and nobody of a day on which none is in force. */
  readonly withGoals: GoalOwners;
  /** Clocks by zone that were made before; new ones where there are none. */
  readonly clocks?: Clocks;
}

/** Why somebody gets no digest on a day. */
export type NoDigest = "off" | "snoozed" | "inactive" | "no-goals" | "day-off";

/** Says why somebody gets no digest on this day of their own calendar, the longest-lasting reason first; `null` when they do. */
export function noDigestOn(
  person: Recipient,
  { day, withGoals, ...team }: Omit<DigestScheduleContext, "now"> & { readonly day: Day },
): NoDigest | null {
  const { on, snoozedUntil } = digestOf(person);
  if (!person.active) return "inactive";
  if (!withGoals.hasOn(person._id, day)) return "no-goals";
  if (!on) return "off";
  if (snoozedUntil !== undefined && day <= snoozedUntil) return "snoozed";
  return workdaysOf(person, team).isWorkingDay(day) ? null : "day-off";
}

/** The days on which somebody works, whatever pace counts. */
export function workdaysOf(
  { schedule }: Pick<Person, "schedule">,
  team: Pick<DigestScheduleContext, "week" | "holidays">,
): Calendar {
  return workingCalendar({ schedule, ...team });
}
