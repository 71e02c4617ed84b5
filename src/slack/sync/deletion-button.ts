import type { ActionsBlock } from "@slack/types";
import { z } from "zod";
import { SOURCE_IDS, SOURCES } from "../../metrics/sources";
import type { ApprovalRequest } from "../../sync/report";
import type { Day } from "../../time/day";
import { daySchema } from "../../time/day-schema";
import { actions, button, plainText } from "../ui/blocks";
import { rangeInWords } from "../ui/dates";
import { counted } from "../ui/text";

export const APPROVE_DELETIONS = "accept_vanished";

/** The button that approves a mass deletion at a source; it asks once more, with the consequences. */
export function deletionButton(request: ApprovalRequest, today: Day): ActionsBlock {
  const { source } = request;
  const name = SOURCES[source].title;
  const approve = button(APPROVE_DELETIONS, "Yes, they are really gone", {
    accessibility_label: `Yes, ${name}'s missing records are really gone`,
    style: "danger",
    value: encodeApproval(request),
    confirm: {
      title: plainText(`Gone from ${name}?`),
      text: plainText(consequence(request, today)),
      confirm: plainText("Yes, count them no more"),
      deny: plainText("No, keep counting them"),
    },
  });
  return { ...actions([approve]), block_id: `${APPROVE_DELETIONS}_${source}` };
}

/** Says what approving does, within the 300 characters that Slack takes. */
function consequence({ source, records, range }: ApprovalRequest, today: Day): string {
  const name = SOURCES[source].title;
  const missing = deletionInWords({ source, records, range }, today);
  return `${missing}: a sync of ${name} over these days counts them no more, for anybody, and figures and goals fall. If more than ${records.toLocaleString("en-US")} are missing by then, nothing is changed and I ask again.`;
}

/** "60 records of JustCall, 29 Sep – 28 Oct". */
export function deletionInWords({ source, records, range }: ApprovalRequest, today: Day): string {
  return `${counted(records, "record")} of ${SOURCES[source].title}, ${rangeInWords(range, today)}`;
}

const schema = z.object({
  source: z.enum(SOURCE_IDS),
  records: z.int().min(1),
  range: z.object({ from: daySchema, to: daySchema }).refine(({ from, to }) => from <= to),
});

/** A request to approve a mass deletion, as a button's value. */
export function encodeApproval({ source, records, range: { from, to } }: ApprovalRequest): string {
  return JSON.stringify({ source, records, range: { from, to } });
}

/** `null` for what no button of ours carries. */
export function decodeApproval(text: string): ApprovalRequest | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
