import type { Button } from "@slack/types";
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

/** The button that matches an owner of this name with a person; one of a message's is what to do first. */
export function matchButton({
  source,
  owner,
  name,
  isFirst,
}: Pick<Mapping, "source" | "owner"> & { readonly name: string; readonly isFirst: boolean }): Button {
  const label = `Match ${name}`.slice(0, 75);
  return button(MAP, "Match", {
    value: encodeMapping({ source, owner }),
    accessibility_label: label,
    ...(isFirst ? { style: "primary" } : {}),
  });
}
