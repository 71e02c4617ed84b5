import type { ActionsBlock } from "@slack/types";
import { z } from "zod";
import { SOURCE_IDS, SOURCES } from "../../metrics/sources";
import type { ApprovalRequest } from "../../sync/report";
import type { Day } from "../../time/day";
import { daySchema } from "../../time/day-schema";
import { plainText } from "../ui/blocks";
import { rangeInWords } from "../ui/dates";
import { counted } from "../ui/text";

const schema = z.object({
  source: z.enum(SOURCE_IDS),
  records: z.int().min(1),
  range: z.object({ from: daySchema, to: daySchema }).refine(({ from, to }) => from <= to),
});

/** A word as a button's value. */
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

export const APPROVE_DELETIONS = "accept_vanished";

/** The way to say that a source's missing records are really gone; it asks once more, with what comes of it. */
export function deletionButton(request: ApprovalRequest, today: Day): ActionsBlock {
  const { source } = request;
  const name = SOURCES[source].title;
  const button = {
    type: "button" as const,
    action_id: APPROVE_DELETIONS,
    text: plainText("Yes, they are really gone"),
    accessibility_label: `Yes, ${name}'s missing records are really gone`,
    style: "danger" as const,
    value: encodeApproval(request),
    confirm: {
      title: plainText(`Gone from ${name}?`),
      text: plainText(consequence(request, today)),
      confirm: plainText("Yes, count them no more"),
      deny: plainText("No, keep counting them"),
    },
  };
  return { type: "actions", block_id: `${APPROVE_DELETIONS}_${source}`, elements: [button] };
}

/** Slack takes 300 characters of it. */
function consequence({ source, records, range }: ApprovalRequest, today: Day): string {
  const name = SOURCES[source].title;
  const missing = deletionInWords({ source, records, range }, today);
  return `${missing}: a sync of ${name} over these days counts them no more, for anybody, and figures and goals fall. If more than ${records.toLocaleString("en-US")} are missing by then, nothing is changed and I ask again.`;
}

/** "60 records of JustCall, 29 Sep – 28 Oct". */
export function deletionInWords({ source, records, range }: ApprovalRequest, today: Day): string {
  return `${counted(records, "record")} of ${SOURCES[source].title}, ${rangeInWords(range, today)}`;
}
