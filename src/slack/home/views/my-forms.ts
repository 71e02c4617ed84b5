import type { ModalView } from "@slack/types";
import type { Day } from "../../../time/day";
import { plainText } from "../../ui/blocks";
import { field, form } from "../../ui/modal";
import type { Choices } from "./my-settings";

export const AWAY_FORM = "away_form";

/** The form of days off. */
export function awayForm(today: Day): ModalView {
  return form({
    callback: AWAY_FORM,
    title: "Days away",
    blocks: [
      field("from", { label: "First day away", element: { type: "datepicker", initial_date: today } }),
      field("to", {
        label: "Last day away",
        hint: "Both days are included. Leave it empty for one day.",
        optional: true,
        element: { type: "datepicker" },
      }),
    ],
  });
}

export const DIGEST_FORM = "digest_form";

const WANTED = [
  { text: plainText("Every working morning"), value: "on" },
  { text: plainText("None"), value: "off" },
];

/** The form of the morning message's settings; `today` is by the person's own clock. */
export function digestForm({ digest, zone, own }: Choices, today: Day): ModalView {
  const until = digest.snoozedUntil;
  return form({
    callback: DIGEST_FORM,
    title: "Morning message",
    blocks: [
      field("on", {
        label: "Do you want it?",
        element: { type: "radio_buttons", options: WANTED, initial_option: WANTED[digest.on ? 0 : 1] ?? WANTED[0] },
      }),
      field("at", {
        label: "At",
        hint: own
          ? `By your own clock in Slack: ${zone}`
          : `By the team's clock: ${zone}. Slack has no time zone of yours that I know.`,
        element: { type: "timepicker", initial_time: digest.at },
      }),
      field("snooze", {
        label: "Pause it up to and including",
        hint: "Leave this empty for no pause.",
        optional: true,
        element: { type: "datepicker", ...(until === undefined || until < today ? {} : { initial_date: until }) },
      }),
    ],
  });
}
