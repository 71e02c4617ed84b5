import type { ModalView } from "@slack/types";
import type { Person } from "../../../people/person";
import type { Day } from "../../../time/day";
import { section } from "../../ui/blocks";
import { field, form } from "../../ui/modal";
import { foreign } from "../../ui/text";
import { weekFields } from "../views/week-fields";

/** The button, the form that asks who, and the form of a person. */
export const EDIT_PERSON = "edit_person";
export const PERSON_PICK = "person_pick";
export const PERSON_FORM = "person_form";

/** The form that asks whose week, first day and addresses are to be set. */
export function personPick(): ModalView {
  return form({
    callback: PERSON_PICK,
    title: "Edit a person",
    submit: "Next",
    blocks: [field("person", { label: "Person", element: { type: "users_select" } })],
  });
}

/** The form of a person's own week, first working day and further addresses, filled in with what is set. */
export function personForm({ _id, name, schedule, addresses = [] }: Person, today: Day): ModalView {
  const { startDate } = schedule ?? {};
  return form({
    callback: PERSON_FORM,
    title: "Edit a person",
    metadata: _id,
    blocks: [
      section(`*${foreign(name)}*`),
      ...weekFields({
        label: "Own working week",
        hint: "Leave all blank for the team's week. Pace changes right away.",
        optional: true,
        week: schedule ?? {},
        today,
      }),
      field("start", {
        label: "First workday",
        hint: "Days before it don't count toward their pace. Leave blank if they started long ago.",
        optional: true,
        element: { type: "datepicker", ...(startDate === undefined ? {} : { initial_date: startDate }) },
      }),
      field("addresses", {
        label: "More email addresses they send from",
        hint: "One a line. Emails from these are credited to them from the next sync.",
        optional: true,
        element: {
          type: "plain_text_input",
          multiline: true,
          max_length: 2_000,
          ...(addresses.length === 0 ? {} : { initial_value: addresses.join("\n") }),
        },
      }),
    ],
  });
}
