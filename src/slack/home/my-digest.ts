import { type Day, zoneDays } from "../../metrics/day";
import { settingsFault } from "../../people/person-settings";
import { dayEntry, entry } from "../entries";
import type { SlackNeeds } from "../needs";
import { notice } from "../views/form";
import { digestForm } from "../views/home/digest-form";
import { choicesOf } from "./draw";
import { NOT_MET } from "./my-away";
import { opens } from "./presses";
import { DONE, fault, submitted } from "./submits";

const mine = (userId: string) => ({ does: "change-switches", of: userId }) as const;

/** "Change" beside the morning message: a modal with whether, when and how long not. */
export const myDigest = opens({ doing: "my_digest", act: ({ userId }) => mine(userId) }, async ({ needs }, press) => {
  const person = await needs.people.one(press.userId);
  if (person === null) return notice("Morning message", NOT_MET);
  const choices = choicesOf(person, needs);
  return digestForm(choices, ownToday(choices.zone, needs));
});

/** That modal, filled in. */
export const digestEntered = submitted({ doing: "digest_form", act: mine }, async ({ needs }, { userId, filled }) => {
  const person = await needs.people.one(userId);
  if (person === null) return fault("on", NOT_MET);
  const snoozedUntil = dayEntry(filled, "snooze");
  const settings = { digestOn: entry(filled, "on") !== "off", digestAt: entry(filled, "at") ?? "", snoozedUntil };
  const wrong = settingsFault(settings);
  if (wrong !== null) return fault("at", wrong.message);
  if (snoozedUntil !== null && snoozedUntil < ownToday(choicesOf(person, needs).zone, needs)) {
    return fault("snooze", "That day is over: pick today or a later one, or leave it empty.");
  }
  await needs.people.set(userId, settings);
  return DONE;
});

/** The day by somebody's own clock. */
function ownToday(zone: string, { now }: Pick<SlackNeeds, "now">): Day {
  return zoneDays(zone).dayOf(now());
}
