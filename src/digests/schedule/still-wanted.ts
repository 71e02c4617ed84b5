import { EVERYONE } from "../../people/permissions";
import { digestOf } from "../../people/person-settings";
import { readerZone } from "../../time/reader-day";
import { localTime } from "../../time/time-of-day";
import type { StillWanted } from "../delivery/transitions";
import { type DueRow, isByHand } from "../planned-message";
import type { Board } from "./boards";
import { isBoardDay } from "./leaderboard-schedule";
import { type DigestScheduleContext, type NoDigest, noDigestOn, type Recipient } from "./recipient";
import { clocksOf } from "./wall-clock";

const REASONS: Readonly<Record<NoDigest, string>> = {
  off: "they switched it off",
  snoozed: "they snoozed it",
  inactive: "they are no longer an active member",
  "no-goals": "they have no active goal",
  "day-off": "it is no workday of theirs",
};

const WANTED: StillWanted = { kind: "wanted" };

/**
 * Says whether a digest that is due may be posted now, by its receiver's settings, goals, days and zone as they are now:
 * in another zone, or at another time of theirs, it may come later, or have become too late.
 *
 * @param person `null` for somebody who is no longer known.
 */
export function digestStillWanted(
  { day }: Pick<DueRow, "day">,
  { person, ...context }: DigestScheduleContext & { readonly person: Recipient | null },
): StillWanted {
  const none = person === null ? "inactive" : noDigestOn(person, { day, ...context });
  if (person === null || none !== null) return { kind: "skip", reason: REASONS[none ?? "inactive"] };
  const { zone } = readerZone(person, context.teamZone);
  const clock = (context.clocks ?? clocksOf())(zone);
  const slot = clock.slot(day, localTime(digestOf(person).at));
  if (context.now < slot.dueAt) return { kind: "early", reason: "their morning has not come yet" };
  const cutOffAt = clock.lateUntil(slot);
  if (context.now < cutOffAt) return { kind: "wanted", slot: { dueAt: slot.dueAt, cutOffAt } };
  return { kind: "missed", reason: `their day was over in ${zone}` };
}

/** Says whether a digest that somebody asked for again may be posted: whatever their settings, while they are active. */
export function resendStillWanted({ person }: { readonly person: Pick<Recipient, "active"> | null }): StillWanted {
  return person?.active === true ? WANTED : { kind: "skip", reason: REASONS.inactive };
}

/** The id of the team whose board a row is. */
export function boardTeamOf({ team }: Pick<DueRow, "team">): string {
  return team ?? EVERYONE;
}

/**
 * Says whether a team's board that is due may be posted in its channel now, by the team and the board as they are now; what somebody
 * posts by hand goes by no days, and may be of a board whose schedule is off.
 */
export function boardStillWanted(
  row: Pick<DueRow, "to" | "day" | "postedBy">,
  { board, week }: { readonly board: Board | null } & Pick<DigestScheduleContext, "week">,
): StillWanted {
  if (board?.active !== true) return { kind: "skip", reason: "the team is no longer active" };
  const { on, channel, days } = board.settings;
  const { to, day } = row;
  if (!on && !isByHand(row)) return { kind: "skip", reason: "the leaderboard is off" };
  if (to !== channel) return { kind: "skip", reason: "the leaderboard no longer goes to this channel" };
  return isByHand(row) || isBoardDay(day, { days, week })
    ? WANTED
    : { kind: "skip", reason: "it is no longer posted on this day" };
}
