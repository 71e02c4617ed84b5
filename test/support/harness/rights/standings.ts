import type { SlackMember } from "../../../../src/demo/slack/state/members";
import type { PeopleStore } from "../../../../src/people/people-store";
import type { Actor } from "../../../../src/people/permissions";
import type { Person, Role } from "../../../../src/people/person";

/** Somebody's standing: what they were at the last sync, what happened since, and as what they act from then on. */
export interface Standing {
  readonly of: string;
  /** As stored by the last sync; `null` for somebody whom none has met. */
  readonly stored: Partial<Person> | null;
  /** What Slack said at the last sync, or `nobody` where it knows nobody of that id. */
  readonly was?: Partial<SlackMember> | "nobody";
  /** What Slack says since. */
  readonly is?: Partial<SlackMember>;
  /** Whether `ADMIN_SLACK_IDS` named them, and whether it still does. */
  readonly listed?: "still" | "no longer";
  /** What an admin did by hand. */
  readonly does?: (people: PeopleStore, userId: string) => Promise<unknown>;
  /** As what they act with their very next event: no right waits for a sync. */
  readonly now: Actor["role"];
}

const grant = (role: Role) => ({ role, by: "U0MAX", at: new Date(0) });
const byHand = (role: Role): Partial<Person> => ({ role, roleGiven: grant(role) });
const FOUND_ADMIN: Partial<Person> = { role: "admin", found: { tz: null, active: true, role: "admin" } };

const ROLES: Readonly<Record<string, Pick<Standing, "stored" | "was" | "listed">>> = {
  "an admin by Slack": { stored: FOUND_ADMIN, was: { workspaceAdmin: true } },
  "an admin by hand": { stored: byHand("admin") },
  "an admin by ADMIN_SLACK_IDS": { stored: FOUND_ADMIN, listed: "still" },
  "a manager by hand": { stored: byHand("manager") },
  "a rep": { stored: {} },
};

type Change = Pick<Standing, "is" | "listed" | "does">;
const CHANGES: Readonly<Record<string, Change>> = {
  "with no change": {},
  "who became a guest": { is: { guest: true } },
  "who was deactivated": { is: { deactivated: true } },
  "who was demoted": { is: { workspaceAdmin: false }, does: (people, userId) => people.takeRoleBack(userId) },
  "who was promoted by Slack": { is: { workspaceAdmin: true } },
  "who was taken off ADMIN_SLACK_IDS": { listed: "no longer" },
};

const OUT = "outsider";
/** As what each of `ROLES`, in a line, acts after each of `CHANGES`, in their order. */
const NOW: readonly (readonly Actor["role"][])[] = [
  ["admin", OUT, OUT, "rep", "admin", "admin"],
  ["admin", OUT, OUT, "rep", "admin", "admin"],
  // The environment's word stands until it is taken out there.
  ["admin", OUT, OUT, "admin", "admin", "rep"],
  // What was given by hand wins over Slack, upwards as well.
  ["manager", OUT, OUT, "rep", "manager", "manager"],
  ["rep", OUT, OUT, "rep", "admin", "rep"],
];

/** Each role with each change. */
const PRODUCT: readonly Standing[] = Object.entries(ROLES).flatMap(([role, before], row) =>
  Object.entries(CHANGES).map(([change, after], column) => {
    const now = NOW[row]?.[column];
    if (now === undefined) throw new Error(`No role is expected of ${role} ${change}`);
    return { of: `${role} ${change}`, ...before, ...after, now };
  }),
);

/** The full product of roles and changes, and whoever stands beside it. */
export const STANDINGS: readonly Standing[] = [
  ...PRODUCT,
  { of: "a newcomer", stored: null, now: "newcomer" },
  { of: "an admin by hand who is of another workspace", stored: byHand("admin"), is: { teamId: "T0FAR" }, now: OUT },
  { of: "an admin by ADMIN_SLACK_IDS who left", stored: FOUND_ADMIN, was: "nobody", listed: "still", now: OUT },
  {
    of: "a rep who was made manager by hand",
    stored: {},
    does: (people, userId) => people.giveRole(userId, grant("manager")),
    now: "manager",
  },
  { of: "a rep by hand whom Slack made admin", stored: byHand("rep"), is: { workspaceAdmin: true }, now: "rep" },
];
