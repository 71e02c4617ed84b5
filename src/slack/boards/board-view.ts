import type { KnownBlock } from "@slack/types";
import { actions, button, context, type Message, sectionMessage } from "../ui/blocks";
import type { ChartMessage } from "../ui/charts";
import { runButton } from "../ui/run-button";
import { plainForeign, sentence } from "../ui/text";
import { type PostStatus, postBlocks } from "./post-view";

export const BOARD_POST = "board_post";

const MAX_NAME = 40;

/** Answers a name that no team has with the nearest that one may see, and a button that shows its board; `null` where none is near. */
export function unknownTeam(name: string, near: string | null): Message | ChartMessage {
  const hint =
    near === null ? "Your own: `/goals board`." : `Did you mean \`/goals board ${sentence(near, MAX_NAME)}\`?`;
  const said = sectionMessage(`No team is called “${sentence(name, MAX_NAME)}”. ${hint}`);
  const run = near === null ? null : runButton(`board ${near}`);
  return run === null ? said : withBlocks(said, [actions([run])]);
}

/** Says where somebody asked for a board, as Slack has it. */
export interface AskedWhere {
  readonly channel?: string | undefined;
  readonly channelName?: string | undefined;
}

/**
 * The board for the eyes of whoever may post it: how it stands in its channel with the button that posts it there, and where it was asked for
 * in another channel, one that shows it there. Of a board without a channel, a DM says how to post it, as nobody else reads it there.
 *
 * @param status how it stands in its channel; `null` where it has none.
 */
export function boardToPost(
  message: Message | ChartMessage,
  {
    teamId,
    asked,
    status,
  }: { readonly teamId: string; readonly asked: AskedWhere; readonly status: PostStatus | null },
): Message | ChartMessage {
  const { channel, channelName } = asked;
  const here = button(BOARD_POST, postWords(channelName), { value: teamId });
  if (status === null) return withBlocks(message, [channelName === DM ? context(TO_POST) : actions([here])]);
  const isElsewhere = channelName !== undefined && channelName !== DM && channel !== status.posting.channel;
  return withBlocks(message, postBlocks(status, isElsewhere ? [here] : []));
}

/** What Slack calls a DM where a command was typed. */
const DM = "directmessage";
const TO_POST =
  "It has no channel yet: pick one with *Leaderboard* under *More* on Home. Or type `/goals board` in a channel and press *Post*.";

/** Slack's names of what has none that people know. */
const NAMELESS = /^(privategroup$|mpdm-)/;

/** "Post in #sales", "Post here". */
function postWords(channelName = ""): string {
  return channelName === "" || NAMELESS.test(channelName)
    ? "Post here"
    : `Post in #${plainForeign(channelName, MAX_NAME)}`;
}

/** Adds blocks to a board, where it is drawn and where it is in plain blocks. */
export function withBlocks(message: Message | ChartMessage, more: readonly KnownBlock[]): Message | ChartMessage {
  if (!("plain" in message)) return { ...message, blocks: [...message.blocks, ...more] };
  return { ...message, blocks: [...message.blocks, ...more], plain: [...message.plain, ...more] };
}
