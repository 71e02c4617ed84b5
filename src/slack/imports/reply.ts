import type { SlackContext } from "../context";
import type { Message } from "../ui/blocks";

/** A message of ours in a conversation. */
export interface ReplyTarget {
  readonly channel: string;
  readonly ts: string;
}

/** One message that shows one state after the other. */
export interface Reply {
  /** Shows this from now on, as a new message where the old one cannot be edited. */
  show(message: Message): Promise<void>;
}

/** Posts an answer, in the thread where there is one. */
export async function postReply(
  context: Pick<SlackContext, "client" | "deps">,
  {
    channel,
    threadTs,
    message,
  }: { readonly channel: string; readonly threadTs?: string | undefined; message: Message },
): Promise<Reply> {
  return replyAt(context, await posted(context, { channel, threadTs, message }));
}

/** The answer that stands there. */
export function replyAt(context: Pick<SlackContext, "client" | "deps">, at: ReplyTarget): Reply {
  let place = at;
  return {
    async show(message) {
      try {
        await context.client.chat.update({ ...place, ...message });
      } catch (error) {
        context.deps.log.warn({ error, channel: place.channel }, "An import's message could not be edited");
        place = await posted(context, { channel: place.channel, threadTs: undefined, message });
      }
    },
  };
}

async function posted(
  { client }: Pick<SlackContext, "client">,
  { channel, threadTs, message }: { channel: string; threadTs: string | undefined; message: Message },
): Promise<ReplyTarget> {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const { ts } = await client.chat.postMessage({ channel, ...thread, unfurl_links: false, ...message });
  if (ts === undefined) throw new Error("Slack posted a message and did not say when");
  return { channel, ts };
}
