import {
  type LeaderboardCandidate,
  leaderboard,
  placesUp,
  postedRanks,
} from "../../../src/digests/content/leaderboard";
import { deliveryId } from "../../../src/digests/planned-message";
import type { Board } from "../../../src/digests/schedule/boards";
import { boardReceivers, dueLeaderboards, leaderboardDays } from "../../../src/digests/schedule/leaderboard-schedule";
import { WEEK, workingCalendar } from "../../../src/goals/calendar";
import type { Goal } from "../../../src/goals/goal";
import { EVERYONE } from "../../../src/people/permissions";
import {
  boardOf,
  DEFAULT_LEADERBOARD_SETTINGS,
  type LeaderboardSettings,
} from "../../../src/teams/leaderboard-settings";
import type { Team } from "../../../src/teams/team";
import { day } from "../../../src/time/day";
import { localTime } from "../../../src/time/time-of-day";
import { aTeam } from "../../support/builders/teams";

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
) => ({ ...DEFAULT_LEADERBOARD_SETTINGS, ...set, team: null, day: day("2026-10-29"), range, candidates, last: null });
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

  it("counts places since the board posted last, by the same order, of those who were on both", () => {
    const [ana, ben, cho] = [aPlayer("Ana", 9), aPlayer("Ben", 5), aPlayer("Cho", 5)];
    const yesterday = leaderboard(inputOf([aPlayer("Ana", 1), aPlayer("Ben", 5), aPlayer("Left", 3)], { topN: 1 }));
    const last = { day: day("2026-10-28"), ranks: postedRanks(yesterday) };

    const now = leaderboard({ ...inputOf([ana, ben, cho]), last });
    const byShare = leaderboard({ ...inputOf([aPlayer("Ana", 9, { goals: [aGoal({})] })], { by: "share" }), last });

    const moved = (id: string) => now.sections.map((board) => placesUp(board, id));
    expect(now.since).toBe("2026-10-28");
    // Ben was first and now shares the second rank with Cho, who is new; Ana was last of three.
    expect(["UAna", "UBen", "UCho", "ULeft"].flatMap(moved)).toEqual([2, -1, null, null]);
    expect(byShare.sections.map((board) => placesUp(board, "UAna"))).toEqual([null]);
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
});

const everyones = (set: Partial<LeaderboardSettings>): Board => ({
  ...{ teamId: EVERYONE, team: null, active: true },
  settings: { ...DEFAULT_LEADERBOARD_SETTINGS, ...set },
});
const named = (team: Team): Board => ({ teamId: team._id, team, active: team.active, settings: boardOf(team) });

describe("a leaderboard is due", () => {
  const board = everyones({ channel: "C01" });
  const due = (
    now: string,
    {
      lastCheckAt = null,
      holidays = [],
      week = WEEK,
    }: { lastCheckAt?: string | null; holidays?: string[]; week?: readonly number[] } = {},
  ) =>
    dueLeaderboards([{ board, week, holidays: new Set(holidays.map(day)) }], {
      now: new Date(now),
      teamZone: "America/Los_Angeles",
      lastCheckAt: lastCheckAt === null ? null : new Date(lastCheckAt),
    }).map(({ kind, to, day: of }) => `${kind} ${to} ${of}`);

  it.each([
    ["2026-10-29T14:59:59Z", []],
    ["2026-10-29T15:00:00Z", ["board C01 2026-10-29"]],
    ["2026-10-29T19:00:00Z", []],
    ["2026-10-31T15:00:00Z", []],
  ])("at %s: %j", (now, expected) => {
    expect(due(now)).toEqual(expected);
  });

  it("not on a holiday of the team's, and past noon only where nobody has looked", () => {
    expect(due("2026-10-29T15:00:00Z", { holidays: ["2026-10-29"] })).toEqual([]);
    expect(due("2026-10-29T20:00:00Z", { lastCheckAt: "2026-10-29T14:00:00Z" })).toEqual(["board C01 2026-10-29"]);
    expect(due("2026-10-29T20:00:00Z", { lastCheckAt: "2026-10-29T15:30:00Z" })).toEqual([]);
  });

  it("on the working days of the team's own week, as digests are", () => {
    const week = [7, 1, 2, 3, 4];

    expect(due("2026-11-01T16:00:00Z", { week })).toEqual(["board C01 2026-11-01"]);
    expect(due("2026-10-30T15:00:00Z", { week })).toEqual([]);
  });

  it.each([
    ["without a channel", everyones({ channel: null })],
    ["when it is off", everyones({ channel: "C01", on: false })],
    ["when its team is no longer active", { ...everyones({ channel: "C01" }), active: false }],
  ])("nowhere %s", (_, off) => {
    const context = { now: new Date("2026-10-29T15:00:00Z"), teamZone: "UTC", lastCheckAt: null };

    expect(dueLeaderboards([{ board: off, week: WEEK, holidays: new Set() }], context)).toEqual([]);
  });

  it("for each team by its own time, week and holidays, under an id of its own in a channel that teams share", () => {
    const [west, east, south] = ["west", "east", "south"].map((id) =>
      named(aTeam(id, { channel: "C01", ...(id === "east" && { board: { at: localTime("09:00") } }) })),
    );
    const of = (board: Board | undefined, holidays: readonly string[] = []) =>
      board === undefined ? [] : [{ board, week: WEEK, holidays: new Set(holidays.map(day)) }];
    const boards = [...of(everyones({ channel: "C01" })), ...of(west), ...of(east), ...of(south, ["2026-10-29"])];
    const dueAt = (now: string) =>
      dueLeaderboards(boards, { now: new Date(now), teamZone: "UTC", lastCheckAt: null }).map(deliveryId);

    expect(dueAt("2026-10-29T08:00:00Z")).toEqual(["board:C01:2026-10-29", "board:west:C01:2026-10-29"]);
    expect(dueAt("2026-10-29T09:00:00Z")).toContain("board:east:C01:2026-10-29");
    expect(boardReceivers(boards.map(({ board }) => board))).toEqual(["C01", "west:C01", "east:C01", "south:C01"]);
  });
});

describe("the days of a leaderboard", () => {
  const holiday = workingCalendar({ week: WEEK, holidays: new Set([day("2026-10-26")]) });

  it.each([
    ["on a Monday are last week", "2026-11-02", calendar, "2026-10-26", "2026-11-01"],
    ["on a Thursday are this week until yesterday", "2026-10-29", calendar, "2026-10-26", "2026-10-28"],
    ["on a Tuesday after a holiday are last week", "2026-10-27", holiday, "2026-10-19", "2026-10-25"],
  ])("%s", (_, of, counted, from, to) => {
    expect(leaderboardDays(day(of), counted)).toEqual({ from, to });
  });
});
