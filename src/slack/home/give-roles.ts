import type { Person, Role } from "../../people/person";
import { givenRole, leavesAnAdmin } from "../../people/roles";
import type { SlackDeps } from "../deps";
import { action, modalAction } from "../middleware/authorized-actions";
import { fieldValue } from "../middleware/form-values";
import { fieldError, viewSubmission } from "../middleware/submissions";
import { ROLES, roleForm } from "./views/admin-roles";

const act = () => ({ does: "give-roles" }) as const;
const NOT_ONE_OF_US = "Pick a full member a sync has already seen.";
const NO_ROLE = "Pick a role.";
const LAST_ADMIN = "At least one admin is needed. Make someone else an admin first.";

/** "Give a role". */
export const giveRole = modalAction({ doing: "give_role", act }, async () => roleForm());

/** Gives a person the role that an admin chose, whatever Slack says; their open page follows at once. */
export const roleSubmission = viewSubmission({ doing: "role_form", act }, async (context, { userId: by, form }) => {
  const { deps, homes } = context;
  const userId = fieldValue(form, "person");
  const role = ROLES.find((one) => one === fieldValue(form, "role"));
  if (userId === null || !(await isOneOfUs(deps, userId))) return fieldError("person", NOT_ONE_OF_US);
  if (role === undefined) return fieldError("role", NO_ROLE);
  if (!(await keepsAnAdmin(deps, { userId, role }))) return fieldError("role", LAST_ADMIN);
  await deps.people.giveRole(userId, { role, by, at: deps.now() });
  deps.log.info({ by, userId, role }, "A role was given");
  return { kind: "done", afterwards: () => homes.refreshOpen([userId]) };
});

/** "Take back": the role is what Slack makes of the person again. A button that is pressed twice changes nothing more. */
export const takeRoleBack = action({ doing: "take_role_back", act }, async (context, { userId: by, value: userId }) => {
  const { deps, homes } = context;
  const person = await deps.people.one(userId);
  if (person === null || givenRole(person) === null) return null;
  if (!(await keepsAnAdmin(deps, { userId, role: foundRole(person) }))) return LAST_ADMIN;
  await deps.people.takeRoleBack(userId);
  deps.log.info({ by, userId, role: person.role }, "A role was taken back");
  await homes.refreshOpen([userId]);
  return null;
});

/** Whether somebody may have a role: a sync has met them, and nothing says that they have left since. */
async function isOneOfUs({ actor }: Pick<SlackDeps, "actor">, userId: string): Promise<boolean> {
  const { role } = await actor(userId);
  return role !== "newcomer" && role !== "outsider";
}

async function keepsAnAdmin(
  { people }: Pick<SlackDeps, "people">,
  { userId, role }: { readonly userId: string; readonly role: Role },
): Promise<boolean> {
  return leavesAnAdmin(await people.all(), new Map([[userId, role]]));
}

function foundRole({ found }: Person): Role {
  return found.role ?? "rep";
}
