import type { WebClient } from "@slack/web-api";

const PAGE = 200;
/** More than a busy channel fills between eight and noon. */
const MAX_PAGES = 20;

interface Sought {
  readonly channel: string;
  readonly marker: string;
  readonly since: Date;
}

/** Time stamps of the messages with this marker since then, the earliest first. @throws when not all could be read. */
export async function findMarked(client: WebClient, { channel, marker, since }: Sought): Promise<readonly string[]> {
  const found: string[] = [];
  const oldest = (since.getTime() / 1_000).toFixed(6);
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const read = await client.conversations.history({
      channel,
      oldest,
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const message of read.messages ?? []) {
      if (message.ts !== undefined && isMarked(message, marker)) found.push(message.ts);
    }
    cursor = read.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return found.sort();
  }
  throw new Error(`The conversation has more than ${MAX_PAGES * PAGE} messages since then`);
}

interface Marked {
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
  readonly blocks?: readonly { readonly block_id?: string }[];
}

function isMarked({ metadata, blocks = [] }: Marked, marker: string): boolean {
  const payload = metadata?.event_type === EVENT_TYPE ? metadata.event_payload : undefined;
  if (payload !== undefined && Reflect.get(payload, "key") === marker) return true;
  return blocks.some((block) => block.block_id === blockIdOf(marker));
}

/** What marks our messages in Slack: metadata, which every app in the workspace may read, so its payload says nothing. */
export const EVENT_TYPE = "paceline_delivery";

/** A second mark, on a block, should the metadata be lost. */
export function blockIdOf(marker: string): string {
  return `dg:${marker}`;
}
