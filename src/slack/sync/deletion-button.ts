import type { ActionsBlock } from "@slack/types";
import { z } from "zod";
import { SOURCE_IDS, SOURCES } from "../../metrics/sources";
import type { ApprovalRequest } from "../../sync/report";
import type { Day } from "../../time/day";
import { daySchema } from "../../time/day-schema";
import { rangeInWords } from "../../words/dates";
import { actions, button, plainText } from "../ui/blocks";
import { counted } from "../ui/text";

export const APPROVE_DELETIONS = "accept_vanished";

/** The button that approves a mass deletion at a source; it asks once more, with the consequences. */
export function deletionButton(request: ApprovalRequest, today: Day): ActionsBlock {
  const { source } = request;
  const name = SOURCES[source].title;
  const approve = button(APPROVE_DELETIONS, "Yes, they were deleted", {
    accessibility_label: `Yes, ${name}'s missing records were deleted`,
    style: "danger",
    value: encodeApproval(request),
    confirm: {
      title: plainText(`Deleted in ${name}?`),
      text: plainText(consequence(request, today)),
      confirm: plainText("Stop counting them"),
      deny: plainText("Keep counting them"),
    },
  });
  return { ...actions([approve]), block_id: `${APPROVE_DELETIONS}_${source}` };
}

/** Says what approving does, within the 300 characters that Slack takes. */
function consequence({ source, records, range }: ApprovalRequest, today: Day): string {
  const name = SOURCES[source].title;
  const missing = deletionInWords({ source, records, range }, today);
  return `${missing}: a sync of ${name} for these days stops counting them for everyone, and figures and goals drop. If more than ${records.toLocaleString("en-US")} are missing by then, nothing changes and I ask again.`;
}

/** "60 JustCall records, Sep 29 – Oct 28". */
export function deletionInWords({ source, records, range }: ApprovalRequest, today: Day): string {
  return `${counted(records, `${SOURCES[source].title} record`)}, ${rangeInWords(range, today)}`;
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
