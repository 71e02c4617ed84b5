import type { Day } from "../time/day";
import type { Team } from "./team";
import type { TeamEdit } from "./team-edit";

/** What Slack says of a user group that a team follows. */
export type GroupAnswer =
  /** Slack ids of its users: deactivated ones stand in it still. */
  | { readonly kind: "listed"; readonly users: readonly string[] }
  /** Switched off in Slack, where it keeps its users and means nobody. */
  | { readonly kind: "disabled" }
  /** Slack has no group of this id. */
  | { readonly kind: "missing" }
  | { readonly kind: "failed"; readonly error: string };

/** Reads these user groups of Slack's, each with its users; it answers a failure and never throws. */
export type ReadGroups = (groupIds: readonly string[]) => Promise<ReadonlyMap<string, GroupAnswer>>;

/** The edit that makes a team follow its group, or a sentence that says why its members stay as they are. */
export type GroupFollowing =
  | { readonly ok: true; readonly edit: Extract<TeamEdit, { kind: "members" }> }
  | { readonly ok: false; readonly why: string };

/**
 * Decides who a team's members are from a day on, by its user group: its users among the people who are active. What could not
 * be read, is switched off or names nobody leaves the team as it is: a failed reading is never an empty team.
 */
export function groupFollowing(
  team: Pick<Team, "name" | "usergroup">,
  {
    answer,
    activeIds,
    on,
  }: { readonly answer: GroupAnswer | undefined; readonly activeIds: ReadonlySet<string>; readonly on: Day },
): GroupFollowing {
  const stays = (why: string): GroupFollowing => ({
    ok: false,
    why: `${why} The members of ${team.name} stay as they were.`,
  });
  if (team.usergroup === undefined) return stays("It follows no user group.");
  if (answer === undefined) return stays("Its user group was not read.");
  switch (answer.kind) {
    case "failed":
      return stays(FAILURES.get(answer.error) ?? `Its user group could not be read (${answer.error}).`);
    case "missing":
      return stays("Slack has no such user group any more: choose another one for this team.");
    case "disabled":
      return stays("Its user group is disabled in Slack.");
    case "listed": {
      const userIds = answer.users.filter((userId) => activeIds.has(userId));
      if (userIds.length === 0) return stays("Its user group lists nobody who is active here.");
      return { ok: true, edit: { kind: "members", userIds, on, following: team.usergroup } };
    }
  }
}

/** Says why user groups cannot be read, by Slack's error; as mrkdwn. */
export function groupFailureInWords(error: string): string {
  return FAILURES.get(error) ?? `Slack's user groups could not be read (${error}).`;
}

const FAILURES: ReadonlyMap<string, string> = new Map([
  [
    "missing_scope",
    "Paceline may not read user groups: add the scope usergroups:read to the app and install it again.",
  ],
  ["plan_upgrade_required", "This Slack plan has no user groups."],
]);
