import type { ListedPerson } from "../metrics/fact";
import type { Member, Person, Role } from "./person";

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
  const people = new Map(known.map((person) => [person._id, withFound(person)]));
  for (const member of members ?? []) {
    const before = people.get(member.id);
    if (before !== undefined) people.set(member.id, refreshed(before, member));
    else if (!member.bot && !member.guest && !member.deactivated) people.set(member.id, newcomer(member));
  }
  if (members !== null) {
    reassignEmail(people, members);
    retire(people, members);
  }
  for (const person of people.values()) {
    if (admins.includes(person._id) && person.role !== "admin") people.set(person._id, { ...person, role: "admin" });
  }
  if (copper !== null) matchCopper(people, copper);
  if (justcall !== null) matchJustCall(people, justcall);
  return [...people.values()].sort((a, b) => (a._id < b._id ? -1 : 1));
}

/** Sets `firstSeen` for people whom no sync has seen before. */
export function withFirstSeen(people: readonly Person[], now: Date): readonly Person[] {
  return people.map((person) => (person.firstSeen === undefined ? { ...person, firstSeen: now } : person));
}

function newcomer(member: Member): Person {
  const role: Role = member.workspaceAdmin ? "admin" : "rep";
  const { tz } = member;
  return {
    _id: member.id,
    name: member.name,
    email: lower(member.email),
    tz,
    role,
    active: true,
    found: { tz, active: true },
  };
}

/** Completes a document written by hand: what it says counts as set by hand, but for `active: true`. */
function withFound(person: Partial<Person> & Pick<Person, "_id">): Person {
  const defaults = { name: person._id, email: null, tz: null, role: "rep", active: true } as const;
  return { ...defaults, found: { tz: null, active: true }, ...person };
}

function refreshed(person: Person, member: Member): Person {
  const now = { tz: member.tz, active: !member.deactivated && !member.guest && !member.bot };
  const email = lower(member.email) ?? person.email;
  const former = formerEmails(person, email);
  return {
    ...person,
    name: member.name,
    email,
    tz: person.tz === person.found.tz || person.tz === null ? now.tz : person.tz,
    active: person.active === person.found.active ? now.active : person.active,
    found: { ...person.found, ...now, ...(former.length > 0 && { formerEmails: former }) },
  };
}

/** Deactivates people whom Slack no longer lists at all. */
function retire(people: Map<string, Person>, members: readonly Member[]): void {
  const listed = new Set(members.map(({ id }) => id));
  for (const person of people.values()) {
    if (listed.has(person._id) || !person.found.active) continue;
    const active = person.active === person.found.active ? false : person.active;
    people.set(person._id, { ...person, active, found: { ...person.found, active: false } });
  }
}

function matchCopper(people: Map<string, Person>, list: readonly ListedPerson[]): void {
  const owners = byAddress(people);
  for (const { owner, email } of list) {
    const person = people.get(owners.get(lower(email) ?? "") ?? "");
    if (person === undefined) continue;
    const found = { ...person.found, copperUserId: Number(owner), copperEmail: lower(email) ?? undefined };
    people.set(person._id, { ...person, copperUserId: byHand(person, "copperUserId") ?? Number(owner), found });
  }
  const emails = new Map(list.map(({ owner, email }) => [Number(owner), lower(email)]));
  for (const person of people.values()) people.set(person._id, withCopperAddress(person, emails));
}

/** Adds the address of the Copper user that a person is, by hand or found, so that mail sent from it is theirs. */
function withCopperAddress(person: Person, emails: ReadonlyMap<number, string | null>): Person {
  if (person.copperUserId === undefined) return person;
  const copperEmail = emails.get(person.copperUserId);
  if (copperEmail === undefined || copperEmail === null || copperEmail === person.found.copperEmail) return person;
  return { ...person, found: { ...person.found, copperEmail } };
}

function matchJustCall(people: Map<string, Person>, list: readonly ListedPerson[]): void {
  const owners = byAddress(people);
  for (const { email } of list) {
    const address = lower(email);
    const person = people.get(owners.get(address ?? "") ?? "");
    if (person === undefined || address === null) continue;
    const found = { ...person.found, justcallEmail: address };
    people.set(person._id, { ...person, justcallEmail: byHand(person, "justcallEmail") ?? address, found });
  }
}

function byHand<K extends "copperUserId" | "justcallEmail">(person: Person, field: K): Person[K] {
  return person[field] === person.found[field] ? undefined : person[field];
}

/** Maps each Slack address to its owner: the active one where two had it one after the other. */
function byAddress(people: ReadonlyMap<string, Person>): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { _id, email, active } of people.values()) {
    if (email !== null && (active || !owners.has(email))) owners.set(email, _id);
  }
  return owners;
}

/** Normalizes an address for comparing; an empty one is none, so that all who have none are not one person. */
function lower(email: string | null): string | null {
  return email?.trim().toLowerCase() || null;
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
