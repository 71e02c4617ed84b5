import type { WebClient } from "@slack/web-api";
import type { Log } from "../../log";

/** A channel as far as Slack lets us know it. */
export interface KnownChannel {
  /** Without "#"; `null` where Slack does not say it. */
  readonly name: string | null;
  /** How many people are in it, without our bot. */
  readonly members: number | null;
}

/** Asks Slack what a channel is called and how many are in it: without the optional scopes, or outside a private one, neither is known. */
export async function readChannel(client: WebClient, channel: string, log: Pick<Log, "debug">): Promise<KnownChannel> {
  try {
    const { channel: found } = await client.conversations.info({ channel, include_num_members: true });
    const { name = null, num_members: all, is_member: isIn } = found ?? {};
    return { name, members: all === undefined ? null : Math.max(0, all - (isIn === true ? 1 : 0)) };
  } catch (error) {
    log.debug({ error, channel }, "Slack did not say what a channel is called");
    return { name: null, members: null };
  }
}

/** Asks Slack for the address of a message; `null` where it says none. */
export async function messageLink(
  client: WebClient,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  log: Pick<Log, "debug">,
): Promise<string | null> {
  try {
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
    return permalink ?? null;
  } catch (error) {
    log.debug({ error, channel, ts }, "Slack did not say where a message is");
    return null;
  }
}
