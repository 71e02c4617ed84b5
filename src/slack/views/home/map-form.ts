import type { ModalView } from "@slack/types";
import { type Mapping, mappingText } from "../../home/mapping";
import { section } from "../blocks";
import { field, form } from "../form";
import { foreign } from "../text";
import { KINDS } from "./admin-people";

export const MAP_FORM = "map_form";

/** Who somebody at a source is. */
export function mapForm(mapping: Mapping): ModalView {
  return form({
    callback: MAP_FORM,
    title: "Who is this?",
    metadata: mappingText(mapping),
    blocks: [
      section(`*${foreign(mapping.owner)}*, a ${KINDS[mapping.source]}`),
      field("person", {
        label: "Is in Slack",
        hint: "Full members whom a sync has met. What they did counts for them from the next sync.",
        element: { type: "users_select" },
      }),
    ],
  });
}
