import { shownBoard } from "../digests/content/leaderboard";
import { type LoadLeaderboardDeps, loadLeaderboardAs, loadLeaderboards } from "../digests/content/load-leaderboard";
import { type BoardRequests, type BoardRequestsDeps, boardRequests } from "../digests/schedule/board-requests";
import type { BoardReader } from "../digests/schedule/boards";
import type { DigestSchedule } from "../digests/schedule/load-schedule";
import { revealingBoards } from "../digests/schedule/revealing-boards";
import { inGroups } from "../lib/in-groups";
import { isSameBoard } from "../slack/boards/board-changes";
import { asPosted } from "../slack/boards/leaderboard-view";
import type { DigestDeps } from "../slack/deps";
import { renderLeaderboard } from "../slack/digests/render";

export interface BoardAnswersDeps extends Omit<LoadLeaderboardDeps, "boards"> {
  readonly boards: BoardReader;
  readonly schedule: Pick<DigestSchedule, "boardIsDue" | "boardToday" | "nextBoard">;
  readonly posts: BoardRequestsDeps["posts"];
  readonly postAtOnce: BoardRequestsDeps["postAtOnce"];
  readonly now: () => Date;
}

/** Makes what people are shown of leaderboards outside of their schedule, as they are now and as they would be, and posts them by hand. */
export function boardAnswers({
  schedule,
  posts,
  postAtOnce,
  now,
  ...contents
}: BoardAnswersDeps): BoardRequests & Pick<DigestDeps, "board" | "boardPreview"> {
  const { boards, days } = contents;
  const today = () => days.dayOf(now());
  // A whole company may ask at once, in the minute after a board was posted: the figures are loaded for all of them together.
  const loadNow = inGroups({
    work: async (teamIds: readonly string[]) => {
      const rows = [...new Set(teamIds)].map((team) => ({ _id: team, team, day: today() }));
      const loaded = await loadLeaderboards(rows, contents);
      return teamIds.map((team) => loaded.get(team) ?? null);
    },
  });
  const display = () => ({ days, now: now() });
  const current: BoardRequestsDeps["current"] = async (teamId) => {
    const loaded = await loadNow(teamId);
    if (loaded === null) return null;
    const message = renderLeaderboard(loaded, display());
    const { leaderboard } = loaded;
    return {
      through: leaderboard.to,
      isSameAs: (body) => isSameBoard(body, message),
      shown: shownBoard(leaderboard),
    };
  };
  return {
    board: async ({ teamId, reader }) => {
      const loaded = await loadNow(teamId);
      return loaded === null ? null : renderLeaderboard({ ...loaded, reader }, display());
    },
    ...boardRequests({ current, boards, posts, schedule, postAtOnce, days, now }),
    boardPreview: async ({ teamId, settings }) => {
      const loadAs = (shown: typeof settings) => loadLeaderboardAs({ teamId, day: today(), settings: shown }, contents);
      const [board, all, loaded, byResult] = await Promise.all([
        boards.one(teamId),
        boards.all(),
        loadAs(settings),
        settings.by === "share" ? loadAs({ ...settings, by: "value" }) : null,
      ]);
      if (board === null || loaded === null) return null;
      const then = { ...board, settings };
      const [isDue, next] = await Promise.all([schedule.boardIsDue(then, now()), schedule.nextBoard(then, now())]);
      const revealing = revealingBoards(then, { boards: all, today: today() });
      const leavesOut = byResult !== null && byResult.leaderboard.sections.length > loaded.leaderboard.sections.length;
      return { ...asPosted(renderLeaderboard(loaded, display())), isDue, next, leavesOut, revealing };
    },
  };
}
