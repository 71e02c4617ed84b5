import { type PersonSettings, settingsFault } from "../../people/person-settings";
import { addDays, zoneDays } from "../../time/day";
import type { SlackContext } from "../deps";
import { type Message, sectionMessage } from "../ui/blocks";
import type { ChartMessage } from "../ui/charts";
import { digestHelp } from "../ui/help";
import { againQuestion, NOT_MET, nextDigest, snoozedMessage } from "./next-digest-view";
import { type ParsedDigest, parseDigest } from "./parse";
import { encodeResend } from "./payload";

const NOTHING_TO_SHOW = "No goals yet, so there's no digest. Your manager sets goals.";

/** Responds to `/goals digest`: one's own digest, when it comes next, and whether it comes at all. */
export async function respondToDigest(
  context: SlackContext,
  { userId, text }: { userId: string; text: string },
): Promise<Message | ChartMessage> {
  const parsed = parseDigest(text);
  if (parsed.kind === "fault") return digestHelp(parsed.fault, parsed);
  if (parsed.kind === "preview") return (await context.deps.digests.preview(userId)) ?? sectionMessage(NOTHING_TO_SHOW);
  if (parsed.kind === "send") return sendQuestion(context, userId);
  const settings = await settingsFor(parsed, { context, userId });
  const wrong = settings === null ? null : settingsFault(settings);
  if (wrong !== null) return digestHelp(wrong.message);
  if (settings !== null && !(await context.deps.people.set(userId, settings))) return sectionMessage(NOT_MET);
  const next = await context.deps.digests.next(userId);
  return settings?.snoozedUntil ? snoozedMessage(settings.snoozedUntil, next) : sectionMessage(nextDigest(next));
}

const MAX_AGAIN = 5;

async function sendQuestion({ deps: { digests } }: SlackContext, userId: string): Promise<Message> {
  if ((await digests.preview(userId)) === null) return sectionMessage(NOTHING_TO_SHOW);
  const { day, number } = await digests.nextResend(userId);
  if (number > MAX_AGAIN) return sectionMessage("That's enough for today. See it with `/goals digest preview`.");
  return againQuestion(encodeResend({ day, number }));
}

/** The settings that a command changes; `null` for none. Switching it on again ends a snooze. */
async function settingsFor(
  parsed: Exclude<ParsedDigest, { kind: "fault" }>,
  { context: { deps }, userId }: { context: SlackContext; userId: string },
): Promise<PersonSettings | null> {
  switch (parsed.kind) {
    case "on":
      return { digestOn: true, snoozedUntil: null };
    case "off":
      return { digestOn: false };
    case "at":
      return { digestAt: parsed.time };
    case "unsnooze":
      return { snoozedUntil: null };
    case "snooze": {
      const { slot, zone } = await deps.digests.next(userId);
      const first = slot?.day ?? zoneDays(zone).dayOf(deps.now());
      return { snoozedUntil: addDays(first, parsed.days - 1) };
    }
    case "send":
    case "next":
    case "preview":
      return null;
  }
}
