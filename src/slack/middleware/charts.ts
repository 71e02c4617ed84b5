import type { SlackDeps } from "../deps";
import type { Message } from "../ui/blocks";
import { CHART, type ChartMessage, TABLE } from "../ui/charts";

type ChartDeps = Pick<SlackDeps, "refusedBlocks" | "log">;

/** What a person is shown: blocks, and the same in words. */
export type Shown = Message | Omit<ChartMessage, "plain">;

/**
 * Sends a message with its charts or its table or, where this workspace refuses them, with the same in plain blocks. A refusal is
 * remembered, so that the next message need not be sent twice.
 */
export async function sendWithCharts(
  { refusedBlocks, log }: ChartDeps,
  { message, send }: { readonly message: Message | ChartMessage; readonly send: (shown: Shown) => Promise<unknown> },
): Promise<void> {
  if (!("plain" in message)) {
    await send(message);
    return;
  }
  const { plain, ...drawn } = message;
  const inWords = { ...drawn, blocks: plain };
  const kind = drawn.blocks.some(({ type }) => type === TABLE) ? TABLE : CHART;
  if (await refusedBlocks.refuses(kind)) {
    await send(inWords);
    return;
  }
  try {
    await send(drawn);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await send(inWords);
    // It was the chart or the table: without it Slack took the same message.
    log.info({ error, kind }, "Slack refuses such blocks here: the same is sent in words for an hour");
    await refusedBlocks.record(kind);
  }
}

/** A response_url answers what it refuses with status 400, of which Bolt keeps no more than the number. */
function isRefusal(error: unknown): boolean {
  return typeof error === "object" && error !== null && Reflect.get(error, "statusCode") === 400;
}
