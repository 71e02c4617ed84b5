import type { ModalView } from "@slack/types";
import { type DayRange, daysBetween, type ZoneDays } from "../../../time/day";
import { rangeInWords } from "../../../words/dates";
import { clockTimeWithZone, zoneInFull, zoneInWords } from "../../../words/times";
import { plainText, section } from "../../ui/blocks";
import { field, form } from "../../ui/modal";
import { counted, foreign } from "../../ui/text";
import { groupedPlaces } from "./settings-forms";

export const ZONE_FORM = "zone_form";
export const ZONE_CHECK = "zone_check";

/** The form of the team's time zone; zones stand by their city. */
export function zoneForm(zones: readonly string[], current: string): ModalView {
  const groups = groupedPlaces(zones.map((zone) => ({ code: zone, name: zoneInFull(zone) })));
  const initial = groups.flatMap(({ options }) => options).find(({ value }) => value === current);
  return form({
    callback: ZONE_FORM,
    title: "Time zone",
    submit: "Review",
    blocks: [
      field("zone", {
        label: "Team time zone",
        hint: "You'll see what changes before anything is saved.",
        element: {
          type: "static_select",
          placeholder: plainText("City"),
          option_groups: groups,
          ...(initial === undefined ? {} : { initial_option: initial }),
        },
      }),
    ],
  });
}

/** What another zone would move. */
export interface ZoneMove {
  readonly before: ZoneDays;
  readonly after: ZoneDays;
  readonly now: Date;
  /** The days whose totals would be made anew, both included; `null` for none. */
  readonly moved: DayRange | null;
  readonly facts: number;
}

/** The modal that says what a change of the zone moves, before it is saved. */
export function zoneCheck(move: ZoneMove): ModalView {
  return form({
    callback: ZONE_CHECK,
    title: "Review and save",
    metadata: move.after.zone,
    blocks: [section(moveWords(move))],
  });
}

function moveWords({ before, after, now, moved, facts }: ZoneMove): string {
  const begins = clockTimeWithZone(after.startOf(after.dayOf(now)), before.zone);
  const lines = [
    `*${foreign(zoneInWords(before.zone))} → ${foreign(zoneInWords(after.zone))}*`,
    `Days would start at what is now ${begins}. Calls, emails and deals near midnight move to the day before or after; orders keep their days.`,
    moved === null ? "Nothing has been read yet, so no totals change." : totalsWords(moved, facts),
    "It takes effect when Paceline restarts; the first sync then moves the days before it reads anything.",
  ];
  return lines.join("\n");
}

/** "The totals of 30 days, Sep 29 – Oct 28, are made anew from 26,000 records, in less than a minute." */
function totalsWords(moved: DayRange, facts: number): string {
  const days = counted(daysBetween(moved.from, moved.to) + 1, "day");
  const range = rangeInWords(moved, moved.to);
  return `Totals of ${days}, ${range}, are recomputed from ${counted(facts, "record")} in ${durationWords(facts)}.`;
}

/** Records that are moved and summed in a second, on two cores. */
const RECORDS_A_SECOND = 10_000;

function durationWords(facts: number): string {
  const minutes = Math.ceil(facts / RECORDS_A_SECOND / 60);
  return minutes <= 1 ? "less than a minute" : `about ${minutes} minutes`;
}
