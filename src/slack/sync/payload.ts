import { z } from "zod";
import { SOURCE_IDS } from "../../metrics/sources";
import type { ApprovalRequest } from "../../sync/report";
import { daySchema } from "../../time/day-schema";

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
