import type { KnownBlock } from "@slack/types";
import type { LeaderboardSettings } from "../../teams/leaderboard-settings";
import type { Team } from "../../teams/team";
import { timeInWords } from "../../words/times";
import { actions, button, context, type Message, plainText, sectionMessage } from "../ui/blocks";
import type { ChartMessage } from "../ui/charts";
import { runButton } from "../ui/run-button";
import { plainForeign, sentence } from "../ui/text";
import { daysInList } from "./settings-view";

export const BOARD_POST = "board_post";
export const BOARD_SHOW = "board_show";

/** Slack takes so many options in one menu. */
const MAX_OPTIONS = 100;
const MAX_NAME = 40;

/** A menu of other teams' boards below the one that is shown; it as it is where there are none. */
export function withOtherBoards(
  message: Message | ChartMessage,
  teams: readonly Pick<Team, "_id" | "name">[],
): Message | ChartMessage {
  const options = teams.slice(0, MAX_OPTIONS).map(({ _id, name }) => {
    return { text: plainText(plainForeign(name, MAX_NAME)), value: _id };
  });
  const placeholder = plainText("Other teams");
  const menu = { type: "static_select" as const, action_id: BOARD_SHOW, placeholder, options };
  return options.length === 0 ? message : withBlock(message, actions([menu]));
}

/** Answers a name that no team has with the nearest that one may see, and a button that shows its board; `null` where none is near. */
export function unknownTeam(name: string, near: string | null): Message | ChartMessage {
  const hint =
    near === null ? "Your own: `/goals board`." : `Did you mean \`/goals board ${sentence(near, MAX_NAME)}\`?`;
  const said = sectionMessage(`No team is called “${sentence(name, MAX_NAME)}”. ${hint}`);
  const run = near === null ? null : runButton(`board ${near}`);
  return run === null ? said : withBlock(said, actions([run]));
}

/**
 * The board for one's own eyes, with the way to post it where it was asked for, of which Slack may know the name; in a DM, where posting
 * shows it to nobody else, in words, with where and when it's posted anyway.
 *
 * @param settings what the board is set to, which is said in a DM alone; `null` where its team is gone by now.
 */
export function boardToPost(
  message: Message | ChartMessage,
  { teamId, channelName, settings }: BoardToPost,
): Message | ChartMessage {
  if (isInDm(channelName)) return withBlock(message, context(postElsewhere(settings)));
  return withBlock(message, actions([button(BOARD_POST, postWords(channelName), { value: teamId })]));
}

/** Tells whether it was asked for in a DM, as Slack names these. */
export function isInDm(channelName: string | undefined): boolean {
  return channelName === "directmessage";
}

interface BoardToPost {
  readonly teamId: string;
  readonly channelName?: string | undefined;
  readonly settings: LeaderboardSettings | null;
}

/** "Posted in <#C01> on workdays at 8:00 AM. To post it now, type `/goals board` there and press *Post*." */
function postElsewhere(settings: LeaderboardSettings | null): string {
  if (settings === null || !settings.on || settings.channel === null)
    return "To post it, type `/goals board` in a channel and press *Post*.";
  const { channel, days, at } = settings;
  return `Posted in <#${channel}> ${daysInList(days)} at ${timeInWords(at)}. To post it now, type \`/goals board\` there and press *Post*.`;
}

/** Slack's names of what has none that people know. */
const NAMELESS = /^(privategroup$|mpdm-)/;

/** "Post in #sales", "Post here". */
function postWords(channelName = ""): string {
  return channelName === "" || NAMELESS.test(channelName)
    ? "Post here"
    : `Post in #${plainForeign(channelName, MAX_NAME)}`;
}

/** Adds a block to a board, where it is drawn and where it is in plain blocks. */
export function withBlock(message: Message | ChartMessage, block: KnownBlock): Message | ChartMessage {
  if (!("plain" in message)) return { ...message, blocks: [...message.blocks, block] };
  return { ...message, blocks: [...message.blocks, block], plain: [...message.plain, block] };
}
