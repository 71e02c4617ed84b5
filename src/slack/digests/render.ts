import { leaderboard, leaderboardPlayers } from "../../digests/content/leaderboard";
import type { DueRow, RenderedMessage } from "../../digests/planned-message";
import { leaderboardDays } from "../../digests/schedule/leaderboard-schedule";
import type { LeaderboardSettingsStore } from "../../digests/schedule/leaderboard-settings-store";
import { workingCalendar } from "../../goals/calendar";
import { periodOf } from "../../goals/goal";
import { addDays, type Day } from "../../time/day";
import { type BoardMessage, boardMessage } from "./leaderboard-view";
import { type DigestRenderDeps, renderDigests } from "./render-digests";

/** Makes the messages of these rows, by their ids. */
export async function renderDeliveries(
  rows: readonly DueRow[],
  parts: LeaderboardRenderDeps,
): Promise<ReadonlyMap<string, RenderedMessage>> {
  const boards = rows.filter(({ kind }) => kind === "board");
  const digests = await renderDigests(
    rows.filter(({ kind }) => kind === "digest"),
    parts,
  );
  const made = await Promise.all(
    boards.map(async (row) => [row._id, await renderLeaderboard(row.day, parts)] as const),
  );
  return new Map<string, RenderedMessage>([...made, ...digests]);
}

export interface LeaderboardRenderDeps extends DigestRenderDeps {
  readonly board: LeaderboardSettingsStore;
}

/** A board's days begin so long ago at most. */
const DAYS_BACK = 13;

/** Makes the leaderboard for a day of the team's, in a few queries, of however many. */
export async function renderLeaderboard(day: Day, parts: LeaderboardRenderDeps): Promise<BoardMessage> {
  const { overviews, metrics, people, settings, book, freshness, days, now, board } = parts;
  const [wanted, everybody, team] = await Promise.all([board.read(), people.all(), settings.read()]);
  // The week before may lie in the month before, whose days a monthly goal is prorated by.
  const { from } = periodOf("monthly", addDays(day, -DAYS_BACK));
  const holidays = new Set(book.of(team, { from, to: periodOf("monthly", day).to }).map((one) => one.day));
  const range = leaderboardDays(day, workingCalendar({ week: team.workdays, holidays }));
  const [{ goals }, sums, states] = await Promise.all([overviews.reading(day), metrics.sums([range]), freshness()]);
  const players = leaderboardPlayers(everybody, { day, days, goals, sums, team: { week: team.workdays, holidays } });
  return boardMessage({
    leaderboard: leaderboard({ day, range, players, ...wanted }),
    freshness: states.filter(({ state }) => state !== "off"),
    days,
    now: now(),
  });
}
