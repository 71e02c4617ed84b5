import type { AppAnswer } from "../http/exchange";
import { type ResponseContext, respond } from "../http/response-urls";
import { isJson, type Json, parsed } from "../json";
import { domainOf } from "../methods/workspace";
import { BOT, handleOf, SLACKBOT } from "../state/members";
import { Refusal } from "../state/slack-error";
import type { World } from "../state/workspace";
import { type Desk, personOf } from "./interaction";

/** A command that somebody types. */
export interface TypedCommand {
  /** Who types it: a member's id. */
  readonly user: string;
  /** `/sync`; without it, the text begins with it. */
  readonly command?: string;
  readonly text?: string;
  /** Where it is typed: the direct conversation with the app unless given. */
  readonly channel?: string;
}

/** Types a command and shows what the app answers at once, or Slack's notice when it does not. */
export async function typeCommand(desk: Desk, typed: TypedCommand): Promise<AppAnswer & { responseUrl: string }> {
  const { world } = desk;
  const person = personOf(world, typed.user);
  const channel = world.channels.find(typed.channel ?? world.channels.direct(person.id).id);
  if (channel === undefined) throw new Error(`There is no channel ${typed.channel}`);
  const { command, text } = split(typed);
  const context = { user: person.id, channel: channel.id };
  const responseUrl = desk.responseUrls.hand(context);
  const answer = await desk.sender.form({
    token: "not-used-any-more",
    team_id: world.team.id,
    team_domain: domainOf(world.team.name),
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: person.id,
    user_name: handleOf(person),
    command,
    text,
    api_app_id: BOT.appId,
    is_enterprise_install: "false",
    response_url: responseUrl,
    trigger_id: world.triggers.hand(person.id),
  });
  showAnswer(world, { command, context, answer });
  return { ...answer, responseUrl };
}

function split({ command, text = "" }: TypedCommand): { readonly command: string; readonly text: string } {
  if (command !== undefined) return { command, text };
  const [, first = "", rest = ""] = /^(\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  if (!first.startsWith("/")) throw new Error(`A command begins with a slash, not ${JSON.stringify(text)}`);
  return { command: first, text: rest };
}

function showAnswer(
  world: World,
  {
    command,
    context,
    answer,
  }: { readonly command: string; readonly context: ResponseContext; readonly answer: AppAnswer },
): void {
  if (answer.status === null) {
    notice(world, context, failed(command, "operation_timeout"));
    return;
  }
  if (answer.status !== 200) {
    notice(world, context, failed(command, "dispatch_failed"));
    return;
  }
  const shown = shownBy(answer.body);
  if (shown === null) return;
  try {
    respond(world, context, shown);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    notice(world, context, failed(command, "invalid_command_response"));
  }
}

/** What an answer's body says: JSON, a plain text, or nothing. */
function shownBy(body: string): Json | null {
  if (body.trim() === "") return null;
  const said = parsed(body);
  return isJson(said) ? said : { text: body };
}

/** Slack's own words beside the command, which only its author sees. */
function notice(world: World, { channel, user }: ResponseContext, text: string): void {
  const { ts } = world.messages.post({ channel, author: SLACKBOT, to: user, text, blocks: [] });
  world.tell({ kind: "message", channel, ts });
}

function failed(command: string, error: string): string {
  return `${command} failed with the error "${error}"`;
}
