import { endsWithin, type Sleep } from "../../lib/sleep";
import type { Team } from "../../teams/team";
import type { TeamReader } from "../../teams/team-store";
import type { GroupAnswer, ReadGroups } from "../../teams/user-group";

/** Reads the user groups that teams follow, beside the sources. */
export interface GroupReader {
  /** Begins to read them; nothing is asked of Slack where no team follows any. */
  begin(): GroupsRead;
}

/** A reading of groups that is under way. */
export interface GroupsRead {
  /** Waits for it, five seconds at most; `null` where it takes longer. */
  result(): Promise<ReadonlyMap<string, GroupAnswer> | null>;
}

export interface GroupReaderDeps {
  readonly teams: Pick<TeamReader, "all">;
  readonly readGroups: ReadGroups;
  readonly sleep?: Sleep;
}

const PATIENCE_MS = 5_000;

export function groupReader({ teams, readGroups, sleep }: GroupReaderDeps): GroupReader {
  return {
    begin: () => {
      const read = teams
        .all()
        .then((all) => readGroups([...new Set(followingTeams(all).map((team) => team.usergroup ?? ""))]));
      // A failure surfaces where it is waited for.
      read.catch(() => undefined);
      return {
        result: async () => {
          const inTime = await endsWithin(PATIENCE_MS, { work: read, ...(sleep && { sleep }) });
          return inTime ? read : null;
        },
      };
    },
  };
}

/** Active teams whose members are the users of a group. */
export function followingTeams(teams: readonly Team[]): readonly Team[] {
  return teams.filter(({ active, usergroup }) => active && usergroup !== undefined);
}
