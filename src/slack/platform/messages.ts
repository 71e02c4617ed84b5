import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { MessageRef } from "../../digests/delivery/delivery";
import type { Message } from "../ui/blocks";

export type { MessageRef };

/** So many DMs' ids are remembered of each client. */
const MAX_DMS = 10_000;
/** The id of a DM never changes. */
const dms = new WeakMap<WebClient, Map<string, Promise<string>>>();

/** Opens the DM with somebody, once; answers the id of its channel. */
export async function openDm(client: WebClient, userId: string): Promise<string> {
  const known = dms.get(client) ?? new Map<string, Promise<string>>();
  dms.set(client, known);
  const id = known.get(userId) ?? newDm(client, userId);
  if (known.size >= MAX_DMS) known.clear();
  known.set(userId, id);
  try {
    return await id;
  } catch (error) {
    known.delete(userId);
    throw error;
  }
}

async function newDm(client: WebClient, userId: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: userId });
  if (channel?.id === undefined) throw new Error("Slack opened a DM and did not say which");
  return channel.id;
}

/** Posts a message in the DM with somebody. */
export async function postToDm(
  client: WebClient,
  { userId, message }: { readonly userId: string; readonly message: Message },
): Promise<MessageRef> {
  return postMessage(client, { channel: await openDm(client, userId), message });
}

interface Posting {
  readonly channel: string;
  /** The thread to answer in. */
  readonly threadTs?: string | undefined;
  readonly message: Message;
}

/** Posts a message in a conversation, in the thread where there is one. */
export async function postMessage(client: WebClient, { channel, threadTs, message }: Posting): Promise<MessageRef> {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const { ts } = await client.chat.postMessage({ channel, ...thread, unfurl_links: false, ...message });
  if (ts === undefined) throw new Error("Slack posted a message and did not say when");
  return { channel, ts };
}

interface Edit {
  readonly ref: MessageRef;
  readonly message: Message;
  /** Is called with the reason when the message cannot be edited. */
  readonly notEdited: (error: unknown) => void;
  /** Posts another instead. */
  readonly post: () => Promise<MessageRef>;
}

/** Edits a message or, where that fails, posts another in its stead; answers where it stands now. */
export async function editOrPost(client: WebClient, { ref, message, notEdited, post }: Edit): Promise<MessageRef> {
  try {
    await client.chat.update({ ...ref, ...message });
    return ref;
  } catch (error) {
    notEdited(error);
    return post();
  }
}

/** Whether Slack refused a call for one of these reasons, "message_not_found". */
export function isRefusal(error: unknown, ...reasons: readonly string[]): boolean {
  return error instanceof WebAPIPlatformError && reasons.includes(error.data.error);
}
