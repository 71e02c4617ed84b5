import { mostCommonZone, teamZoneStore } from "../people/team-zone-store";
import type { readMembers } from "../slack/platform/members";
import type { AppDeps } from "./deps";

/** The app cannot start; `message` says what to set. */
export class AppError extends Error {
  override readonly name = "AppError";
}

/**
 * The zone that is set or, written down once, the one most members have in Slack.
 *
 * @throws {AppError} when neither can be had.
 */
export async function teamZone(
  { members }: { members: () => ReturnType<typeof readMembers> },
  { config, database, log }: AppDeps,
): Promise<string> {
  if (config.TEAM_TIMEZONE !== undefined) return config.TEAM_TIMEZONE;
  const store = teamZoneStore(database.db);
  const chosen = await store.chosen();
  if (chosen !== null) return chosen;
  const zone = mostCommonZone(
    await members().catch((cause: unknown) => {
      throw new AppError(
        "Slack's members could not be read to find the team's time zone: check SLACK_BOT_TOKEN, or set TEAM_TIMEZONE.",
        { cause },
      );
    }),
  );
  if (zone === null)
    throw new AppError("Nobody in Slack has a time zone: set TEAM_TIMEZONE, such as America/New_York.");
  const standing = await store.choose(zone);
  log.info(
    { zone: standing },
    "the team's time zone is the one most members have in Slack; TEAM_TIMEZONE overrides it",
  );
  return standing;
}
