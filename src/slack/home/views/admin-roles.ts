import type { KnownBlock, ModalView } from "@slack/types";
import type { Person, Role } from "../../../people/person";
import type { Refusal } from "../../../people/refusal-store";
import { givenRole } from "../../../people/roles";
import { actions, button, context, header, plainText, section } from "../../ui/blocks";
import { type DisplayContext, momentInWords } from "../../ui/dates";
import { field, form } from "../../ui/modal";
import { counted, foreign } from "../../ui/text";
import type { HomeLocation } from "../location";
import { encodeLocation } from "../payload";
import { type HomePage, page, pager, partTop } from "./layout";

export const GIVE_ROLE = "give_role";
export const TAKE_ROLE_BACK = "take_role_back";
export const ROLE_FORM = "role_form";

const A_PAGE = 20;
const TITLES: Readonly<Record<Role, string>> = { admin: "Admin", manager: "Manager", rep: "Rep" };
export const ROLES: readonly Role[] = ["manager", "admin", "rep"];

export interface AdminRoles extends DisplayContext {
  readonly location: HomeLocation;
  readonly people: readonly Person[];
  /** The latest refusals, newest first. */
  readonly refused: readonly Refusal[];
  readonly nameOf: (userId: string) => string;
}

/** Everybody who is more than a rep, or was given a role by hand: the role, who gave it and when, and how to take it back. */
export function adminRoles(values: AdminRoles): HomePage {
  const { location } = values;
  const listed = values.people.filter((person) => isListed(person)).sort(byRank);
  const pages = Math.max(1, Math.ceil(listed.length / A_PAGE));
  const at = { ...location, page: Math.min(location.page, pages - 1) };
  return page(
    [
      ...partTop("roles"),
      section(everybodyInWords(values.people)),
      context(
        "Slack owners and admins are admins here, for as long as they are in Slack. Everyone else is a rep. A role given here wins until you remove it.",
      ),
      actions([button(GIVE_ROLE, "Give a role", { style: "primary" })]),
      ...listed.slice(at.page * A_PAGE, (at.page + 1) * A_PAGE).map((person) => row(person, values)),
      ...pager(at, pages),
      ...refusedPart(values),
    ],
    encodeLocation(location),
  );
}

/** "7 people in Paceline: 4 reps, 2 managers, 1 admin", of those who are active. */
function everybodyInWords(people: readonly Person[]): string {
  const active = people.filter((person) => person.active);
  const each = (["rep", "manager", "admin"] as const).flatMap((role) => {
    const count = active.filter((one) => one.role === role).length;
    return count === 0 ? [] : [counted(count, role)];
  });
  return `*${counted(active.length, "person", "people")} in Paceline*${each.length === 0 ? "" : `: ${each.join(", ")}`}`;
}

function isListed(person: Person): boolean {
  return givenRole(person) !== null || (person.active && person.role !== "rep");
}

function byRank(a: Person, b: Person): number {
  const rank = ({ role }: Person) => ["admin", "manager", "rep"].indexOf(role);
  return rank(a) - rank(b) || a.name.localeCompare(b.name, "en") || (a._id < b._id ? -1 : 1);
}

/** "*Maya Brooks*: Manager, given by Alex Kim on Oct 28". */
function row(person: Person, values: AdminRoles): KnownBlock {
  const { _id, name, active } = person;
  const left = active ? "" : "; left: no access";
  const block = section(`*${foreign(name)}*: ${roleInWords(person, values)}${left}`);
  if (givenRole(person) === null) return block;
  const label = `Remove the role of ${name}`;
  return { ...block, accessory: button(TAKE_ROLE_BACK, "Remove", { value: _id, accessibility_label: label }) };
}

function roleInWords(person: Person, { nameOf, ...display }: AdminRoles): string {
  const title = TITLES[person.role];
  const { roleGiven } = person;
  if (roleGiven !== undefined)
    return `${title}, given by ${foreign(nameOf(roleGiven.by))}, ${momentInWords(roleGiven.at, display)}`;
  return givenRole(person) === null ? `${title}, from Slack or \`ADMIN_SLACK_IDS\`` : `${title}, set in the database`;
}

const REFUSED: Readonly<Record<Refusal["what"], string>> = {
  anything: "use Paceline (full members only)",
  "see-figures": "see someone else's figures",
  "change-switches": "change someone else's settings",
  "see-team": "see or post the team's figures",
  "see-board": "see another team's board",
  "edit-board": "change a team's leaderboard",
  "edit-goals": "change goals",
  "edit-settings": "change the team's settings",
  "map-people": "match people",
  "give-roles": "give a role",
  "forget-people": "erase a person",
  "import-orders": "import orders",
  "see-runs": "see past syncs or messages",
  "see-health": "check Paceline's health",
  "accept-vanished": "approve deleted records",
};

/** Who tried what they may not do: "*Ana Torres* tried to give a role, 3:05 PM (`role_form`)". */
function refusedPart({ refused, nameOf, ...display }: AdminRoles): readonly KnownBlock[] {
  if (refused.length === 0) return [];
  const lines = refused.map(({ userId, what, doing, at }) => {
    return `• *${foreign(nameOf(userId))}* tried to ${REFUSED[what]}, ${momentInWords(at, display)} (\`${doing}\`)`;
  });
  return [header("Recently denied"), section(lines.join("\n")), context("At most one line a person and minute.")];
}

/** The form that asks who gets which role. */
export function roleForm(): ModalView {
  const options = ROLES.map((role) => ({ text: plainText(TITLES[role]), value: role }));
  return form({
    callback: ROLE_FORM,
    title: "Give a role",
    submit: "Give",
    blocks: [
      field("person", { label: "Who", element: { type: "users_select" } }),
      field("role", {
        label: "Role",
        hint: "Managers see the team and set goals. Admins can also do everything here. Reps see only their own figures.",
        element: { type: "static_select", options },
      }),
    ],
  });
}
