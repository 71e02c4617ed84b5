import type { Log } from "../../log";
import { namesOf, type Person } from "../../people/person";
import type { TeamStore } from "../../teams/team-store";
import { type GroupAnswer, groupFollowing } from "../../teams/user-group";
import type { ZoneDays } from "../../time/day";
import type { Fence } from "../lease";
import type { MembersFollowed, SyncProblem } from "../report";
import { followingTeams, type GroupsRead } from "./group-reader";

/** What following groups came to. */
export interface GroupsFollowed {
  readonly followed: readonly MembersFollowed[];
  readonly problems: readonly SyncProblem[];
}

interface FollowDeps {
  readonly teams: Pick<TeamStore, "all" | "edit">;
  readonly days: ZoneDays;
  readonly now: () => Date;
  readonly log: Pick<Log, "warn">;
}

/** Makes the users of followed groups their teams' members from today on; what was not read leaves a team as it is. */
export async function followGroups(
  { groups, people, fence }: { readonly groups: GroupsRead; readonly people: readonly Person[]; readonly fence: Fence },
  { teams, days, now, log }: FollowDeps,
): Promise<GroupsFollowed> {
  const following = followingTeams(await teams.all());
  if (following.length === 0) return { followed: [], problems: [] };
  const answers = await groups.result();
  const activeIds = new Set(people.filter(({ active }) => active).map(({ _id }) => _id));
  const [at, names] = [now(), namesOf(people)];
  const followed: MembersFollowed[] = [];
  const problems: SyncProblem[] = [];
  for (const team of following) {
    const answer = answers?.get(team.usergroup ?? "");
    const wanted = groupFollowing(team, { answer, activeIds, on: days.dayOf(at) });
    if (!wanted.ok) {
      log.warn({ team: team.name, why: wanted.why }, "A team's user group could not be followed");
      problems.push({ source: "slack", kind: kindOf(answer), message: wanted.why });
      continue;
    }
    await fence.check();
    const edited = await teams.edit(team._id, { edit: wanted.edit, by: "sync", at });
    if (!edited.ok) continue;
    const { joined = [], left = [] } = edited.change;
    if (joined.length + left.length === 0) continue;
    const named = (ids: readonly string[]) => ids.map((userId) => names.get(userId) ?? userId);
    followed.push({ team: team.name, joined: named(joined), left: named(left) });
  }
  return { followed, problems };
}

/** Who can mend it: an admin chooses another group or gives the scope; the rest passes. */
function kindOf(answer: GroupAnswer | undefined): SyncProblem["kind"] {
  if (answer === undefined) return "throttled";
  if (answer.kind !== "failed" || answer.error === "missing_scope" || answer.error === "plan_upgrade_required")
    return "settings";
  return "unreachable";
}
