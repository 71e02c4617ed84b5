import type { KnownBlock } from "@slack/types";
import type { NextDigest } from "../../../digests/schedule/digest-schedule";
import type { DigestSettings } from "../../../people/person-settings";
import { type DayRange, zoneDays } from "../../../time/day";
import { weekdayInWords, weekdaysInWords } from "../../../words/dates";
import { timeInWords, zonePlace } from "../../../words/times";
import { MY_DIGEST, morningInWords } from "../../digests/next-digest-view";
import { actions, button, context, header, section } from "../../ui/blocks";
import type { DisplayContext } from "../../ui/dates";
import { counted } from "../../ui/text";
import type { Tab } from "../location";
import { encodeTimeOff } from "../payload";
import { backToMyPage, type HomePage, page, tabs } from "./layout";

export const MY_AWAY = "my_away";
export const MY_AWAY_BACK = "my_away_back";
export const MY_RECAP = "my_recap";

const MAX_TIME_OFF = 5;

/** A person's own settings. */
export interface Choices {
  readonly digest: DigestSettings;
  /** The zone by which the digest's time goes. */
  readonly zone: string;
  /** Whether it is the person's own zone; else Slack has no valid one of theirs, and it is the team's. */
  readonly own: boolean;
  /** When the next one comes, where that is known. */
  readonly next?: NextDigest;
  /** Days off that are not over, the next first. */
  readonly timeOff: readonly DayRange[];
}

/** The page of one's own settings, behind one button of one's page. */
export function settingsPage(
  { tabs: all, choices, ...display }: DisplayContext & { readonly tabs: readonly Tab[]; readonly choices: Choices },
  location?: string,
): HomePage {
  return page(
    [
      ...tabs(all, "me"),
      header("My settings"),
      actions([backToMyPage()]),
      ...mySettings(choices, display),
      ...(all.includes("team") ? [recapPart(choices)] : []),
    ],
    location,
  );
}

/** One's own settings, each with the button that changes it. */
function mySettings(choices: Choices, display: DisplayContext): readonly KnownBlock[] {
  return [
    {
      ...section(`*Morning digest*\n${digestWords(choices, display)}${nextWords(choices)}`),
      accessory: button(MY_DIGEST, "Change", { accessibility_label: "Change my morning digest" }),
    },
    {
      ...section(`*Days off*\n${awayWords(choices)}`),
      accessory: button(MY_AWAY, "Add days off", { accessibility_label: "Add days off" }),
    },
    ...choices.timeOff.slice(0, MAX_TIME_OFF).map((range) => daysOff(range, display)),
    ...(choices.timeOff.length > MAX_TIME_OFF
      ? [context(`and ${counted(choices.timeOff.length - MAX_TIME_OFF, "more stretch", "more stretches")}`)]
      : []),
  ];
}

/** The weekly recap, for whoever sees a team. */
function recapPart({ digest: { teamRecap = true } }: Choices): KnownBlock {
  const words = teamRecap ? "Sent on your first workday of each week, if you manage a team." : "Off.";
  return {
    ...section(`*Team recap*\n${words}`),
    accessory: button(MY_RECAP, teamRecap ? "Turn off" : "Turn on", {
      value: teamRecap ? "off" : "on",
      accessibility_label: `${teamRecap ? "Turn off" : "Turn on"} the weekly team recap`,
    }),
  };
}

function digestWords({ digest, ...clock }: Choices, { now }: DisplayContext): string {
  if (!digest.on) return "Off.";
  const until = digest.snoozedUntil;
  const sent = `Sent at ${timeInWords(digest.at)} ${clockInWords(clock)}`;
  const isOver = until === undefined || until < zoneDays(clock.zone).dayOf(now);
  return isOver ? sent : `Snoozed through ${weekdayInWords(until)}. ${sent}`;
}

/** "your time (Berlin)." */
function clockInWords({ zone, own }: Pick<Choices, "zone" | "own">): string {
  return own ? `your time (${zonePlace(zone)}).` : `team time (${zonePlace(zone)}). Slack has no time zone for you.`;
}

/** "\nNext: Thu, Oct 29 8:00 AM". */
function nextWords({ next }: Choices): string {
  if (next === undefined || next.slot === null) return "";
  return next.isDue === true
    ? "\nThe next one is due now and arrives within a few minutes"
    : `\nNext: ${morningInWords(next.slot, next.zone)}`;
}

function awayWords({ timeOff }: Choices): string {
  return timeOff.length === 0
    ? "None planned. Days off don't count toward your pace."
    : "Days off don't count toward your pace.";
}

function daysOff(range: DayRange, { days, now }: DisplayContext): KnownBlock {
  const words = weekdaysInWords(range, days.dayOf(now));
  return {
    ...section(`🏝 ${words}`),
    accessory: button(MY_AWAY_BACK, "Cancel", {
      value: encodeTimeOff(range),
      accessibility_label: `Cancel days off: ${words}`,
    }),
  };
}
