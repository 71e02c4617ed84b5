import { boardAnswers } from "../../../../src/app/boards";
import { postedRanksStore } from "../../../../src/digests/delivery/posted-ranks-store";
import { boardPostsStore } from "../../../../src/digests/schedule/board-posts-store";
import { boardStore } from "../../../../src/digests/schedule/boards";
import { nextBoardAt } from "../../../../src/digests/schedule/leaderboard-schedule";
import { leaderboardSettingsStore } from "../../../../src/digests/schedule/leaderboard-settings-store";
import { holidayBook } from "../../../../src/goals/holidays";
import { overviewStore } from "../../../../src/goals/overview-store";
import { teamSettingsStore } from "../../../../src/goals/team-settings-store";
import { metricStore } from "../../../../src/metrics/metric-store";
import { peopleStore } from "../../../../src/people/people-store";
import type { SlackDeps } from "../../../../src/slack/deps";
import { teamStore } from "../../../../src/teams/team-store";
import { zoneDays } from "../../../../src/time/day";
import { WEEK } from "../../../../src/time/work-schedule";
import type { TestDatabase } from "../../env/database";
import { memoryLog } from "../../fakes/memory-log";
import { unusedDeps } from "../../fakes/unused-deps";

/** The real boards and what is shown of them, of this database: what a Slack harness is handed. */
export function boardDeps(
  { db }: Pick<TestDatabase, "db">,
  { now, isDue = false }: { readonly now: () => Date; readonly isDue?: boolean },
): Pick<SlackDeps, "boards" | "digests"> {
  const days = zoneDays("America/New_York");
  const [metrics, book] = [metricStore(db), holidayBook()];
  const settings = teamSettingsStore(db, book);
  const boards = boardStore({
    leaderboards: leaderboardSettingsStore(db, { channel: null, log: memoryLog() }),
    teams: teamStore(db, () => "unused"),
  });
  const answers = boardAnswers({
    ...{ people: peopleStore(db), metrics, book, settings, boards, days, now },
    overviews: overviewStore(db, { metrics, settings, book, paceDays: "working", days }),
    postedRanks: postedRanksStore(db),
    freshness: async () => [],
    posts: boardPostsStore(db),
    postAtOnce: async () => {
      throw new Error("This test posts no board");
    },
    schedule: {
      boardToday: async () => null,
      boardIsDue: async () => isDue,
      nextBoard: async (board, at) =>
        nextBoardAt({ board, week: WEEK, holidays: new Set() }, { now: at, teamZone: days.zone }),
    },
  });
  return { boards, digests: { ...unusedDeps().digests, ...answers } };
}
