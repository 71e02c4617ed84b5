import type { Message } from "../state/snapshot";
import { dayTitle, writtenAt } from "../state/times";

/** A row of a conversation: a day's title, or a message, with a head unless it follows the one before. */
export type Row =
  | { readonly kind: "day"; readonly title: string }
  | { readonly kind: "message"; readonly message: Message; readonly follows: boolean };

/** Within this time of a message by the same author, a message needs no head. */
const TOGETHER_SECONDS = 300;

/** A conversation's messages by the days of a zone, the oldest first. */
export function rowsOf(messages: readonly Message[], zone: string | null): readonly Row[] {
  const rows: Row[] = [];
  let day = "";
  let before: Message | null = null;
  for (const message of messages) {
    const title = dayTitle(writtenAt(message.ts), zone);
    if (title !== day) {
      rows.push({ kind: "day", title });
      before = null;
      day = title;
    }
    rows.push({ kind: "message", message, follows: before !== null && followsOn(before, message) });
    before = message;
  }
  return rows;
}

function followsOn(before: Message, message: Message): boolean {
  const sameKind = before.author === message.author && before.to === undefined && message.to === undefined;
  return sameKind && Number(message.ts) - Number(before.ts) < TOGETHER_SECONDS;
}
