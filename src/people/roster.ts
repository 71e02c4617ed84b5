import type { ListedPerson } from "../metrics/fact";
import { bySource, SOURCES, type SourceId } from "../metrics/sources";
import { holdersFirst, namesOf, type Person, type Salesman } from "./person";
import { type SalesmanLookup, salesmanLookup } from "./salesmen";

/** Says whose a fact is. It is built from what is stored, so that a corrected mapping needs no new sync. */
export interface Roster {
  /** The Slack id of the rep who is this owner at the source; `null` when nobody is. */
  userOf(source: SourceId, owner: string): string | null;
  /** Every owner at the source whom a person is mapped to. */
  owners(source: SourceId): readonly string[];
  /** Every owner at the source that is this person. */
  ownersOf(source: SourceId, userId: string): readonly string[];
  /** Every address that is a rep's. */
  readonly addresses: readonly string[];
  nameOf(userId: string): string;
}

/**
 * Reps are the people whom a source knows. A Slack address is its member's whatever else was entered; then come the
 * Copper user's own address, those added by hand, and last those that were theirs in Slack before. A Copper user given to somebody by hand is theirs alone.
 */
export function roster(people: readonly Person[], salesmen: readonly Salesman[]): Roster {
  const names = namesOf(people);
  const mapped = salesmen.filter(({ userId }) => names.has(userId));
  const sellers = new Set(mapped.map(({ userId }) => userId));
  const known = people.filter((person) => isRep(person) || hadAccount(person) || sellers.has(person._id));
  const reps = holdersFirst(known, ({ active }) => active);
  const former = formerAddresses(reps, people);
  const addresses = firstAssignments([
    ...mailAddresses(reps),
    ...former("formerEmails"),
    ...former("formerCopperEmails"),
  ]);
  const salesman = salesmanLookup(mapped);
  const byMapping = {
    copperUserId: new Map([...addresses, ...copperOwners(reps)]),
    justcallEmail: firstAssignments([
      ...justcallAddresses(reps),
      ...former("formerEmails"),
      ...former("formerJustcallEmails"),
    ]),
    salesman: salesmanOwners(mapped, salesman),
  };
  const owners = bySource((source) => {
    const { mapsBy } = SOURCES[source];
    return mapsBy === null ? addresses : byMapping[mapsBy];
  });
  return {
    userOf: (source, owner) =>
      SOURCES[source].mapsBy === "salesman" ? salesman(owner) : (owners[source].get(owner) ?? null),
    owners: (source) => [...owners[source].keys()],
    ownersOf: (source, userId) => [...owners[source]].flatMap(([owner, user]) => (user === userId ? [owner] : [])),
    addresses: [...addresses.keys()],
    nameOf: (userId) => names.get(userId) ?? userId,
  };
}

/** Whether Copper or JustCall knows this person, found by email or set by hand. */
export function isRep(person: Person): boolean {
  return person.copperUserId !== undefined || person.justcallEmail !== undefined;
}

/** Whether a source knew this person, whose account may be somebody else's by now: what was recorded of them stays theirs. */
function hadAccount({ found }: Person): boolean {
  const { copperEmail, formerCopperEmails, justcallAgentId, formerJustcallEmails } = found;
  return [copperEmail, formerCopperEmails, justcallAgentId, formerJustcallEmails].some((one) => one !== undefined);
}

/** Compares a source's list with the people: who was matched, and who was not, on both sides. Only active reps are missed. */
export function matches(
  source: SourceId,
  { list, people, roster }: { list: readonly ListedPerson[]; people: readonly Person[]; roster: Roster },
) {
  const matched = new Map<string, string>();
  const unmatched: { name: string; email: string | null; owner?: string; userId?: string }[] = [];
  for (const { owner, name, email } of list) {
    const userId = roster.userOf(source, owner);
    if (userId === null) unmatched.push({ name, email, owner });
    else matched.set(userId, roster.nameOf(userId));
  }
  for (const person of people) {
    if (!person.active || !isRep(person) || matched.has(person._id)) continue;
    unmatched.push({ name: person.name, email: person.email, userId: person._id });
  }
  return { matched: [...matched].map(([userId, name]) => ({ userId, name })), unmatched };
}

/** Every spelling by which orders name a mapped salesman. */
function salesmanOwners(mapped: readonly Salesman[], salesman: SalesmanLookup): ReadonlyMap<string, string> {
  const all = mapped.flatMap(({ _id, owners = [] }) => [_id.trim(), ...owners]);
  return firstAssignments(
    all.flatMap((owner): Assignment[] => {
      const userId = salesman(owner);
      return userId === null ? [] : [[owner, userId]];
    }),
  );
}

/** Lists addresses in the order in which they hold: Slack's address, Copper's, those added by hand. */
function mailAddresses(reps: readonly Person[]): Assignment[] {
  return [
    ...slackAddresses(reps),
    ...reps.flatMap((rep) => (isOwnCopperUser(rep) ? [] : assignment(givenCopperEmail(rep), rep))),
    ...reps.flatMap((rep) => (isOwnCopperUser(rep) ? assignment(rep.found.copperEmail, rep) : [])),
    ...reps.flatMap(({ _id, addresses }) =>
      (addresses ?? []).map((address): Assignment => [address.toLowerCase(), _id]),
    ),
  ];
}

/** Whether somebody's Copper user is the one that was found, so that nobody gave them another by hand. */
function isOwnCopperUser({ copperUserId, found }: Person): boolean {
  return copperUserId === found.copperUserId;
}

/** Returns the address of the Copper user whom somebody was given by hand, and of no other. */
function givenCopperEmail({ copperUserId, found: { given } }: Person): string | undefined {
  return given?.copperUserId === copperUserId ? given?.copperEmail : undefined;
}

function assignment(address: string | undefined, { _id }: Person): Assignment[] {
  return address === undefined ? [] : [[address, _id]];
}

function copperOwners(reps: readonly Person[]): ReadonlyMap<string, string> {
  const byHand = reps.filter((rep) => !isOwnCopperUser(rep));
  const found = reps.filter(isOwnCopperUser);
  return firstAssignments([
    ...[...byHand, ...reps].flatMap(({ _id, copperUserId }): Assignment[] =>
      copperUserId === undefined ? [] : [[String(copperUserId), _id]],
    ),
    ...found.flatMap(({ _id, found: { otherCopperUserIds: others = [] } }) =>
      others.map((id): Assignment => [String(id), _id]),
    ),
  ]);
}

function justcallAddresses(reps: readonly Person[]): Assignment[] {
  const assignments = reps.flatMap(({ _id, justcallEmail }): Assignment[] =>
    justcallEmail === undefined ? [] : [[justcallEmail.toLowerCase(), _id]],
  );
  return [...slackAddresses(reps), ...assignments];
}

/**
 * Lists addresses that a rep had before and that nobody in Slack has now, so that earlier records stay theirs: in Slack, or
 * at a source, unless somebody gave them another account there by hand.
 */
function formerAddresses(reps: readonly Person[], people: readonly Person[]) {
  const taken = new Set(people.map(({ email }) => email));
  return (field: keyof typeof HOLDS): Assignment[] =>
    reps
      .filter(HOLDS[field])
      .flatMap(({ _id, found }): Assignment[] =>
        (found[field] ?? []).filter((address) => !taken.has(address)).map((address) => [address, _id]),
      );
}

const HOLDS = {
  formerEmails: () => true,
  formerCopperEmails: isOwnCopperUser,
  formerJustcallEmails: ({ justcallEmail, found }: Person) => justcallEmail === found.justcallEmail,
};

/** Says that an owner at a source is this person; of two for one owner, the earlier holds. */
type Assignment = readonly [owner: string, userId: string];

function slackAddresses(reps: readonly Person[]): Assignment[] {
  return reps.flatMap(({ _id, email }): Assignment[] => (email === null ? [] : [[email, _id]]));
}

function firstAssignments(assignments: readonly Assignment[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const [key, userId] of assignments) if (!owners.has(key)) owners.set(key, userId);
  return owners;
}
