import type { AppAnswer } from "../http/exchange";
import type { Json } from "../json";
import { fileObject } from "../state/files";
import { messageObject, type SlackMessage } from "../state/messages";
import type { World } from "../state/workspace";
import { sendEvent } from "./event";
import { type Desk, personOf } from "./interaction";

/** What somebody writes, or drops, into a conversation. */
export interface Written {
  readonly user: string;
  readonly text: string;
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The direct conversation with the app unless given. */
  readonly channel?: string | undefined;
}

/** Shows it, and tells the app of it where the two are alone: the answer is then the app's. */
export async function write(desk: Desk, written: Written): Promise<AppAnswer | null> {
  const message = posted(desk.world, written);
  const direct = desk.world.channels.find(message.channel)?.kind === "im";
  return direct && desk.sender.connected ? sendEvent(desk, messageEvent(desk.world, message)) : null;
}

/** Shows it; the app is not told. */
export function posted(world: World, { user, text, files = [], channel }: Written): SlackMessage {
  const author = personOf(world, user).id;
  const where = channel ?? world.channels.direct(author).id;
  if (world.channels.find(where)?.members.has(author) !== true) throw new Error(`${user} is not in ${where}`);
  const at = { origin: world.origin(), teamId: world.team.id };
  const objects = files.map((file) => fileObject(world.files.add({ ...file, user: author }), at));
  const more = objects.length === 0 ? {} : { files: objects };
  const message = world.messages.post({ channel: where, author, text, blocks: [], ...more });
  world.tell({ kind: "message", channel: where, ts: message.ts });
  return message;
}

/** As the app is told of it when it listens to `message.im`. */
function messageEvent(world: World, message: SlackMessage): Json {
  const { channel, ts, files } = message;
  const object = messageObject(message, { teamId: world.team.id, metadata: false });
  const subtype = files === undefined ? {} : { subtype: "file_share", upload: false };
  return { ...object, ...subtype, channel, channel_type: "im", event_ts: ts };
}
