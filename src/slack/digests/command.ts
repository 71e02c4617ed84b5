import { type PersonSettings, settingsFault } from "../../people/person-settings";
import { addDays, zoneDays } from "../../time/day";
import type { SlackContext } from "../context";
import { parseCount } from "../parse/days";
import { normalizeText } from "../parse/normalize";
import { type Message, sectionMessage } from "../ui/blocks";
import { digestHelp } from "../ui/help";
import { sentence } from "../ui/text";
import { againQuestion, nextDigest } from "./next-digest-view";
import { encodeResend } from "./payload";

const NOTHING_TO_SHOW = "You have no goals yet, so there is no morning message: a manager sets them.";

/** `/goals digest` and its words: one's own morning message, when it comes next, and whether. */
export async function respondToDigest(
  context: SlackContext,
  { userId, text }: { userId: string; text: string },
): Promise<Message> {
  const words = parseDigest(text);
  if (words.kind === "fault") return digestHelp(words.fault);
  if (words.kind === "preview") return (await context.deps.digests.preview(userId)) ?? sectionMessage(NOTHING_TO_SHOW);
  if (words.kind === "send") return sendQuestion(context, userId);
  const settings = await settingsFor(words, { context, userId });
  const wrong = settings === null ? null : settingsFault(settings);
  if (wrong !== null) return digestHelp(wrong.message);
  if (settings !== null) await context.deps.people.set(userId, settings);
  return sectionMessage(nextDigest(await context.deps.digests.next(userId)));
}

const MAX_AGAIN = 5;

async function sendQuestion({ deps: { digests } }: SlackContext, userId: string): Promise<Message> {
  if ((await digests.preview(userId)) === null) return sectionMessage(NOTHING_TO_SHOW);
  const { day, number } = await digests.nextResend(userId);
  if (number > MAX_AGAIN)
    return sectionMessage("That was sent often enough for today: `/goals digest preview` shows it.");
  return againQuestion(encodeResend({ day, number }));
}

/** What these words change; `null` for nothing. Whoever wants it again wants it at once. */
async function settingsFor(
  words: Exclude<ParsedDigest, { kind: "fault" }>,
  { context: { deps }, userId }: { context: SlackContext; userId: string },
): Promise<PersonSettings | null> {
  switch (words.kind) {
    case "on":
      return { digestOn: true, snoozedUntil: null };
    case "off":
      return { digestOn: false };
    case "at":
      return { digestAt: words.time };
    case "snooze": {
      const { slot, zone } = await deps.digests.next(userId);
      const first = slot?.day ?? zoneDays(zone).dayOf(deps.now());
      return { snoozedUntil: addDays(first, words.days - 1) };
    }
    case "send":
    case "next":
    case "preview":
      return null;
  }
}

/** What somebody typed behind `/goals digest`; `fault` says as mrkdwn what does not work. */
export type ParsedDigest =
  | { readonly kind: "next" | "preview" | "send" | "on" | "off" }
  /** `HH:mm`. */
  | { readonly kind: "at"; readonly time: string }
  | { readonly kind: "snooze"; readonly days: number }
  | { readonly kind: "fault"; readonly fault: string };

const MAX_DAYS = 60;

/** Understands the words behind `/goals digest`. */
export function parseDigest(text: string): ParsedDigest {
  const words = normalizeText(text).replace(/^digest ?/, "");
  if (words === "" || words === "next") return { kind: "next" };
  if (words === "preview" || words === "show") return { kind: "preview" };
  if (words === "send" || words === "send again") return { kind: "send" };
  if (words === "on" || words === "off") return { kind: words };
  const time = /^at (\d{1,2}:\d{2})$/.exec(words)?.[1];
  if (time !== undefined) return { kind: "at", time: time.padStart(5, "0") };
  const days = words.startsWith("snooze ") ? parseCount(words.slice("snooze ".length)) : null;
  if (days !== null && days >= 1 && days <= MAX_DAYS) return { kind: "snooze", days };
  if (words.startsWith("snooze")) {
    return { kind: "fault", fault: `Say for how many days, 1 to ${MAX_DAYS}: \`/goals digest snooze 3d\`.` };
  }
  return { kind: "fault", fault: `I do not understand “${sentence(words, 60)}”.` };
}
