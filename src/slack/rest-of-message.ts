import type { BlockAction } from "@slack/bolt";
import type { Block } from "@slack/types";
import { z } from "zod";

const schema = z.object({
  text: z.string().default(""),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
});

/** A message without the block of the button that was pressed in it. */
export interface RestOfMessage {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** `null` where the press was in a view, or Slack sends no message with it. */
export function restOfMessage({ message }: BlockAction, blockId: string): RestOfMessage | null {
  const { data } = schema.safeParse(message);
  if (data === undefined) return null;
  const blocks = data.blocks.flatMap(({ block_id, ...block }): Block[] =>
    block_id === blockId ? [] : [{ ...block, ...(block_id === undefined ? {} : { block_id }) }],
  );
  return { text: data.text, blocks };
}
