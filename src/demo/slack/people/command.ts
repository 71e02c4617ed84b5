import type { AppResponse } from "../http/exchange";
import { type ResponseContext, respond } from "../http/response-urls";
import { isJson, type Json, parsed } from "../json";
import { domainOf } from "../methods/workspace";
import { BOT, handleOf, SLACKBOT } from "../state/members";
import { SlackError } from "../state/slack-error";
import type { Workspace } from "../state/workspace";
import { type PeopleDeps, personOf } from "./interaction";

/** A typed command. */
export interface TypedCommand {
  /** The id of the member who types it. */
  readonly user: string;
  /** `/sync`; without it, the text begins with it. */
  readonly command?: string;
  readonly text?: string;
  /** The conversation in which it is typed: the direct one with the app unless given. */
  readonly channel?: string;
}

/** Sends a command and shows the app's immediate response, or Slack's notice if it fails. */
export async function typeCommand(
  deps: PeopleDeps,
  typed: TypedCommand,
): Promise<AppResponse & { responseUrl: string }> {
  const { workspace } = deps;
  const person = personOf(workspace, typed.user);
  const channel = workspace.channels.find(typed.channel ?? workspace.channels.direct(person.id).id);
  if (channel === undefined) throw new Error(`There is no channel ${typed.channel}`);
  const { command, text } = splitCommand(typed);
  const context = { user: person.id, channel: channel.id };
  const responseUrl = deps.responseUrls.issue(context);
  const response = await deps.appClient.sendForm({
    token: "not-used-any-more",
    team_id: workspace.team.id,
    team_domain: domainOf(workspace.team.name),
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: person.id,
    user_name: handleOf(person),
    command,
    text,
    api_app_id: BOT.appId,
    is_enterprise_install: "false",
    response_url: responseUrl,
    trigger_id: workspace.triggers.issue(person.id),
  });
  showResponse(workspace, { command, context, response });
  return { ...response, responseUrl };
}

function splitCommand({ command, text = "" }: TypedCommand): { readonly command: string; readonly text: string } {
  if (command !== undefined) return { command, text };
  const [, first = "", rest = ""] = /^(\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  if (!first.startsWith("/")) throw new Error(`A command begins with a slash, not ${JSON.stringify(text)}`);
  return { command: first, text: rest };
}

function showResponse(
  workspace: Workspace,
  {
    command,
    context,
    response,
  }: { readonly command: string; readonly context: ResponseContext; readonly response: AppResponse },
): void {
  if (response.status === null) {
    postNotice(workspace, context, failureText(command, "operation_timeout"));
    return;
  }
  if (response.status !== 200) {
    postNotice(workspace, context, failureText(command, "dispatch_failed"));
    return;
  }
  const content = contentOf(response.body);
  if (content === null) return;
  try {
    respond(workspace, context, content);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    postNotice(workspace, context, failureText(command, "invalid_command_response"));
  }
}

/** The content of a response's body: JSON, a plain text, or nothing. */
function contentOf(body: string): Json | null {
  if (body.trim() === "") return null;
  const content = parsed(body);
  return isJson(content) ? content : { text: body };
}

/** Posts Slack's own notice about the command, which only its author sees. */
function postNotice(workspace: Workspace, { channel, user }: ResponseContext, text: string): void {
  const { ts } = workspace.messages.post({ channel, author: SLACKBOT, to: user, text, blocks: [] });
  workspace.notify({ kind: "message", channel, ts });
}

function failureText(command: string, error: string): string {
  return `${command} failed with the error "${error}"`;
}
