import type { NextDigest } from "../../digests/schedule/digest-schedule";
import type { DigestSlot } from "../../digests/schedule/wall-clock";
import { clockTime } from "../../time/format";
import { actions, button, type Message, section } from "../ui/blocks";
import { weekdayInWords } from "../ui/dates";

/** "Your next morning message: Thu 29 Oct 08:00", and what to type when there is none. */
export function nextDigest({ slot, zone, own }: NextDigest): string {
  const whose = own ? "by your clock" : "by the team's clock, since Slack has no time zone of yours";
  if (slot === null) {
    return "No morning message is due for you: it is switched off, or you have no goals. `/goals digest on` switches it on.";
  }
  return `Your next morning message: *${morningInWords(slot, zone)}* (${zone}, ${whose}).`;
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
