import type { Board } from "../../../src/digests/schedule/boards";
import { revealingBoards } from "../../../src/digests/schedule/revealing-boards";
import { EVERYONE } from "../../../src/people/permissions";
import { DEFAULT_LEADERBOARD_SETTINGS, type LeaderboardSettings } from "../../../src/teams/leaderboard-settings";
import { day } from "../../../src/time/day";
import { aTeam } from "../../support/builders/teams";

const today = day("2026-10-28");

function aBoard(teamId: string, people: readonly string[], given: Partial<LeaderboardSettings> = {}): Board {
  const team = teamId === EVERYONE ? null : aTeam(teamId, { people });
  return { teamId, team, active: true, settings: { ...DEFAULT_LEADERBOARD_SETTINGS, channel: `C${teamId}`, ...given } };
}

const WEST = aBoard("west", ["U0ANA", "U0DEV"], { by: "share" });
const found = (board: Board, ...others: readonly Board[]) =>
  revealingBoards(board, { boards: [board, ...others], today }).map(({ teamId }) => teamId);

describe("the boards that tell goals with another one", () => {
  it("are those that post results of any of the same people beside percents, and the other way round", () => {
    const [all, east] = [aBoard(EVERYONE, []), aBoard("east", ["U0BEN"])];
    const both = aBoard("both", ["U0BEN", "U0DEV"]);

    expect(found(WEST, all, east, both)).toEqual([EVERYONE, "both"]);
    expect(found(all, WEST, east)).toEqual(["west"]);
    expect(found(east, WEST)).toEqual([]);
    expect(found(all, aBoard("nobody", [], { by: "share" }))).toEqual([]);
  });

  it("are none that rank alike, have no metric in common, or aren't posted", () => {
    const all = (given: Partial<LeaderboardSettings>) => aBoard(EVERYONE, [], given);
    const calls = aBoard("west", ["U0ANA"], { by: "share", metrics: ["phone_call_quantity"] });

    expect(found(WEST, all({ by: "share" }))).toEqual([]);
    expect(found(calls, all({ metrics: ["email_quantity"] }))).toEqual([]);
    expect(found(calls, all({ metrics: ["email_quantity", "phone_call_quantity"] }))).toEqual([EVERYONE]);
    expect(found(WEST, all({ on: false }), { ...all({}), active: false }, all({ channel: null }))).toEqual([]);
    expect(found(aBoard("west", ["U0ANA"], { by: "share", on: false }), all({}))).toEqual([]);
  });
});
