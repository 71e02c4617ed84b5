import type { ListedPerson } from "../metrics/fact";
import { foldAddress, inForce, type Member, type Person } from "./person";
import { givenRole, isFullMember, slackRole } from "./roles";
import { matchCopper, matchJustCall } from "./source-matching";

/** What a sync read about people; `null` where a list could not be read, was off, or does not exist. */
export interface PeopleInput {
  readonly known: readonly Person[];
  readonly members: readonly Member[] | null;
  readonly copper: readonly ListedPerson[] | null;
  readonly justcall: readonly ListedPerson[] | null;
  /** Slack ids that are admins whatever Slack says. */
  readonly admins: readonly string[];
}

/**
 * Updates the people by what a sync read, and returns them in the order of their ids. Bots, guests and members deactivated before they were first seen
 * never appear; whoever is known stays, and is inactive once Slack has deactivated them or made them a guest.
 */
export function peopleAfter({ known, members, copper, justcall, admins }: PeopleInput): readonly Person[] {
  const people = new Map(known.map((person) => [person._id, inForce(person)]));
  for (const member of members ?? []) {
    const before = people.get(member.id);
    const role = slackRole(member, admins);
    if (before !== undefined) people.set(member.id, refreshed(before, { ...member, role }));
    else if (isFullMember(member)) people.set(member.id, newcomer({ ...member, role }));
  }
  if (members !== null) {
    reassignEmail(people, members);
    retire(people, members);
  }
  if (copper !== null) matchCopper(people, copper);
  if (justcall !== null) matchJustCall(people, justcall);
  return [...people.values()].sort((a, b) => (a._id < b._id ? -1 : 1));
}

/** Sets `firstSeen` for people whom no sync has seen before. */
export function withFirstSeen(people: readonly Person[], now: Date): readonly Person[] {
  return people.map((person) => (person.firstSeen === undefined ? { ...person, firstSeen: now } : person));
}

type Listed = Member & Pick<Person, "role">;

function newcomer(member: Listed): Person {
  const { tz, role } = member;
  return {
    _id: member.id,
    name: member.name,
    email: foldAddress(member.email),
    tz,
    role,
    active: true,
    found: { tz, active: true, role },
  };
}

function refreshed(person: Person, member: Listed): Person {
  const now = { tz: member.tz, active: isFullMember(member), role: member.role };
  const email = foldAddress(member.email) ?? person.email;
  const former = formerEmails(person, email);
  return {
    ...person,
    name: member.name,
    email,
    tz: person.tz === person.found.tz || person.tz === null ? now.tz : person.tz,
    active: person.active === person.found.active ? now.active : person.active,
    role: givenRole(person) ?? now.role,
    found: { ...person.found, ...now, ...(former.length > 0 && { formerEmails: former }) },
  };
}

/** Deactivates people whom Slack no longer lists at all. */
function retire(people: Map<string, Person>, members: readonly Member[]): void {
  const listed = new Set(members.map(({ id }) => id));
  for (const person of people.values()) {
    if (listed.has(person._id) || !person.found.active) continue;
    const active = person.active === person.found.active ? false : person.active;
    const role = givenRole(person) ?? "rep";
    people.set(person._id, { ...person, active, role, found: { ...person.found, active: false, role: "rep" } });
  }
}

/** Lists the addresses that somebody had in Slack before the one they have now, oldest first. */
function formerEmails({ email, found }: Person, now: string | null): readonly string[] {
  const had = [...(found.formerEmails ?? []), ...(email === null ? [] : [email])];
  return [...new Set(had)].filter((address) => address !== now);
}

/** Takes former addresses away from whoever had them once somebody else is given them. */
function reassignEmail(people: Map<string, Person>, members: readonly Member[]): void {
  const holders = new Map<string, string>();
  for (const { id, email } of members) if (email !== null) holders.set(email.trim().toLowerCase(), id);
  for (const { _id, email } of people.values()) if (email !== null && !holders.has(email)) holders.set(email, _id);
  for (const person of people.values()) {
    const { formerEmails: former = [], ...found } = person.found;
    const remaining = former.filter((address) => (holders.get(address) ?? person._id) === person._id);
    if (remaining.length === former.length) continue;
    people.set(person._id, {
      ...person,
      found: remaining.length === 0 ? found : { ...found, formerEmails: remaining },
    });
  }
}
