import { periodOf } from "../../goals/goal";
import type { Person } from "../../people/person";
import { digestOf } from "../../people/person-settings";
import { ownTeams } from "../../teams/managed-teams";
import { memberIds } from "../../teams/membership";
import type { Team } from "../../teams/team";
import { addDays, type Day } from "../../time/day";
import { readerZone } from "../../time/reader-day";
import { localTime } from "../../time/time-of-day";
import type { StillWanted } from "../delivery/transitions";
import type { DueRow, PlannedMessage } from "../planned-message";
import { metBefore } from "./digest-schedule";
import { recapSpans } from "./recap-spans";
import { type DigestScheduleContext, type Recipient, workdaysOf } from "./recipient";
import { clocksOf, type DigestSlot } from "./wall-clock";

/** Somebody who gets a recap where they manage a team. */
export type RecapRecipient = Recipient & Pick<Person, "role">;

/** What the schedule of team recaps depends on. */
export type TeamRecapContext = Omit<DigestScheduleContext, "withGoals"> & { readonly teams: readonly Team[] };

/**
 * Plans the recaps of teams that are due: one for each manager and week, on their first workday of it that
 * is not snoozed, at the time of their digest. Its day is the week's Monday, so that a week has one whatever becomes the first
 * workday; it may be posted until that day's evening.
 *
 * @param lastCheckAt when it was last checked what is due; `null` for never, and then nothing was missed.
 */
export function dueTeamRecaps(
  people: readonly RecapRecipient[],
  { lastCheckAt, ...context }: TeamRecapContext & { readonly lastCheckAt: Date | null },
): readonly PlannedMessage[] {
  const { now, teams, clocks = clocksOf() } = context;
  const open = (one: DigestSlot) => now < one.cutOffAt || (lastCheckAt !== null && lastCheckAt < one.dueAt);
  return people.flatMap((person) => {
    if (noRecap(person, teams) !== null) return [];
    const today = clocks(readerZone(person, context.teamZone).zone).days.dayOf(now);
    const mondays = [addDays(today, -1), today].map((day) => periodOf("weekly", day).from);
    return [...new Set(mondays)]
      .flatMap((monday) => recapSlot(person, { monday, ...context, clocks }) ?? [])
      .filter((slot) => slot.dueAt <= now && open(slot) && metBefore(person, slot))
      .map((slot) => ({ kind: "recap" as const, to: person._id, ...slot }));
  });
}

/** Names whoever may get a recap, for counting who may get a message. */
export function recapReceivers(people: readonly RecapRecipient[], teams: readonly Team[]): readonly string[] {
  return people.filter((person) => noRecap(person, teams) === null).map(({ _id }) => `recap:${_id}`);
}

/**
 * Says whether a recap that is due may be posted now, by what its receiver manages, their switch, days off and clock as they are now.
 * One that was rendered with a team that they no longer manage, or with other members than a team has now, is not: the plan has
 * it again, and it is rendered anew.
 *
 * @param person `null` for somebody who is no longer known.
 */
export function recapStillWanted(
  { day: monday, recapTeams, recapMembers: rendered = [] }: Pick<DueRow, "day" | "recapTeams" | "recapMembers">,
  { person, ...context }: TeamRecapContext & { readonly person: RecapRecipient | null },
): StillWanted {
  const none = person === null ? INACTIVE : noRecap(person, context.teams);
  if (person === null || none !== null) return { kind: "skip", reason: none ?? INACTIVE };
  const slot = recapSlot(person, { monday, ...context });
  if (slot === null) return { kind: "skip", reason: "they are off, or snoozed it, all week" };
  if (context.now < slot.dueAt) return { kind: "skip", reason: "their first morning of the week has not come yet" };
  if (context.now >= slot.cutOffAt) return { kind: "missed", reason: "their day was over" };
  const own = new Set(ownTeams(person, context.teams));
  // A row that was rendered before its teams were stored may be about any.
  if (recapTeams?.every((teamId) => own.has(teamId)) !== true) return { kind: "skip", reason: OTHERS };
  const today = (context.clocks ?? clocksOf())(context.teamZone).days.dayOf(context.now);
  const teams = context.teams.filter(({ _id }) => recapTeams.includes(_id));
  return recapMembers(teams, today).join() === rendered.join()
    ? { kind: "wanted" }
    : { kind: "skip", reason: OTHER_MEMBERS };
}

/** Slack ids of whoever is in one of these teams on a day, in their order. */
export function recapMembers(teams: readonly Pick<Team, "members">[], today: Day): readonly string[] {
  return [...new Set(teams.flatMap(({ members }) => [...memberIds(members, today)]))].sort();
}

const INACTIVE = "they are no longer an active member";
const NO_TEAM = "they no longer manage a team";
const OFF = "they switched it off";
const OTHERS = "they no longer manage a team in it";
const OTHER_MEMBERS = "a team in it has other members by now";

function noRecap(person: RecapRecipient, teams: readonly Team[]): string | null {
  if (!person.active) return INACTIVE;
  if (ownTeams(person, teams).length === 0) return NO_TEAM;
  return digestOf(person).teamRecap === false ? OFF : null;
}

/** The first workday of the week that is not snoozed, once the week before has ended for the company, too; `null` for none. */
function recapSlot(
  person: RecapRecipient,
  { monday, teamZone, week, holidays, clocks = clocksOf() }: Omit<TeamRecapContext, "now"> & { readonly monday: Day },
): (DigestSlot & { readonly morning: Day }) | null {
  const clock = clocks(readerZone(person, teamZone).zone);
  const { at, snoozedUntil } = digestOf(person);
  const calendar = workdaysOf(person, { week, holidays });
  let hasEnded = false;
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const day = addDays(monday, ahead);
    const slot = clock.slot(day, localTime(at));
    const teamToday = clocks(teamZone).days.dayOf(slot.dueAt);
    const ended = recapSpans(day, { teamToday, calendar }).find(({ period }) => period === "weekly");
    hasEnded ||= ended?.to === addDays(monday, -1);
    const isSnoozed = snoozedUntil !== undefined && day <= snoozedUntil;
    if (!hasEnded || isSnoozed || !calendar.isWorkingDay(day)) continue;
    return { day: monday, morning: day, dueAt: slot.dueAt, cutOffAt: clock.lateUntil(slot) };
  }
  return null;
}
