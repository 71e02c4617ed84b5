import { EVERYONE } from "../../people/permissions";
import { boardOf, type LeaderboardSettings } from "../../teams/leaderboard-settings";
import type { Team, TeamWork } from "../../teams/team";
import { BOARD_CHANGED } from "../../teams/team-edit";
import type { TeamEditor, TeamReader, TeamStore } from "../../teams/team-store";
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

/** A board as it is to be, and as whoever sets it was shown it. */
export interface BoardEdit extends TeamEditor {
  readonly settings: LeaderboardSettings;
  readonly was: LeaderboardSettings;
}

export type BoardSaved =
  | { readonly ok: true }
  /** A sentence for whoever asked. */
  | { readonly ok: false; readonly fault: string };

/** Reads the boards and sets them. */
export interface BoardStore extends BoardReader {
  /** Sets all of a team's board; it is refused where the board is not any more as it was shown. */
  set(teamId: string, edit: BoardEdit): Promise<BoardSaved>;
}

export interface BoardStoreDeps {
  readonly leaderboards: LeaderboardSettingsStore;
  readonly teams: TeamReader & Pick<TeamStore, "edit">;
}

const NO_SUCH_BOARD = "That team no longer exists.";

export function boardStore({ leaderboards, teams }: BoardStoreDeps): BoardStore {
  const reader = boardReader({ leaderboards, teams });
  return {
    ...reader,
    set: async (teamId, { settings, was, by, at }) => {
      const board = await reader.one(teamId);
      if (board?.active !== true) return { ok: false, fault: NO_SUCH_BOARD };
      if (board.team === null) {
        return (await leaderboards.set(settings, was)) ? { ok: true } : { ok: false, fault: BOARD_CHANGED };
      }
      const { channel, ...choice } = settings;
      const edited = await teams.edit(teamId, { edit: { kind: "board", channel, board: choice, was }, by, at });
      return edited.ok ? { ok: true } : edited;
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
