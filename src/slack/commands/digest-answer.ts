import { addDays, zoneDays } from "../../metrics/day";
import { type PersonSettings, settingsFault } from "../../people/person-settings";
import type { Room } from "../room";
import { againQuestion } from "../views/ask-first";
import { type Message, sectionMessage } from "../views/blocks";
import { digestHelp } from "../views/help";
import { nextDigest } from "../views/next-digest";
import { type DigestWords, digestWords } from "./digest-words";

const NOTHING_TO_SHOW = "You have no goals yet, so there is no morning message: a manager sets them.";

/** `/goals digest` and its words: one's own morning message, when it comes next, and whether. */
export async function digestAnswer(room: Room, { userId, text }: { userId: string; text: string }): Promise<Message> {
  const words = digestWords(text);
  if (words.kind === "fault") return digestHelp(words.fault);
  if (words.kind === "preview") return (await room.needs.mornings.preview(userId)) ?? sectionMessage(NOTHING_TO_SHOW);
  if (words.kind === "send") return sendQuestion(room, userId);
  const settings = await settingsFor(words, { room, userId });
  const wrong = settings === null ? null : settingsFault(settings);
  if (wrong !== null) return digestHelp(wrong.message);
  if (settings !== null) await room.needs.people.set(userId, settings);
  return sectionMessage(nextDigest(await room.needs.mornings.next(userId)));
}

const MOST_AGAIN = 5;

async function sendQuestion({ needs: { mornings } }: Room, userId: string): Promise<Message> {
  if ((await mornings.preview(userId)) === null) return sectionMessage(NOTHING_TO_SHOW);
  const { day, number } = await mornings.again(userId);
  if (number > MOST_AGAIN)
    return sectionMessage("That was sent often enough for today: `/goals digest preview` shows it.");
  return againQuestion(`${day}:${number}`);
}

/** What these words change; `null` for nothing. Whoever wants it again wants it at once. */
async function settingsFor(
  words: Exclude<DigestWords, { kind: "fault" }>,
  { room: { needs }, userId }: { room: Room; userId: string },
): Promise<PersonSettings | null> {
  switch (words.kind) {
    case "on":
      return { digestOn: true, snoozedUntil: null };
    case "off":
      return { digestOn: false };
    case "at":
      return { digestAt: words.time };
    case "snooze": {
      const { morning, zone } = await needs.mornings.next(userId);
      const first = morning?.day ?? zoneDays(zone).dayOf(needs.now());
      return { snoozedUntil: addDays(first, words.days - 1) };
    }
    case "send":
    case "next":
    case "preview":
      return null;
  }
}
