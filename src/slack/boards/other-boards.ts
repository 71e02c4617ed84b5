import { can, EVERYONE } from "../../people/permissions";
import type { Team } from "../../teams/team";
import type { SlackContext } from "../deps";
import { actions, button, type Message, plainText } from "../ui/blocks";
import type { ChartMessage } from "../ui/charts";
import { plainForeign } from "../ui/text";
import { withBlocks } from "./board-view";

/** Shows another team's board in the place of the one above. */
export const BOARD_SHOW = "board_show";

/** Slack takes so many options in one menu. */
const MAX_OPTIONS = 100;
const MAX_NAME = 40;

/** A board above the way to the others that its reader may see, Everyone's too: a button where it's one, else a menu; as it is where there are none. */
export async function withOtherBoards(
  { deps }: SlackContext,
  {
    userId,
    teamId,
    board,
  }: { readonly userId: string; readonly teamId: string; readonly board: Message | ChartMessage },
): Promise<Message | ChartMessage> {
  const [actor, all] = await Promise.all([deps.actor(userId), deps.teams.all()]);
  const teams = all.filter(({ _id, active }) => active && can(actor, { does: "see-board", team: _id }));
  const others = [EVERYONES, ...teams].filter(({ _id }) => _id !== teamId);
  const [first, ...more] = others;
  if (all.length === 0 || first === undefined) return board;
  return withBlocks(board, [actions([more.length === 0 ? buttonOf(first) : menuOf(others)])]);
}

const EVERYONES = { _id: EVERYONE, name: "Everyone" };

type NamedTeam = Pick<Team, "_id" | "name">;

function buttonOf({ _id, name }: NamedTeam) {
  return button(BOARD_SHOW, `${plainForeign(name, MAX_NAME)}'s leaderboard`, { value: _id });
}

function menuOf(teams: readonly NamedTeam[]) {
  const options = teams.slice(0, MAX_OPTIONS).map(({ _id, name }) => {
    return { text: plainText(plainForeign(name, MAX_NAME)), value: _id };
  });
  return {
    type: "static_select" as const,
    action_id: BOARD_SHOW,
    placeholder: plainText("Other leaderboards"),
    options,
  };
}
