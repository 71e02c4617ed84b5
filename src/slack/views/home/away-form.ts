import type { ModalView } from "@slack/types";
import type { Day } from "../../../metrics/day";
import { field, form } from "../form";

export const AWAY_FORM = "away_form";

/** Days on which somebody does not work. */
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
