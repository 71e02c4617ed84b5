import { dueLeaderboards, nextBoardAt, type ScheduledBoard } from "../../../src/digests/schedule/leaderboard-schedule";
import { DEFAULT_LEADERBOARD_SETTINGS, type LeaderboardSettings } from "../../../src/teams/leaderboard-settings";
import { day, zoneDays } from "../../../src/time/day";
import { WEEK } from "../../../src/time/work-schedule";

const teamZone = "America/New_York";
const WEDNESDAY = new Date("2026-10-28T16:00:00Z");

function scheduled(settings: Partial<LeaderboardSettings> = {}, holidays: readonly string[] = []): ScheduledBoard {
  const all = { ...DEFAULT_LEADERBOARD_SETTINGS, channel: "C01", ...settings };
  const board = { teamId: "everyone", team: null, active: true, settings: all };
  return { board, week: WEEK, holidays: new Set(holidays.map(day)) };
}

describe("the next posting of a board", () => {
  it.each([
    ["is tomorrow's where today's time has come", {}, [], "2026-10-29T12:00:00.000Z"],
    ["passes over holidays and weekends", {}, ["2026-10-29", "2026-10-30"], "2026-11-02T13:00:00.000Z"],
    ["is today's while its time lies ahead", { at: "15:00" }, [], "2026-10-28T19:00:00.000Z"],
    ["is on the days that were chosen", { days: [2] }, [], "2026-11-03T13:00:00.000Z"],
    ["is none where it is turned off", { on: false }, [], undefined],
    ["is none where it has no channel", { channel: null }, [], undefined],
    ["is none where no day comes within a month", { days: [] }, [], undefined],
  ])("%s, by the company's clock", (_rule, settings: object, holidays, at) => {
    expect(nextBoardAt(scheduled(settings, holidays), { now: WEDNESDAY, teamZone })?.toISOString()).toBe(at);
  });

  it("is when it becomes due, at whatever minute it is asked for, also on the days around a change of the clock", () => {
    const days = zoneDays(teamZone);
    for (let hours = 0; hours < 24 * 14; hours += 5) {
      const now = new Date(WEDNESDAY.getTime() + hours * 3_600_000);
      const board = scheduled({ days: hours % 2 === 0 ? null : [7] });
      const next = nextBoardAt(board, { now, teamZone });
      if (next === null) throw new Error("A board has a next day");
      const due = (at: Date) => dueLeaderboards([board], { now: at, teamZone, lastCheckAt: now });

      expect(due(next)).toMatchObject([{ day: days.dayOf(next), dueAt: next }]);
      expect(due(new Date(next.getTime() - 1)).filter(({ dueAt }) => dueAt > now)).toEqual([]);
    }
  });
});
