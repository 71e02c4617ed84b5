import type { WorkSchedule } from "../time/work-schedule";
import type { DigestSettings } from "./person-settings";

export type Role = "rep" | "manager" | "admin";

/** A role that was given by hand: it wins over what Slack says until it is taken back by hand. */
export interface RoleGrant {
  readonly role: Role;
  /** Slack id of the admin who gave it. */
  readonly by: string;
  readonly at: Date;
}

/** A member of the Slack workspace as `users.list` gives them. */
export interface Member {
  /** Slack's member id. */
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** IANA zone; `null` when Slack has none or one that does not exist. */
  readonly tz: string | null;
  readonly deactivated: boolean;
  readonly bot: boolean;
  /** Restricted and ultra-restricted members. */
  readonly guest: boolean;
  /** Admin or owner of the workspace. */
  readonly workspaceAdmin: boolean;
  /** The one owner whom Slack calls primary. */
  readonly primaryOwner?: true;
}

/**
 * One document of `users`: a full member of the workspace, or somebody who was one. `tz`, `role`, `active`,
 * `copperUserId` and `justcallEmail` may be set by hand: a value that differs from the one in `found` was, and wins.
 */
export interface Person {
  /** Slack's member id. */
  readonly _id: string;
  readonly name: string;
  /** As in Slack, in lower case. */
  readonly email: string | null;
  readonly tz: string | null;
  /** The role in force: the one given by hand, else what Slack says. */
  readonly role: Role;
  /** Says who gave the role by hand, and when. */
  readonly roleGiven?: RoleGrant;
  readonly active: boolean;
  /** The Copper user this person is. */
  readonly copperUserId?: number;
  /** The address JustCall knows this person by, in lower case. */
  readonly justcallEmail?: string;
  /** Further addresses this person sends from, set by hand. */
  readonly addresses?: readonly string[];
  readonly schedule?: WorkSchedule;
  /** As chosen; what is absent is as in `DEFAULT_DIGEST_SETTINGS`. */
  readonly digest?: Partial<DigestSettings>;
  /** The zone whose clock it was last checked by whether their digest is due. */
  readonly digestZone?: string;
  /** Whether a digest is known to have arrived, also where none is stored any more. */
  readonly hadDigest?: true;
  /** Until when App Home shows them what Paceline is: an hour from its first opening. */
  readonly introUntil?: Date;
  /** When a sync first met them; whoever has none was only entered by hand so far. */
  readonly firstSeen?: Date;
  /** What the last sync found by itself. */
  readonly found: Found;
}

/** People's names by their Slack ids. */
export function namesOf(people: readonly Pick<Person, "_id" | "name">[]): ReadonlyMap<string, string> {
  return new Map(people.map(({ _id, name }) => [_id, name]));
}

/** Fills in what a document lacks: a setting that was deleted from it is as the last sync found it, as if never made. */
export function inForce(document: Partial<Person> & Pick<Person, "_id">): Person {
  const { tz, active, role, copperUserId, justcallEmail, ...rest } = document;
  const found = { tz: null, active: true, ...document.found };
  const user = copperUserId ?? found.copperUserId;
  const agent = justcallEmail ?? found.justcallEmail;
  return {
    ...{ name: document._id, email: null },
    ...rest,
    role: document.roleGiven?.role ?? role ?? found.role ?? "rep",
    ...{ tz: tz ?? found.tz, active: active ?? found.active, found },
    ...(user !== undefined && { copperUserId: user }),
    ...(agent !== undefined && { justcallEmail: agent }),
  };
}

/** Puts those first who hold what two had one after the other, such as an address: whoever is active, else whose account has it. */
export function holdersFirst(people: readonly Person[], isActive: (person: Person) => boolean): readonly Person[] {
  const hasAccount = ({ email, found: { copperEmail, justcallEmail } }: Person) =>
    email !== null && (copperEmail === email || justcallEmail === email);
  const rank = (person: Person) => (isActive(person) ? 2 : 0) + (hasAccount(person) ? 1 : 0);
  return [...people].sort((a, b) => rank(b) - rank(a));
}

/** Returns, by JustCall's ids, the address of whoever is or was found as each agent: that of the agent they are now, else Slack's. */
export function knownAgents(people: readonly Pick<Person, "email" | "found">[]): ReadonlyMap<string, string> {
  const known = people.flatMap(({ email, found: { justcallAgentId, otherJustcallAgentIds = [], justcallEmail } }) => {
    const ids = justcallAgentId === undefined ? otherJustcallAgentIds : [...otherJustcallAgentIds, justcallAgentId];
    const address = justcallEmail ?? email;
    return address === null ? [] : ids.map((id) => [id, address] as const);
  });
  return new Map(known);
}

export interface Found {
  readonly tz: string | null;
  readonly active: boolean;
  /** Owners and admins of the workspace and those in `ADMIN_SLACK_IDS` are admins. */
  readonly role?: Role;
  readonly copperUserId?: number;
  /** The address of the Copper user that was found, in lower case. */
  readonly copperEmail?: string;
  /** Further Copper users with this person's address, and those that were theirs before and are nobody else's. */
  readonly otherCopperUserIds?: readonly number[];
  /** Further addresses that this person's Copper users have or had, in lower case. */
  readonly formerCopperEmails?: readonly string[];
  /** The address of a Copper user who was given by hand: it is theirs as long as that user is. */
  readonly given?: { readonly copperUserId: number; readonly copperEmail: string };
  readonly justcallEmail?: string;
  /** JustCall's id of the agent that was found; it stays when the address changes. */
  readonly justcallAgentId?: string;
  /** Agents that this person was before and that are nobody else's. */
  readonly otherJustcallAgentIds?: readonly string[];
  /** Further addresses that this person's agents have or had, in lower case. */
  readonly formerJustcallEmails?: readonly string[];
  /** Addresses this person had in Slack before, in lower case; what was sent from them stays theirs. */
  readonly formerEmails?: readonly string[];
}

/** Who a Fishbowl salesman is: one document of `fishbowl_users_map`. */
export interface Salesman {
  /** The salesman's name as orders give it. */
  readonly _id: string;
  readonly userId: string;
  /** Other owners of facts that hold this name; read from the facts, not kept. */
  readonly owners?: readonly string[];
}

/** Normalizes an address for comparing; an empty one is none, so that all who have none are not one person. */
export function foldAddress(email: string | null | undefined): string | null {
  return email?.trim().toLowerCase() || null;
}

/** Begins the pseudonym that takes the place of an erased person's id; no id of Slack's begins so. */
export const ERASED_ID = "former-";

/** Tells whether an id is the pseudonym of somebody who was erased. */
export function isErased(userId: string): boolean {
  return userId.startsWith(ERASED_ID);
}
