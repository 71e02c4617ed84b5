import type { AppResponse } from "../http/exchange";
import type { Json } from "../json";
import { fileObject } from "../state/files";
import { messageObject, type SlackMessage } from "../state/messages";
import type { Workspace } from "../state/workspace";
import { sendEvent } from "./event";
import { type PeopleDeps, personOf } from "./interaction";

/** A message that a person writes, or files that they drop. */
export interface PersonMessage {
  readonly user: string;
  readonly text: string;
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The direct conversation with the app unless given. */
  readonly channel?: string | undefined;
}

/** Posts the message, and sends the app an event if it is in their direct conversation; returns its response. */
export async function write(deps: PeopleDeps, sent: PersonMessage): Promise<AppResponse | null> {
  const message = postAs(deps.workspace, sent);
  const direct = deps.workspace.channels.find(message.channel)?.kind === "im";
  return direct && deps.appClient.connected ? sendEvent(deps, messageEvent(deps.workspace, message)) : null;
}

/** Posts the message without an event to the app. */
export function postAs(workspace: Workspace, { user, text, files = [], channel }: PersonMessage): SlackMessage {
  const author = personOf(workspace, user).id;
  const where = channel ?? workspace.channels.direct(author).id;
  if (workspace.channels.find(where)?.members.has(author) !== true) throw new Error(`${user} is not in ${where}`);
  const at = { origin: workspace.origin(), teamId: workspace.team.id };
  const objects = files.map((file) => fileObject(workspace.files.add({ ...file, user: author }), at));
  const more = objects.length === 0 ? {} : { files: objects };
  const message = workspace.messages.post({ channel: where, author, text, blocks: [], ...more });
  workspace.notify({ kind: "message", channel: where, ts: message.ts });
  return message;
}

/** The event that an app subscribed to `message.im` is sent. */
function messageEvent(workspace: Workspace, message: SlackMessage): Json {
  const { channel, ts, files } = message;
  const object = messageObject(message, { teamId: workspace.team.id, metadata: false });
  const subtype = files === undefined ? {} : { subtype: "file_share", upload: false };
  return { ...object, ...subtype, channel, channel_type: "im", event_ts: ts };
}
