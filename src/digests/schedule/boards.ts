import { EVERYONE } from "../../people/permissions";
import { boardOf, type LeaderboardSettings } from "../../teams/leaderboard-settings";
import type { Team, TeamWork } from "../../teams/team";
import type { TeamReader } from "../../teams/team-store";
import type { LeaderboardSettingsStore } from "./leaderboard-settings-store";

/** The board of one team. */
export interface Board {
  readonly teamId: string;
  /** `null` for Everyone, which has no document. */
  readonly team: Team | null;
  /** Everyone's always is. */
  readonly active: boolean;
  readonly settings: LeaderboardSettings;
}

/** Reads the boards of the company: two queries, of however many teams. */
export interface BoardReader {
  /** Everyone's first, then each named team's, those that are not active as well. */
  all(): Promise<readonly Board[]>;
  /** The board of a team; `null` for a team that does not exist. */
  one(teamId: string): Promise<Board | null>;
}

export interface BoardReaderDeps {
  readonly leaderboards: Pick<LeaderboardSettingsStore, "read">;
  readonly teams: TeamReader;
}

export function boardReader({ leaderboards, teams }: BoardReaderDeps): BoardReader {
  const everyones = async (): Promise<Board> => {
    return { teamId: EVERYONE, team: null, active: true, settings: await leaderboards.read() };
  };
  return {
    all: async () => {
      const [first, named] = await Promise.all([everyones(), teams.all()]);
      return [first, ...named.map(teamBoard)];
    },
    one: async (teamId) => {
      if (teamId === EVERYONE) return everyones();
      const team = await teams.one(teamId);
      return team === null ? null : teamBoard(team);
    },
  };
}

/** The days that the team of a board works; none of its own where it goes by the company's. */
export function workOfBoard({ team }: Board): TeamWork {
  return team ?? {};
}

function teamBoard(team: Team): Board {
  return { teamId: team._id, team, active: team.active, settings: boardOf(team) };
}
