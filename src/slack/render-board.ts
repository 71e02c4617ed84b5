import { boardDays } from "../digests/board-due";
import type { BoardSettingsStore } from "../digests/board-settings-store";
import { leaderboard } from "../digests/leaderboard";
import { playersOf } from "../digests/players";
import { workingCalendar } from "../goals/calendar";
import { periodOf } from "../goals/periods";
import { addDays, type Day } from "../metrics/day";
import type { DigestParts } from "./render-digests";
import { type BoardMessage, boardMessage } from "./views/leaderboard";

export interface BoardParts extends DigestParts {
  readonly board: BoardSettingsStore;
}

/** A board's days begin so long ago at most. */
const DAYS_BACK = 13;

/** Makes the leaderboard for a day of the team's, in a few queries, of however many. */
export async function renderBoard(day: Day, parts: BoardParts): Promise<BoardMessage> {
  const { overviews, metrics, people, settings, book, freshness, days, now, board } = parts;
  const [wanted, everybody, team] = await Promise.all([board.read(), people.all(), settings.read()]);
  // The week before may lie in the month before, whose days a monthly goal is prorated by.
  const { from } = periodOf("monthly", addDays(day, -DAYS_BACK));
  const holidays = new Set(book.of(team, { from, to: periodOf("monthly", day).to }).map((one) => one.day));
  const range = boardDays(day, workingCalendar({ week: team.workdays, holidays }));
  const [{ goals }, sums, states] = await Promise.all([overviews.reading(day), metrics.sums([range]), freshness()]);
  const players = playersOf(everybody, { day, days, goals, sums, team: { week: team.workdays, holidays } });
  return boardMessage({
    leaderboard: leaderboard({ day, range, players, ...wanted }),
    freshness: states.filter(({ state }) => state !== "off"),
    days,
    now: now(),
  });
}
