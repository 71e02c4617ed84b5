import type { ActionsBlock } from "@slack/types";
import type { Day } from "../../metrics/day";
import { type VanishedWord, wordText } from "../vanished-word";
import { rangeInWords } from "./days";
import { words } from "./form";
import { SOURCE_NAMES } from "./sources";
import { counted } from "./text";

export const ACCEPT_VANISHED = "accept_vanished";

/** The way to say that a source's missing records are really gone; it asks once more, with what comes of it. */
export function vanishedButton(word: VanishedWord, today: Day): ActionsBlock {
  const { source } = word;
  const name = SOURCE_NAMES[source];
  const button = {
    type: "button" as const,
    action_id: ACCEPT_VANISHED,
    text: words("Yes, they are really gone"),
    accessibility_label: `Yes, ${name}'s missing records are really gone`,
    style: "danger" as const,
    value: wordText(word),
    confirm: {
      title: words(`Gone from ${name}?`),
      text: words(consequence(word, today)),
      confirm: words("Yes, count them no more"),
      deny: words("No, keep counting them"),
    },
  };
  return { type: "actions", block_id: `${ACCEPT_VANISHED}_${source}`, elements: [button] };
}

/** Slack takes 300 characters of it. */
function consequence({ source, records, range }: VanishedWord, today: Day): string {
  const name = SOURCE_NAMES[source];
  const missing = vanishedInWords({ source, records, range }, today);
  return `${missing}: a sync of ${name} over these days counts them no more, for anybody, and figures and goals fall. If more than ${records.toLocaleString("en-US")} are missing by then, nothing is changed and I ask again.`;
}

/** "60 records of JustCall, 29 Sep – 28 Oct". */
export function vanishedInWords({ source, records, range }: VanishedWord, today: Day): string {
  return `${counted(records, "record")} of ${SOURCE_NAMES[source]}, ${rangeInWords(range, today)}`;
}
