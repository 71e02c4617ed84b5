import type { ModalView } from "@slack/types";
import type { ErasurePreview } from "../../../erasure/erase-person";
import type { Person } from "../../../people/person";
import { plainText, section } from "../../ui/blocks";
import { field, form } from "../../ui/modal";
import { counted, foreign } from "../../ui/text";
import { groupedPlaces } from "./settings-forms";

export const FORGET_PERSON = "forget_person";
export const FORGET_FORM = "forget_form";
export const FORGET_CHECK = "forget_check";

/** The form that asks who is to be forgotten: whoever has left is not in Slack's own list of people any more. */
export function forgetForm(people: readonly Pick<Person, "_id" | "name" | "active">[]): ModalView {
  const named = people.map(({ _id, name, active }) => ({ code: _id, name: active ? name : `${name} (left)` }));
  return form({
    callback: FORGET_FORM,
    title: "Erase a person",
    submit: "Review",
    blocks: [
      field("person", {
        label: "Person",
        hint: "You'll see what goes before anything is deleted.",
        element: { type: "static_select", placeholder: plainText("Name"), option_groups: groupedPlaces(named) },
      }),
    ],
  });
}

/** The modal that says what erasing somebody comes to. */
export function forgetCheck(preview: ErasurePreview): ModalView {
  return form({
    callback: FORGET_CHECK,
    title: "Erase a person",
    submit: "Erase for good",
    metadata: preview.userId,
    blocks: [section(previewWords(preview))],
  });
}

function previewWords({ userId, name, facts, cells, goals, deliveries }: ErasurePreview): string {
  return [
    `*${foreign(name)}* will be erased for good. This can't be undone.`,
    `• ${counted(facts, "record")} and ${counted(cells, "daily total")} stay under a pseudonym, so the team's totals stand.`,
    `• ${counted(goals, "goal")} and ${counted(deliveries, "message")} are deleted. What's already in Slack stays there.`,
    "• Name, ids and addresses are replaced everywhere else. No sync or file brings them back, and they lose access.",
    `To keep a copy first, whoever runs Paceline can export it: \`node dist/cli/index.js export ${foreign(userId)}\`.`,
  ].join("\n");
}
