import type { Day, ZoneDays } from "../../time/day";
import type { PlannedMessage } from "../planned-message";
import { boardChange, type ShownBoard } from "../shown-board";
import {
  type BoardPosting,
  isOpen,
  nextNumber,
  type PostDecision,
  type PostRequest,
  postDecision,
  rowTeam,
} from "./board-posting";
import type { BoardPost, BoardPostsStore } from "./board-posts-store";
import type { Board, BoardReader } from "./boards";
import type { DigestSchedule } from "./load-schedule";
import type { DigestSlot } from "./wall-clock";

/** What came of a press that posts a board. */
export interface PostedByHand {
  readonly decided: PostDecision["kind"];
  /** How the board stands after it; `null` where its team or its channel is gone. */
  readonly posting: BoardPosting | null;
}

/** What people ask of when and where a board is posted. */
export interface BoardRequests {
  /** The next instant at which a team's leaderboard is due, with the settings it has there; `null` where it is not posted. */
  nextBoard(board: Board): Promise<Date | null>;
  /** How a team's leaderboard stands today; `null` for one without a channel, or of a team that is no longer there. */
  boardPosting(teamId: string): Promise<BoardPosting | null>;
  /** Posts a team's leaderboard, once for each number that it was shown with, and waits some seconds for what comes of it. */
  postBoard(request: PostRequest & { readonly by: string }): Promise<PostedByHand>;
}

/** A team's board as it is now. */
export interface CurrentBoard {
  /** The last day that it counts. */
  readonly through: Day;
  /** Whether a message, as its row stores it, says the same, whenever and by whomever it was posted. */
  isSameAs(body: string): boolean;
  readonly shown: ShownBoard;
}

export interface BoardRequestsDeps {
  /** `null` for a team that does not exist. */
  readonly current: (teamId: string) => Promise<CurrentBoard | null>;
  readonly boards: Pick<BoardReader, "one">;
  readonly posts: Pick<BoardPostsStore, "of">;
  readonly schedule: Pick<DigestSchedule, "boardToday" | "nextBoard">;
  readonly postAtOnce: (message: { readonly wanted: PlannedMessage; readonly receiver: string }) => Promise<void>;
  readonly days: ZoneDays;
  readonly now: () => Date;
}

export function boardRequests({
  current,
  boards,
  posts,
  schedule,
  postAtOnce,
  days,
  now,
}: BoardRequestsDeps): BoardRequests {
  const standing = async (teamId: string): Promise<BoardStanding | null> => {
    const at = now();
    // At once, so that its figures are read together with those of the board that is shown.
    const [board, shown] = await Promise.all([boards.one(teamId), current(teamId)]);
    const channel = board?.settings.channel ?? null;
    if (board?.active !== true || channel === null || shown === null) return null;
    const day = days.dayOf(at);
    const [found, slot] = await Promise.all([
      posts.of({ to: channel, day, ...rowTeam(teamId) }),
      schedule.boardToday(board, at),
    ]);
    const [last = null, number] = [found.at(-1), nextNumber(found)];
    const isToCome = slot !== null && number === 0 && at < slot.cutOffAt;
    const scheduledAt = isToCome ? slot.dueAt : null;
    const next = await schedule.nextBoard(board, scheduledAt === null || scheduledAt < at ? at : scheduledAt);
    const underWay = last !== null && isOpen(last, at);
    const outcome = { number, last, ...compared(last, shown), through: shown.through, underWay };
    const posting = { day, channel, settings: board.settings, ...outcome, scheduledAt, next };
    return { posting, slot: isToCome ? slot : null };
  };
  const postingOf = async (teamId: string) => (await standing(teamId))?.posting ?? null;
  return {
    nextBoard: (board) => schedule.nextBoard(board, now()),
    boardPosting: postingOf,
    postBoard: async ({ by, ...request }) => {
      const found = await standing(request.teamId);
      if (found === null) return { decided: "outdated", posting: null };
      const decided = postDecision(request, { ...found, now: now(), by });
      if (decided.kind === "post") await postAtOnce(decided);
      return { decided: decided.kind, posting: await postingOf(request.teamId) };
    },
  };
}

/** How a board as it is now compares with its latest post, where that arrived. */
function compared(last: BoardPost | null, now: CurrentBoard): Pick<BoardPosting, "isUnchanged" | "change"> {
  if (last?.state !== "sent") return { isUnchanged: false, change: null };
  const isUnchanged = last.body !== null && now.isSameAs(last.body);
  return { isUnchanged, change: last.shown === undefined ? null : boardChange(last.shown, now.shown) };
}

interface BoardStanding {
  readonly posting: BoardPosting;
  /** The day's own by its schedule, where it is still to come. */
  readonly slot: DigestSlot | null;
}
