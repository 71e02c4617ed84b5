import type { SectionBlock } from "@slack/types";
import { z } from "zod";
import { SOURCE_IDS } from "../../metrics/sources";
import { button } from "../ui/blocks";

/** "Match" beside somebody unmatched, in Home and in a report; it opens the form that asks who they are in Slack. */
export const MAP = "map";

const mappings = z.object({
  source: z.enum(SOURCE_IDS),
  owner: z.string().min(1).max(500),
  userId: z.string().optional(),
});

/** An owner at a source, by the id that mappings are kept by; with `userId`, the person mapped to them. */
export type Mapping = z.infer<typeof mappings>;

/** A mapping as a button's value. */
export function encodeMapping({ source, owner, userId }: Mapping): string {
  return JSON.stringify({ source, owner, userId });
}

/** `null` for what no button of ours carries. */
export function decodeMapping(text: string): Mapping | null {
  try {
    return mappings.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Puts the button beside a row that matches an owner of this name with a person; one of a message's is what to do first. The row
 * stays as it is where there is no owner, or one under which no mapping is stored.
 */
export function withMatchButton(row: SectionBlock, { source, owner, name, isFirst }: Matched): SectionBlock {
  if (owner === null || !mappings.safeParse({ source, owner }).success) return row;
  const accessory = button(MAP, "Match", {
    value: encodeMapping({ source, owner }),
    accessibility_label: `Match ${name}`,
    ...(isFirst ? { style: "primary" } : {}),
  });
  return { ...row, accessory };
}

interface Matched extends Pick<Mapping, "source"> {
  readonly owner: string | null;
  readonly name: string;
  readonly isFirst: boolean;
}
