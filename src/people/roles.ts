import type { Member, Person, Role } from "./person";

/** Whether somebody is a full member of the workspace, as opposed to a guest, a bot, or somebody who has left. */
export function isFullMember({ deactivated, bot, guest }: Member): boolean {
  return !deactivated && !bot && !guest;
}

/** Returns the role that Slack and `admins` (the ids in `ADMIN_SLACK_IDS`) make of a member. */
export function slackRole(member: Member, admins: readonly string[]): "admin" | "rep" {
  return isFullMember(member) && (member.workspaceAdmin || admins.includes(member.id)) ? "admin" : "rep";
}

/** Returns the role that somebody was given by hand; `null` for none. */
export function givenRole({ role, roleGiven, found }: Pick<Person, "role" | "roleGiven" | "found">): Role | null {
  if (roleGiven !== undefined) return roleGiven.role;
  return role === (found.role ?? roleBeforeKept(role)) ? null : role;
}

/** Guesses what was found of somebody in a document of before that was kept: managers were made by hand, admins by Slack. */
function roleBeforeKept(role: Role): Role {
  return role === "admin" ? "admin" : "rep";
}

/** Whether somebody would still be admin if these people had these roles in force instead; inactive people are none. */
export function leavesAnAdmin(people: readonly Person[], changed: ReadonlyMap<string, Role>): boolean {
  return people.some(({ _id, active, role }) => active && (changed.get(_id) ?? role) === "admin");
}
