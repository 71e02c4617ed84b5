import {
  type LeaderboardCandidate,
  leaderboard,
  placesUp,
  postedRanks,
} from "../../../src/digests/content/leaderboard";
import { workingCalendar } from "../../../src/goals/calendar";
import type { Goal } from "../../../src/goals/goal";
import { METRICS } from "../../../src/metrics/metrics";
import { EVERYONE } from "../../../src/people/permissions";
import { DEFAULT_LEADERBOARD_SETTINGS } from "../../../src/teams/leaderboard-settings";
import { day } from "../../../src/time/day";

const calendar = workingCalendar({ holidays: new Set() });
const range = { from: day("2026-10-26"), to: day("2026-10-28") };

const aPlayer = (name: string, calls: number, fields: Partial<LeaderboardCandidate> = {}): LeaderboardCandidate => ({
  ...{ userId: `U${name}`, name, away: false, isNew: false, calendar, goals: [], days: [range] },
  sum: (type) => (type === "phone_call_quantity" ? calls : 0),
  ...fields,
});

const aGoal = (fields: Partial<Goal>): Goal => ({
  ...{ _id: "g", userId: "U", type: "phone_call_quantity", period: "weekly", current: 0, active: true },
  targets: [{ from: day("2026-01-01"), target: 50 }],
  ...fields,
});

const inputOf = (
  candidates: readonly LeaderboardCandidate[],
  set: Partial<typeof DEFAULT_LEADERBOARD_SETTINGS> = {},
) => ({
  ...DEFAULT_LEADERBOARD_SETTINGS,
  ...set,
  teamId: EVERYONE,
  team: null,
  day: day("2026-10-29"),
  range,
  candidates,
  last: null,
});
const leaderboardOf = (...given: Parameters<typeof inputOf>) => leaderboard(inputOf(...given)).sections[0];

const ranks = (players: readonly LeaderboardCandidate[], set: Partial<typeof DEFAULT_LEADERBOARD_SETTINGS> = {}) =>
  leaderboardOf(players, set)?.rows.map(({ rank, name, result }) => [rank, name, result]);

describe("a leaderboard", () => {
  it("gives those who are equal the same rank, and the next one the rank after all of them", () => {
    const players = [aPlayer("Cho", 5), aPlayer("Ana", 9), aPlayer("Ben", 5), aPlayer("Dev", 1)];

    expect(ranks(players, { topN: 5 })).toEqual([
      [1, "Ana", 9],
      [2, "Ben", 5],
      [2, "Cho", 5],
      [4, "Dev", 1],
    ]);
  });

  it("shows so many ranks, whoever ties for the last of them, and how many there are more", () => {
    const players = [aPlayer("Ana", 9), aPlayer("Ben", 5), aPlayer("Cho", 5), aPlayer("Dev", 1)];

    const shown = leaderboardOf(players, { topN: 2 });

    expect(shown?.rows.map(({ name }) => name)).toEqual(["Ana", "Ben", "Cho"]);
    expect(shown?.more).toBe(1);
    expect(shown?.ranks.get("UDev")).toBe(4);
  });

  it("leaves out whoever has nothing to show, and metrics without anybody", () => {
    expect(ranks([aPlayer("Ana", 3), aPlayer("Ben", 0)])).toEqual([[1, "Ana", 3]]);
    expect(leaderboardOf([aPlayer("Ben", 0)])).toBeUndefined();
    expect(leaderboardOf([aPlayer("Ana", 3)], { metrics: ["email_quantity"] })).toBeUndefined();
  });

  it("has money first, then the other metrics in the order of their table", () => {
    const sum = () => 1;

    const { sections } = leaderboard(inputOf([aPlayer("Ana", 1, { sum })]));

    const types = sections.map(({ type }) => type);
    expect(types.slice(0, 4)).toEqual([
      ...["new_sales_wholesale", "new_sales_distribution", "phone_call_quantity", "talk_time_minutes"],
    ]);
    expect(types).toHaveLength(METRICS.length);
  });

  it("counts places since the board posted last, by the same order, of those who were on both", () => {
    const [ana, ben, cho] = [aPlayer("Ana", 9), aPlayer("Ben", 5), aPlayer("Cho", 5)];
    const yesterday = leaderboard(inputOf([aPlayer("Ana", 1), aPlayer("Ben", 5), aPlayer("Left", 3)], { topN: 1 }));
    const last = { day: day("2026-10-28"), ranks: postedRanks(yesterday) };

    const now = leaderboard({ ...inputOf([ana, ben, cho]), last });
    const withGoals = [ana, ben].map((one) => ({ ...one, goals: [aGoal({})] }));
    const byShare = leaderboard({ ...inputOf(withGoals, { by: "share" }), last });

    const moved = (id: string) => now.sections.map((board) => placesUp(board, id));
    expect(now.since).toBe("2026-10-28");
    // Ben was first and now shares the second rank with Cho, who is new; Ana was last of three.
    expect(["UAna", "UBen", "UCho", "ULeft"].flatMap(moved)).toEqual([2, -1, null, null]);
    expect(byShare.sections.map((board) => placesUp(board, "UAna"))).toEqual([null]);
  });

  it("counts the places of whoever was alone in front then, and none where one alone has a result now", () => {
    const since = (before: readonly LeaderboardCandidate[], now: readonly LeaderboardCandidate[]) => {
      const last = { day: day("2026-10-28"), ranks: postedRanks(leaderboard(inputOf(before))) };
      const [board] = leaderboard({ ...inputOf(now), last }).sections;
      return board === undefined ? undefined : placesUp(board, "UAna");
    };
    const both = [aPlayer("Ana", 1), aPlayer("Ben", 5)];

    expect(since([aPlayer("Ana", 1)], both)).toBe(-1);
    expect(since(both, [aPlayer("Ana", 9)])).toBeNull();
    expect(since(both, [aPlayer("Ana", 9), aPlayer("Ben", 5)])).toBe(1);
  });

  it("keeps the first hundred ranks of each metric for the next one", () => {
    const many = Array.from({ length: 150 }, (_, at) => aPlayer(`P${at}`, 1_000 - at));

    const [kept] = postedRanks(leaderboard(inputOf(many)));

    expect(kept).toMatchObject({ type: "phone_call_quantity", by: "value" });
    expect([Object.keys(kept?.ranks ?? {}).length, kept?.ranks.UP0, kept?.ranks.UP99]).toEqual([100, 1, 100]);
  });

  it("ranks by the share of the own goal, prorated by the person's working days", () => {
    const weekly = aPlayer("Ana", 15, { goals: [aGoal({})] });
    const monthly = aPlayer("Ben", 15, {
      goals: [aGoal({ period: "monthly", targets: [{ from: day("2026-01-01"), target: 88 }] })],
    });
    const off = workingCalendar({ schedule: { timeOff: [{ from: range.from, to: range.from }] }, holidays: new Set() });
    const away = aPlayer("Cho", 20, { goals: [aGoal({})], calendar: off });
    const without = aPlayer("Dev", 99);
    // In the team on one of the three days: a fifth of the week's goal.
    const joined = aPlayer("Eve", 9, { goals: [aGoal({})], days: [{ from: range.to, to: range.to }] });

    expect(ranks([weekly, monthly, away, without, joined], { by: "share", topN: 4 })).toEqual([
      [1, "Ben", 1.25],
      [2, "Eve", 0.9],
      [3, "Cho", 0.8],
      [4, "Ana", 0.5],
    ]);
  });

  it("ranks nobody by share who is alone with a goal and a result: neither a percent nor a result is told", () => {
    const goals = [aGoal({})];
    const alone = [aPlayer("Ana", 15, { goals }), aPlayer("Ben", 9), aPlayer("Cho", 0, { goals })];

    expect(leaderboard(inputOf(alone, { by: "share" })).sections).toEqual([]);
    expect(ranks([...alone, aPlayer("Dev", 6, { goals })], { by: "share" })).toEqual([
      [1, "Ana", 0.5],
      [2, "Dev", 0.2],
    ]);
  });

  it("ranks nobody by share of less than one of what is counted, of which one would be several times as much", () => {
    // Three of the month's 22 working days: seven and a third of a month make less than one, eight make more.
    const monthly = (target: number) => [aGoal({ period: "monthly", targets: [{ from: day("2026-01-01"), target }] })];
    const people = [
      aPlayer("Ana", 1, { goals: monthly(7) }),
      aPlayer("Ben", 1, { goals: monthly(8) }),
      aPlayer("Cho", 1, { goals: monthly(22) }),
    ];

    expect(ranks(people, { by: "share" })).toEqual([
      [1, "Ben", 0.91],
      [2, "Cho", 0.33],
    ]);
  });
});
