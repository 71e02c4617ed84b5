import type { Log } from "../log";
import type { Member } from "./person";
import { mostCommonZone, type TeamZoneStore } from "./team-zone-store";

/** The team's zone is neither set nor to be found; `message` says what to set. */
export class TeamZoneError extends Error {
  override readonly name = "TeamZoneError";
}

export interface TeamZoneDeps {
  /** The zone that the environment names. */
  readonly configured: string | undefined;
  readonly store: TeamZoneStore;
  readonly readMembers: () => Promise<readonly Member[]>;
  readonly log: Pick<Log, "info">;
}

/**
 * Finds the team's zone: the one that is set or, written down once, the one most members have in Slack.
 *
 * @throws {TeamZoneError} when neither can be had.
 */
export async function findTeamZone({ configured, store, readMembers, log }: TeamZoneDeps): Promise<string> {
  if (configured !== undefined) return configured;
  const chosen = await store.chosen();
  if (chosen !== null) return chosen;
  const members = await readMembers().catch((cause: unknown) => {
    throw new TeamZoneError(
      "Slack's members could not be read to find the team's time zone: check SLACK_BOT_TOKEN, or set TEAM_TIMEZONE.",
      { cause },
    );
  });
  const usual = mostCommonZone(members);
  if (usual === null)
    throw new TeamZoneError("No Slack member has a time zone: set TEAM_TIMEZONE, such as America/New_York.");
  const zone = await store.choose(usual);
  log.info({ zone }, "the team's time zone is the one most members have in Slack; TEAM_TIMEZONE overrides it");
  return zone;
}
