import { type Actor, can, EVERYONE, mainTeam } from "../../people/permissions";
import { foldTeamName, type Team } from "../../teams/team";
import type { SlackContext } from "../deps";
import { authorize } from "../middleware/access";
import { type ActionListener, acknowledgedAction, respondingAction } from "../middleware/actions";
import { authorizedAction } from "../middleware/authorized-actions";
import { sendWithCharts } from "../middleware/charts";
import { normalizeText } from "../parse/normalize";
import { nearestWord } from "../parse/suggest";
import { EVERYONE_WORDS } from "../parse/team-name";
import { below, inPlace, type Message, sectionMessage } from "../ui/blocks";
import type { ChartMessage } from "../ui/charts";
import { type AskedWhere, BOARD_POST, boardToPost, unknownTeam } from "./board-view";
import { withOtherBoards } from "./other-boards";
import { boardTeam } from "./payload";
import { postStatus } from "./post";

const NOT_YOUR_TEAM = "You can only see the leaderboards of your own teams. Yours: `/goals board`.";
const GONE = "That team no longer exists.";

/** Who asks, and where, if it is known. */
interface Asking extends AskedWhere {
  readonly userId: string;
}

/** `/goals board [team]`: the board of the team that is named, or of one's own, the first that one manages; others are a menu below. */
export async function respondWithBoard(
  context: SlackContext,
  { name, ...asking }: Asking & { readonly name: string | null },
): Promise<Message | ChartMessage> {
  const { deps } = context;
  const { userId } = asking;
  const [actor, all] = await Promise.all([deps.actor(userId), deps.teams.all()]);
  const teams = all.filter(({ active }) => active);
  if (name === null) {
    const own = ownTeams(actor, teams);
    const first = own.find(({ _id }) => _id === mainTeam(actor)) ?? own[0];
    return boardOfTeam(context, { ...asking, teamId: first?._id ?? EVERYONE });
  }
  if (EVERYONE_WORDS.has(name)) return boardOfTeam(context, { ...asking, teamId: EVERYONE });
  const found = teams.find((team) => typedName(team) === foldTeamName(name));
  if (found !== undefined) return boardOfTeam(context, { ...asking, teamId: found._id });
  const visible = teams.filter(({ _id }) => can(actor, { does: "see-board", team: _id }));
  return unknownTeam(name, nearestWord(name, visible.map(typedName)));
}

/** A team in the menu: shows its board in the place of the one above. */
export const showBoardAction = respondingAction((context, { userId, value, channel, channelName }) =>
  boardOfTeam(context, { userId, teamId: boardTeam(value), channel, channelName }),
);

/** "See my place" below a board in a channel: that board with where whoever pressed is, to them alone, as `/goals board` shows it. */
export const ownPlaceAction: (context: SlackContext) => ActionListener = acknowledgedAction(
  {
    replyTo:
      (_, { respond }) =>
      (message) =>
        respond(below(message)),
  },
  async (context, { event: { userId, value, channel, channelName }, respond }) => {
    const message = await boardOfTeam(context, { userId, teamId: boardTeam(value), channel, channelName });
    await sendWithCharts(context.deps, { message, send: (shown) => respond(below(shown)) });
  },
);

/**
 * "Post in #general", for managers and admins: a team's board as it is now, shown in another channel than its own, where it was asked for. One
 * answer posts it once, however often its button is pressed: where Slack doesn't say whether it arrived, the command gives another.
 */
export const postLeaderboardAction: (context: SlackContext) => ActionListener = authorizedAction(
  { doing: BOARD_POST, act: ({ value }) => ({ does: "see-team", team: boardTeam(value) }) },
  async ({ deps }, { event, shown: pressed, triggerId, respond }) => {
    const message = await deps.digests.board({ teamId: boardTeam(event.value) });
    if (message === null) {
      await respond(inPlace(sectionMessage(GONE)));
      return;
    }
    const button = pressed === undefined ? triggerId : `${pressed.channel}:${pressed.ts}`;
    if (!(await deps.idempotency.first(`board:${event.userId}:${button}`))) return;
    await sendWithCharts(deps, {
      message,
      // Slack lets an answer stand in any channel, whether the bot is in it or not.
      send: (shown) => respond({ response_type: "in_channel", replace_original: false, ...shown }),
    });
    await respond(inPlace(sectionMessage("Posted.")));
  },
);

async function boardOfTeam(
  context: SlackContext,
  { userId, teamId, ...asked }: Asking & { readonly teamId: string },
): Promise<Message | ChartMessage> {
  const { deps } = context;
  const act = { does: "see-board", team: teamId } as const;
  if (!(await authorize(deps, { userId, act, doing: "/goals board" }))) return sectionMessage(NOT_YOUR_TEAM);
  const posts = can(await deps.actor(userId), { does: "edit-board", team: teamId });
  const [found, status] = await Promise.all([
    deps.digests.board({ teamId, reader: userId }),
    posts ? postStatus(context, { teamId, userId }) : null,
  ]);
  if (found === null) return sectionMessage(GONE);
  const board = posts ? boardToPost(found, { teamId, asked, status }) : found;
  return withOtherBoards(context, { userId, teamId, board });
}

/** The teams that somebody is in or manages. */
function ownTeams({ memberOf = [], teams: managed = [] }: Actor, teams: readonly Team[]): readonly Team[] {
  return teams.filter(({ _id }) => memberOf.includes(_id) || managed.includes(_id));
}

/** A team's name as a command is read: without case, quotes and double spaces. */
function typedName({ name }: Pick<Team, "name">): string {
  return foldTeamName(normalizeText(name));
}
