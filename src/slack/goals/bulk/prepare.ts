import { type BulkOutcome, type BulkRequest, bulkPlan } from "../../../goals/bulk/bulk-plan";
import { type TargetClash, targetClash } from "../../../goals/preview";
import { byPerson } from "../../../goals/teams/team-figures";
import { type Actor, can } from "../../../people/permissions";
import { namesOf, type Person } from "../../../people/person";
import { firstOpenDay, readerDays } from "../../../time/reader-day";
import type { SlackDeps } from "../../deps";

/** What goals of several people would become, and the people's names by Slack id. */
export interface PreparedBulk {
  readonly outcomes: readonly BulkOutcome[];
  readonly names: ReadonlyMap<string, string>;
  /** By Slack id, with which of somebody's targets a new one cannot be meant; only what is set anew is compared. */
  readonly clashes?: ReadonlyMap<string, TargetClash>;
}

const NOT_THEIRS = "You can't set their goals.";
const UNKNOWN = "Not synced yet. Run `/sync` first.";
const LEFT = "Has left the team.";

/** Works out what setting goals of these people would do, changing nothing; by as many queries for two hundred as for one. */
export async function prepareBulk(
  { actor, people, goalEdits, days, now }: Pick<SlackDeps, "actor" | "people" | "goalEdits" | "days" | "now">,
  { by, request, userIds }: { readonly by: string; readonly request: BulkRequest; readonly userIds: readonly string[] },
): Promise<PreparedBulk> {
  const [who, everybody, goals, archivedOn] = await Promise.all([
    actor(by),
    people.all(),
    goalEdits.goalsOf(userIds),
    request.kind === "last-month" ? goalEdits.archivedOn(userIds) : new Map<string, never>(),
  ]);
  const known = new Map(everybody.map((person) => [person._id, person]));
  const own = byPerson(goals);
  const readers = readerDays(now(), days);
  const asked = userIds.map((userId) => {
    const person = known.get(userId);
    const today = firstOpenDay(readers.of(person ?? {}));
    return { userId, today, refusal: refusalOf(who, { userId, person }), goals: own.get(userId) ?? [] };
  });
  const outcomes = bulkPlan(request, { people: asked, archivedOn, teamToday: readers.team.today });
  const clashes = outcomes.flatMap((one): readonly (readonly [string, TargetClash])[] => {
    if (one.kind !== "change" || request.kind !== "set") return [];
    const clash = targetClash({ goal: one.goal, since: one.result.since }, goals);
    return clash === null ? [] : [[one.userId, clash]];
  });
  return { outcomes, names: namesOf(everybody), clashes: new Map(clashes) };
}

/** Says why nothing may be set for somebody; `null` where it may. Who may not set it learns nothing else of them. */
function refusalOf(
  who: Actor,
  { userId, person }: { readonly userId: string; readonly person: Person | undefined },
): string | null {
  if (!can(who, { does: "edit-goals", of: userId })) return NOT_THEIRS;
  if (person === undefined) return UNKNOWN;
  return person.active ? null : LEFT;
}
