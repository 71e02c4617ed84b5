import type { BoardPosting, PostDecision } from "../../digests/schedule/board-posting";
import { EVERYONE } from "../../people/permissions";
import type { SlackContext } from "../deps";
import type { ActionListener } from "../middleware/actions";
import { authorizedAction } from "../middleware/authorized-actions";
import { sendWithCharts } from "../middleware/charts";
import { knownInTime } from "../middleware/commands";
import { inPlace, sectionMessage } from "../ui/blocks";
import { boardToPost } from "./board-view";
import { type KnownChannel, messageLink, readChannel } from "./channel";
import { withOtherBoards } from "./other-boards";
import { decodePost } from "./payload";
import { BOARD_PUBLISH, type PostStatus } from "./post-view";

const GONE = "Nothing was posted: that team, or its leaderboard's channel, is gone.";
const EXPIRED = "That button has expired. Type `/goals board` again.";

/** How a team's board stands in its channel, for whoever may post it; `null` where it has none. */
export async function postStatus(context: SlackContext, asked: AskedStatus): Promise<PostStatus | null> {
  const posting = await context.deps.digests.boardPosting(asked.teamId);
  return posting === null ? null : statusOf(context, { ...asked, posting });
}

/** "Post in #sales-west", for whoever may set that board: today's board, once however often one button is pressed, and again only once it has changed; below it is said what came of it. */
export const publishBoardAction: (context: SlackContext) => ActionListener = authorizedAction(
  { doing: BOARD_PUBLISH, act: ({ value }) => ({ does: "edit-board", team: decodePost(value)?.teamId ?? EVERYONE }) },
  async (context, { event: { userId, value, channel, channelName }, respond }) => {
    const { deps } = context;
    const request = decodePost(value);
    if (request === null) return void (await respond(inPlace(sectionMessage(EXPIRED))));
    const { teamId } = request;
    const { decided, posting } = await deps.digests.postBoard({ ...request, by: userId });
    deps.log.info(
      { ...request, by: userId, decided, state: posting?.last?.state ?? null },
      decided === "post" ? "A leaderboard was posted by hand" : "A press posted no leaderboard",
    );
    const board = await deps.digests.board({ teamId, reader: userId });
    if (board === null || posting === null) return void (await respond(inPlace(sectionMessage(GONE))));
    const status = await statusOf(context, { teamId, userId, posting, decided });
    const shown = boardToPost(board, { teamId, asked: { channel, channelName }, status });
    const message = await withOtherBoards(context, { userId, teamId, board: shown });
    await sendWithCharts(deps, { message, send: (sent) => respond(inPlace(sent)) });
  },
);

/** A board is not kept waiting for what its channel is called, and where its message is. */
const SLACK_WAITS_MS = 2_000;
const UNKNOWN: KnownChannel = { name: null, members: null };

interface AskedStatus {
  readonly teamId: string;
  readonly userId: string;
}

async function statusOf(
  { deps: { days, now, log }, modals }: SlackContext,
  {
    teamId,
    userId: reader,
    posting,
    decided,
  }: AskedStatus & {
    readonly posting: BoardPosting;
    readonly decided?: PostDecision["kind"];
  },
): Promise<PostStatus> {
  const { last, channel: id } = posting;
  const ts = last?.state === "sent" ? last.ts : null;
  const [channel, link] = await Promise.all([
    knownInTime(readChannel(modals, id, log), { waitMs: SLACK_WAITS_MS, otherwise: UNKNOWN }),
    ts === null
      ? null
      : knownInTime(messageLink(modals, { channel: id, ts }, log), { waitMs: SLACK_WAITS_MS, otherwise: null }),
  ]);
  return { teamId, posting, channel, link, reader, decided, days, now: now() };
}
