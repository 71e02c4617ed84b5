import type { SlackContext } from "../deps";
import type { MessageRef } from "../platform/messages";
import { editOrPost, postMessage } from "../platform/messages";
import type { Message } from "../ui/blocks";

/** One message that shows one state after the other. */
export interface ImportReply {
  /** Replaces the state, by a new message where the old one cannot be edited. */
  show(message: Message): Promise<void>;
}

type ReplyContext = Pick<SlackContext, "client" | "deps">;

/** Posts a reply, in the thread where there is one. */
export async function postReply(
  context: ReplyContext,
  posting: { readonly channel: string; readonly threadTs?: string | undefined; readonly message: Message },
): Promise<ImportReply> {
  return replyAt(context, await postMessage(context.client, posting));
}

/** Takes up a reply that was posted before. */
export function replyAt({ client, deps }: ReplyContext, at: MessageRef): ImportReply {
  let ref = at;
  return {
    async show(message) {
      const { channel } = ref;
      const notEdited = (error: unknown) =>
        deps.log.warn({ error, channel }, "An import's message could not be edited");
      const post = () => postMessage(client, { channel, message });
      ref = await editOrPost(client, { ref, message, notEdited, post });
    },
  };
}
