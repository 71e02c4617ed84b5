import { type LoadLeaderboardDeps, loadLeaderboard, loadLeaderboardAs } from "../digests/content/load-leaderboard";
import type { BoardReader } from "../digests/schedule/boards";
import type { DigestSchedule } from "../digests/schedule/load-schedule";
import { inPlainBlocks } from "../slack/boards/leaderboard-view";
import type { DigestDeps } from "../slack/deps";
import { renderLeaderboard } from "../slack/digests/render";

export interface BoardAnswersDeps extends Omit<LoadLeaderboardDeps, "boards"> {
  readonly boards: BoardReader;
  readonly schedule: Pick<DigestSchedule, "boardIsDue" | "nextBoard">;
  readonly now: () => Date;
}

/** Makes what people are shown of leaderboards outside of their schedule: as they are now, and as they would be. */
export function boardAnswers({
  schedule,
  now,
  ...contents
}: BoardAnswersDeps): Pick<DigestDeps, "board" | "boardPreview"> {
  const { boards, days } = contents;
  const today = () => days.dayOf(now());
  const display = () => ({ days, now: now() });
  return {
    board: async ({ teamId, reader }) => {
      const loaded = await loadLeaderboard({ teamId, day: today() }, contents);
      return loaded === null ? null : renderLeaderboard({ ...loaded, reader }, display());
    },
    boardPreview: async ({ teamId, settings }) => {
      const [board, loaded] = await Promise.all([
        boards.one(teamId),
        loadLeaderboardAs({ teamId, day: today(), settings }, contents),
      ]);
      if (board === null || loaded === null) return null;
      const then = { ...board, settings };
      const [isDue, next] = await Promise.all([schedule.boardIsDue(then, now()), schedule.nextBoard(then, now())]);
      return { ...inPlainBlocks(renderLeaderboard(loaded, display())), isDue, next };
    },
  };
}
