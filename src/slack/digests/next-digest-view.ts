import type { NextDigest } from "../../digests/schedule/digest-schedule";
import type { DigestSlot } from "../../digests/schedule/wall-clock";
import type { Day } from "../../time/day";
import { weekdayInWords } from "../../words/dates";
import { clockTime, zonePlace } from "../../words/times";
import { actions, button, type Message, section } from "../ui/blocks";

/** Opens the settings of one's digest, in Home and below a digest. */
export const MY_DIGEST = "my_digest";
/** What the button below each digest does, in the words that help, the form, and Home's settings have. */
export const SNOOZE_DOES = "*Snooze* changes its time or turns it off";
export const NOT_MET = "We haven't met yet. Run `/sync` first.";

/** Why no morning digest is in sight, and what changes that. */
const NONE: Readonly<Record<NonNullable<NextDigest["none"]>, string>> = {
  off: "Your morning digest is off. Turn it on: `/goals digest on`.",
  snoozed: "Your morning digest is snoozed. End the snooze: `/goals digest unsnooze`.",
  inactive: "The morning digest is for active full members of this workspace.",
  "no-goals": "No morning digest yet, because you have no goals. Your manager sets them.",
  "day-off": "No workday of yours is coming up, so no morning digest is scheduled. Your days off are in Home.",
  "not-met": NOT_MET,
};

/** "Your next morning digest: Thu, Oct 29, 8:00 AM", that it is due now, or why there is none and what to type. */
export function nextDigest({ slot, isDue = false, none = "off", zone, own }: NextDigest): string {
  if (slot === null) return NONE[none];
  if (isDue) return `Your digest for *${weekdayInWords(slot.day)}* is due now and arrives within a few minutes.`;
  const when = `Your next morning digest: *${morningInWords(slot, zone)}*`;
  return own
    ? `${when} your time (${zonePlace(zone)}).`
    : `${when} team time (${zonePlace(zone)}). Slack has no time zone for you.`;
}

export const DIGEST_UNSNOOZE = "digest_unsnooze";

/** Says what a snooze did, when the next one comes, and how to take it back. */
export function snoozedMessage(until: Day, next: NextDigest): Message {
  const text = `Snoozed through *${weekdayInWords(until)}*. ${nextDigest(next)}`;
  return { text, blocks: [section(text), actions([button(DIGEST_UNSNOOZE, "End snooze", { value: "unsnooze" })])] };
}

/** "Thu, Oct 29, 8:00 AM". */
export function morningInWords({ day, dueAt }: DigestSlot, zone: string): string {
  return `${weekdayInWords(day)}, ${clockTime(dueAt, zone)}`;
}

export const DIGEST_AGAIN = "digest_again";

/** Asks before today's digest is sent once more; `value` names which one it would be. */
export function againQuestion(value: string): Message {
  const text = "Send today's digest again with current numbers? It's a new message in our DM.";
  return { text, blocks: [section(text), actions([button(DIGEST_AGAIN, "Send again", { value })])] };
}
