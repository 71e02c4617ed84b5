import type { NextDigest } from "../../digests/schedule/digest-schedule";
import type { DigestSlot } from "../../digests/schedule/wall-clock";
import type { Day } from "../../time/day";
import { clockTime } from "../../time/format";
import { actions, button, type Message, section } from "../ui/blocks";
import { weekdayInWords } from "../ui/dates";

export const NOT_MET = "We have not met yet: run `/sync` first, then I know you.";

/** Why no morning message is in sight, and what changes that. */
const NONE: Readonly<Record<NonNullable<NextDigest["none"]>, string>> = {
  off: "You get no morning message: it is switched off. `/goals digest on` switches it on.",
  snoozed: "You get no morning message: it is snoozed. `/goals digest unsnooze` takes that back.",
  inactive: "You get no morning message: it is for active full members of the workspace.",
  "no-goals": "You get no morning message yet: you have no goals. A manager sets them.",
  "day-off": "You get no morning message: no working day of yours is in sight. App Home has your days away.",
  "not-met": NOT_MET,
};

/** "Your next morning message: Thu 29 Oct 08:00", that it is due now, or why there is none and what to type. */
export function nextDigest({ slot, isDue = false, none = "off", zone, own }: NextDigest): string {
  if (slot === null) return NONE[none];
  if (isDue) return `Your morning message for *${weekdayInWords(slot.day)}* is due now: it comes within a few minutes.`;
  const whose = own ? "by your clock" : "by the team's clock, since Slack has no time zone of yours";
  return `Your next morning message: *${morningInWords(slot, zone)}* (${zone}, ${whose}).`;
}

export const DIGEST_UNSNOOZE = "digest_unsnooze";

/** Says what a snooze did, when the next one comes, and how to take it back. */
export function snoozedMessage(until: Day, next: NextDigest): Message {
  const text = `Snoozed: no morning message up to and including *${weekdayInWords(until)}*. ${nextDigest(next)}`;
  return { text, blocks: [section(text), actions([button(DIGEST_UNSNOOZE, "Take it back", { value: "unsnooze" })])] };
}

/** "Thu 29 Oct 08:00". */
export function morningInWords({ day, dueAt }: DigestSlot, zone: string): string {
  return `${weekdayInWords(day)} ${clockTime(dueAt, zone)}`;
}

export const DIGEST_AGAIN = "digest_again";
export const BOARD_POST = "board_post";

/** Asks before today's digest is sent once more; `value` names which one it would be. */
export function againQuestion(value: string): Message {
  const text = "Shall I send you your morning message again, as it would be now? It is a new message in our DM.";
  return { text, blocks: [section(text), actions([button(DIGEST_AGAIN, "Send it again", { value })])] };
}

/** The board for one's own eyes, with the way to post it where it was asked for. */
export function boardToPost({ text, blocks }: Message): Message {
  return { text, blocks: [...blocks, actions([button(BOARD_POST, "Post here", { value: "board" })])] };
}
