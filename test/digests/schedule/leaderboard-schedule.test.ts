import { deliveryId } from "../../../src/digests/planned-message";
import type { Board } from "../../../src/digests/schedule/boards";
import {
  areAlike,
  boardReceivers,
  dueLeaderboards,
  leaderboardDays,
} from "../../../src/digests/schedule/leaderboard-schedule";
import { workingCalendar } from "../../../src/goals/calendar";
import { EVERYONE } from "../../../src/people/permissions";
import {
  boardOf,
  DEFAULT_LEADERBOARD_SETTINGS,
  type LeaderboardSettings,
} from "../../../src/teams/leaderboard-settings";
import type { Team } from "../../../src/teams/team";
import { day } from "../../../src/time/day";
import { localTime } from "../../../src/time/time-of-day";
import { WEEK, type WorkWeek } from "../../../src/time/work-schedule";
import { aTeam } from "../../support/builders/teams";

const calendar = workingCalendar({ holidays: new Set() });

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
    }: { lastCheckAt?: string | null; holidays?: string[]; week?: WorkWeek } = {},
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
    const week = { workdays: [7, 1, 2, 3, 4] };

    expect(due("2026-11-01T16:00:00Z", { week })).toEqual(["board C01 2026-11-01"]);
    expect(due("2026-10-30T15:00:00Z", { week })).toEqual([]);
    const formerWeeks = [{ through: day("2026-10-30"), workdays: WEEK.workdays }];
    expect(due("2026-10-30T15:00:00Z", { week: { ...week, formerWeeks } })).toHaveLength(1);
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

  it.each([
    ["Thursday", "2026-10-29", "the day before", "2026-10-28", true],
    ["Tuesday", "2026-10-27", "Monday, of the week before", "2026-10-26", false],
    ["Monday, of the week that is over", "2026-11-02", "Friday, when it went on", "2026-10-30", false],
    ["Monday", "2026-11-02", "the Monday before", "2026-10-26", true],
    ["Wednesday", "2026-11-04", "the Wednesday before, as many days", "2026-10-28", true],
    ["Wednesday", "2026-11-04", "Friday before, of more days", "2026-10-30", false],
  ])("compare places of %s %s with %s %s: %s", (_, of, __, before, alike) => {
    const board = (on: string) => ({
      day: day(on),
      range: leaderboardDays(day(on), workingCalendar({ holidays: new Set() })),
    });

    expect(areAlike(board(of), board(before))).toBe(alike);
  });
});
