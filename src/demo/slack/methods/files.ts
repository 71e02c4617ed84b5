import { isJson, objectsOf, textOf } from "../json";
import { fileObject } from "../state/files";
import { BOT } from "../state/members";
import { invalidArguments, SlackError } from "../state/slack-error";
import type { Method } from "./method";

/** Names an address that takes the bytes of one file, once; nobody sees the file until the upload is completed. */
export const filesGetUploadURLExternal: Method = (args, workspace) => {
  const length = Number(args.required("length"));
  if (!Number.isInteger(length) || length <= 0) throw invalidArguments("length must be above 0");
  const { id, ticket } = workspace.files.expect({ name: args.required("filename"), length });
  return { upload_url: `${workspace.origin()}/upload/v1/${ticket}`, file_id: id };
};

/** Posts files whose bytes have come; refuses those that were completed before. */
export const filesCompleteUploadExternal: Method = (args, workspace) => {
  const listed = args.json("files");
  const files = objectsOf(Array.isArray(listed) ? listed.filter(isJson) : []);
  if (files.length === 0) throw invalidArguments("missing required field: files");
  const target = args.text("channel_id");
  const channel = target === undefined ? undefined : workspace.channels.visible(target);
  if (channel?.members.has(BOT.userId) === false) throw new SlackError("not_in_channel");
  const completed = files.map(({ id, title }) => {
    const file = workspace.files.complete(textOf(id) ?? "", BOT.userId);
    if (file === undefined) throw new SlackError("file_not_found");
    return { file, title: textOf(title) ?? file.name };
  });
  if (channel !== undefined) {
    const at = { origin: workspace.origin(), teamId: workspace.team.id };
    const objects = completed.map(({ file }) => fileObject(file, at));
    const text = args.text("initial_comment") ?? "";
    const message = workspace.messages.post({
      channel: channel.id,
      author: BOT.userId,
      text,
      blocks: [],
      files: objects,
    });
    workspace.notify({ kind: "message", channel: channel.id, ts: message.ts });
  }
  return { files: completed.map(({ file, title }) => ({ id: file.id, title })) };
};
