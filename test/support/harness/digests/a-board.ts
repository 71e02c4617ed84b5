import type { Leaderboard, LeaderboardSection } from "../../../../src/digests/content/leaderboard";
import { EVERYONE } from "../../../../src/people/permissions";
import { boardMessage } from "../../../../src/slack/boards/leaderboard-view";
import type { Freshness } from "../../../../src/sync/state/freshness";
import { day, zoneDays } from "../../../../src/time/day";

/** Where and when it is read. */
export const MORNING = { days: zoneDays("America/New_York"), now: new Date("2026-10-29T12:00:00Z") };
export const FRESH: Freshness[] = [{ source: "justcall", asOf: new Date("2026-10-29T11:58:00Z"), state: "fresh" }];

/** Somebody on a board, whose id is U and their name. */
export const aRow = (rank: number, name: string, result: number, marks = {}) => ({
  ...{ rank, userId: `U${name}`, name, result, away: false, isNew: false },
  ...marks,
});

const RANKS = new Map([
  ...(["Ana Torres", "Ben Okafor"] as const).map((name, at) => [`U${name}`, at + 1] as const),
  ...(["Cho", "Dev", "Eve", "Fay"] as const).map((name, at) => [`U${name}`, [2, 4, 5, 6][at] ?? 0] as const),
]);

const RESULTS = new Map([
  ["UAna Torres", 1234],
  ["UBen Okafor", 51],
  ["UCho", 51],
  ["UDev", 48],
  ["UEve", 40],
  ["UFay", 2],
]);

/** Six people, of whom three are shown. */
export const CALLS: LeaderboardSection = {
  ...{
    type: "phone_call_quantity",
    title: "Calls",
    unit: "count",
    more: 3,
    ranks: RANKS,
    results: RESULTS,
    lastRanks: {},
  },
  rows: [aRow(1, "Ana Torres", 1234), aRow(2, "Ben Okafor", 51, { away: true }), aRow(2, "Cho", 51, { isNew: true })],
};

export const aBoard = (fields: Partial<Leaderboard> = {}): Leaderboard => ({
  ...{
    teamId: EVERYONE,
    team: null,
    day: day("2026-10-29"),
    from: day("2026-10-26"),
    to: day("2026-10-28"),
    by: "value",
    topN: 3,
    since: null,
    sections: [CALLS],
  },
  metrics: (fields.sections ?? [CALLS]).map(({ type }) => type),
  ...fields,
});
/** The message of a board as it is posted. */
export const posted = (fields: Partial<Leaderboard> = {}) =>
  boardMessage({ leaderboard: aBoard(fields), freshness: FRESH, ...MORNING });

export const EMAILS: LeaderboardSection = { ...CALLS, type: "email_quantity", title: "Emails", more: 0 };
