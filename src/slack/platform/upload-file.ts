import type { WebClient } from "@slack/web-api";
import { isRefusal, openDm } from "./messages";
import { slackFetch } from "./slack-fetch";

/** A file for somebody's eyes. */
export interface OutgoingFile {
  readonly userId: string;
  readonly name: string;
  readonly text: string;
  /** Said beside it, as mrkdwn. */
  readonly comment: string;
}

/**
 * Sends a file to somebody in their DM.
 *
 * @throws what Slack answers, `missing_scope` without `files:write`; then nothing was sent.
 */
export async function uploadToDm(
  { client, apiUrl }: { readonly client: WebClient; readonly apiUrl?: string | undefined },
  { userId, name, text, comment }: OutgoingFile,
): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const asked = { filename: name, length: bytes.length };
  const { upload_url: address, file_id: id } = await client.files.getUploadURLExternal(asked);
  if (address === undefined || id === undefined) throw new Error("Slack named no address for a file");
  const answer = await slackFetch(apiUrl)(address, { method: "POST", body: bytes });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`Slack did not take a file: status ${answer.status}`);
  const channel = await openDm(client, userId);
  await client.files.completeUploadExternal({
    files: [{ id, title: name }],
    channel_id: channel,
    initial_comment: comment,
  });
}

/** Whether Slack refused a call since the app lacks a scope, which an admin can mend. */
export function isMissingScope(error: unknown): boolean {
  return isRefusal(error, "missing_scope");
}
