import type { ModalView } from "@slack/types";
import type { Day } from "../../../time/day";
import { zonePlace } from "../../../words/times";
import { plainText } from "../../ui/blocks";
import { field, form } from "../../ui/modal";
import type { Choices } from "./my-settings";

export const AWAY_FORM = "away_form";

/** The form of days off. */
export function awayForm(today: Day): ModalView {
  return form({
    callback: AWAY_FORM,
    title: "Days off",
    blocks: [
      field("from", { label: "First day off", element: { type: "datepicker", initial_date: today } }),
      field("to", {
        label: "Last day off",
        hint: "Both days are included. Leave blank for one day.",
        optional: true,
        element: { type: "datepicker" },
      }),
    ],
  });
}

export const DIGEST_FORM = "digest_form";

const WANTED = [
  { text: plainText("On workdays"), value: "on" },
  { text: plainText("Off"), value: "off" },
];

/** The form of the morning message's settings; `today` is by the person's own clock. */
export function digestForm({ digest, zone, own }: Choices, today: Day): ModalView {
  const until = digest.snoozedUntil;
  return form({
    callback: DIGEST_FORM,
    title: "Morning digest",
    blocks: [
      field("on", {
        label: "Morning digest",
        element: { type: "radio_buttons", options: WANTED, initial_option: WANTED[digest.on ? 0 : 1] ?? WANTED[0] },
      }),
      field("at", {
        label: "Time",
        hint: own
          ? `Your time zone in Slack: ${zonePlace(zone)}`
          : `Team time zone: ${zonePlace(zone)}. Slack has none for you.`,
        element: { type: "timepicker", initial_time: digest.at },
      }),
      field("snooze", {
        label: "Snooze through",
        hint: "Leave blank for no snooze.",
        optional: true,
        element: { type: "datepicker", ...(until === undefined || until < today ? {} : { initial_date: until }) },
      }),
    ],
  });
}
