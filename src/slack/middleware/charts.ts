import type { SlackDeps } from "../deps";
import type { Message } from "../ui/blocks";
import { CHART, type ChartMessage } from "../ui/charts";

type ChartDeps = Pick<SlackDeps, "refusedBlocks" | "log">;

/** What a person is shown: blocks, and the same in words. */
export type Shown = Message | Omit<ChartMessage, "plain">;

/**
 * Sends a message with its charts or, where this workspace refuses them, with the same in plain blocks. A refusal is
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
  if (await refusedBlocks.refuses(CHART)) {
    await send(inWords);
    return;
  }
  try {
    await send(drawn);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await send(inWords);
    // It was the chart: without it Slack took the same message.
    log.info({ error }, "Slack refuses charts here: the same is sent in words for an hour");
    await refusedBlocks.record(CHART);
  }
}

/** A response_url answers what it refuses with status 400, of which Bolt keeps no more than the number. */
function isRefusal(error: unknown): boolean {
  return typeof error === "object" && error !== null && Reflect.get(error, "statusCode") === 400;
}
