import { workingCalendar } from "../../goals/calendar";
import type { OverviewStore } from "../../goals/overview-store";
import { eachOnce } from "../../goals/range-sums";
import { ownTeamSettings, type TeamSettings } from "../../goals/team-settings";
import { byPerson } from "../../goals/teams/team-figures";
import { wholePeriods } from "../../goals/trends/trends";
import type { Freshness } from "../../sync/state/freshness";
import type { LeaderboardSettings } from "../../teams/leaderboard-settings";
import type { TeamWork } from "../../teams/team";
import { addDays, type Day, type DayRange } from "../../time/day";
import { type BoardOfDay, boardKey, type LatestBoard, type PostedRanksStore } from "../delivery/posted-ranks-store";
import type { DueRow } from "../planned-message";
import { type Board, type BoardReader, workOfBoard } from "../schedule/boards";
import { areAlike, leaderboardDays } from "../schedule/leaderboard-schedule";
import { boardTeamOf } from "../schedule/still-wanted";
import { type BoardChange, boardChange } from "../shown-board";
import { boardMembers, boardRanges } from "./board-members";
import { type Leaderboard, leaderboard, shownBoard } from "./leaderboard";
import { firstDayOf, leaderboardCandidates } from "./leaderboard-candidates";
import type { LoadDigestsDeps } from "./load-digests";

/** A leaderboard, ready to be shown. */
export interface LoadedLeaderboard {
  readonly leaderboard: Leaderboard;
  /** Covers every source but those that are off. */
  readonly freshness: readonly Freshness[];
  /** The name of whoever had it posted by hand; `null` of what is posted by itself or only shown. */
  readonly postedBy: string | null;
  /** It follows another of its day that arrived. */
  readonly isPostedAgain: boolean;
  /** What is new on it since that one; `null` where that is not known. */
  readonly change: BoardChange | null;
}

export interface LoadLeaderboardDeps
  extends Omit<LoadDigestsDeps, "reportedFigures" | "goalChanges" | "firstDigests" | "orders" | "overviews"> {
  readonly overviews: Pick<OverviewStore, "activeGoals" | "paceDays">;
  readonly boards: Pick<BoardReader, "all">;
  readonly postedRanks: PostedRanksStore;
}

/** The days of a leaderboard begin at most so long before its own. */
const DAYS_BACK = 13;

type BoardRow = Pick<DueRow, "_id" | "day" | "team" | "again" | "postedBy">;

/** Loads the leaderboards of these rows by their ids, all from the same few queries, of however many teams and people. */
export async function loadLeaderboards(
  rows: readonly BoardRow[],
  deps: LoadLeaderboardDeps,
): Promise<ReadonlyMap<string, LoadedLeaderboard>> {
  if (rows.length === 0) return new Map();
  const [boards, everybody, company] = await Promise.all([deps.boards.all(), deps.people.all(), deps.settings.read()]);
  const byTeam = new Map(boards.map((board) => [board.teamId, board]));
  const asked = rows.flatMap((row) => {
    const { day } = row;
    const board = byTeam.get(boardTeamOf(row));
    if (board === undefined) return [];
    const postedBy = everybody.find((person) => person._id === row.postedBy)?.name ?? null;
    const posted = { to: board.settings.channel ?? "", day, ...(board.team !== null && { team: board.teamId }) };
    return [{ ...row, board, posted, postedBy, range: rangeOf({ board, day, company }, deps) }];
  });
  const ranges = eachOnce(asked.flatMap(({ board, range }) => boardRanges(board.team, range)));
  const [goals, found, states, lastBoards, again] = await Promise.all([
    deps.overviews.activeGoals(),
    deps.metrics.sums(ranges),
    deps.freshness(),
    deps.postedRanks.before(asked.flatMap(({ posted }) => (posted.to === "" ? [] : [posted]))),
    followers(asked, deps),
  ]);
  const sums = { ranges, rowsOf: byPerson(found) };
  const shared = { days: deps.days, goalsOf: byPerson(goals), firstDay: firstDayOf(everybody, deps.days) };
  const freshness = states.filter(({ state }) => state !== "off");
  return new Map(
    asked.map(({ _id, day, board, posted, postedBy, range }) => {
      const members = boardMembers(board.team, { range, sums });
      // What a person's day is does not depend on the team that asks: shares go by the company's days.
      const holidays = holidaysAround(day, { work: {}, company }, deps);
      const team = { paceDays: deps.overviews.paceDays, week: company, holidays };
      const candidates = leaderboardCandidates(everybody, { day, ...shared, team, members });
      const last = lastBoards.get(boardKey(posted)) ?? null;
      const lastRange = last === null ? null : rangeOf({ board, day: last.day, company }, deps);
      const isAlike = lastRange !== null && areAlike({ day, range }, { day: last?.day ?? day, range: lastRange });
      const whose = { teamId: board.teamId, team: board.team?.name ?? null };
      const shown = { ...board.settings, ...whose, last: isAlike ? last : null };
      const latest = again.get(_id);
      const made = leaderboard({ day, range, candidates, ...shown });
      const change = latest?.shown === undefined ? null : boardChange(latest.shown, shownBoard(made));
      return [_id, { leaderboard: made, freshness, postedBy, isPostedAgain: latest !== undefined, change }];
    }),
  );
}

/** What arrived last of their board on the same day, by the ids of the rows that follow it: that a day's own has its row doesn't say that it did. */
async function followers(
  rows: readonly (BoardRow & { readonly posted: BoardOfDay })[],
  { postedRanks }: Pick<LoadLeaderboardDeps, "postedRanks">,
): Promise<ReadonlyMap<string, LatestBoard>> {
  const further = rows.filter(({ again }) => again !== undefined);
  const found = await Promise.all(
    further.map(async ({ _id, posted }) => {
      const latest = await postedRanks.latestOf(posted);
      return latest === null ? [] : [[_id, latest] as const];
    }),
  );
  return new Map(found.flat());
}

/** Loads the leaderboard of one team for a day of the company's; `null` for a team that does not exist. */
export async function loadLeaderboard(
  { teamId, day }: { readonly teamId: string; readonly day: Day },
  deps: LoadLeaderboardDeps,
): Promise<LoadedLeaderboard | null> {
  const loaded = await loadLeaderboards([{ _id: teamId, team: teamId, day }], deps);
  return loaded.get(teamId) ?? null;
}

/** Loads the leaderboard of a team for a day as it would be with other settings; `null` for a team that does not exist. */
export function loadLeaderboardAs(
  { teamId, day, settings }: { readonly teamId: string; readonly day: Day; readonly settings: LeaderboardSettings },
  deps: LoadLeaderboardDeps,
): Promise<LoadedLeaderboard | null> {
  const all = async () =>
    (await deps.boards.all()).map((board) => (board.teamId === teamId ? { ...board, settings } : board));
  return loadLeaderboard({ teamId, day }, { ...deps, boards: { all } });
}

function rangeOf(
  { board, day, company }: { readonly board: Board; readonly day: Day; readonly company: TeamSettings },
  deps: Pick<LoadLeaderboardDeps, "book">,
): DayRange {
  const work = workOfBoard(board);
  const week = ownTeamSettings(work, company);
  return leaderboardDays(day, workingCalendar({ week, holidays: holidaysAround(day, { work, company }, deps) }));
}

function holidaysAround(
  day: Day,
  { work, company }: { readonly work: TeamWork; readonly company: TeamSettings },
  { book }: Pick<LoadLeaderboardDeps, "book">,
): ReadonlySet<Day> {
  // The week before may lie in the month before, whose days a monthly goal is prorated by, and the week that goes on end in the next.
  const range = wholePeriods({ from: addDays(day, -DAYS_BACK), to: day });
  return new Set(book.of(ownTeamSettings(work, company), range).map((one) => one.day));
}
