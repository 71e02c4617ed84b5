import type { ListedPerson } from "../metrics/fact";
import { type Found, foldAddress, holdersFirst, type Person } from "./person";

/** What is known of the accounts that a person has at a source. */
interface SourceAccounts {
  /** The one that their figures are found by first. */
  readonly id: string | undefined;
  readonly others: readonly string[];
  readonly email: string | undefined;
  /** Further addresses that one of these accounts has or had. */
  readonly former: readonly string[];
}

/** A source's list: by the source's ids, and by the people whose Slack address an account has. */
interface Listing {
  readonly byId: ReadonlyMap<string, ListedPerson>;
  readonly byUser: ReadonlyMap<string, ListedPerson>;
  /** The people whose Slack address an account has, by its id. */
  readonly holders: ReadonlyMap<string, string>;
  /** The ids of the accounts that have somebody's Slack address, by that person. */
  readonly heldBy: ReadonlyMap<string, readonly string[]>;
  /** The ids of the accounts that have an address. */
  readonly byAddress: ReadonlyMap<string, readonly string[]>;
}

/** Finds each person's Copper users, whatever was set by hand, which stays beside it with the address it stands for. */
export function matchCopper(people: Map<string, Person>, list: readonly ListedPerson[]): void {
  const listing = listingOf(people, list);
  for (const person of people.values()) {
    const { copperUserId: before, copperEmail, formerCopperEmails = [], given, ...known } = person.found;
    const { otherCopperUserIds = [], ...rest } = known;
    const accounts = { id: before?.toString(), others: otherCopperUserIds.map(String) };
    const { id, others, email, former } = accountsAfter(
      person._id,
      { ...accounts, email: copperEmail, former: formerCopperEmails },
      listing,
    );
    const { copperUserId, ...unmatched } = person;
    const byHand = copperUserId === before ? undefined : copperUserId;
    const found: Found = {
      ...rest,
      ...(id !== undefined && { copperUserId: Number(id) }),
      ...(others.length > 0 && { otherCopperUserIds: others.map(Number).sort((a, b) => a - b) }),
      ...(email !== undefined && { copperEmail: email }),
      ...(former.length > 0 && { formerCopperEmails: former }),
      ...(byHand !== undefined && givenAddress(byHand, { given, listing })),
    };
    const inForce = byHand ?? found.copperUserId;
    people.set(person._id, { ...unmatched, ...(inForce !== undefined && { copperUserId: inForce }), found });
  }
}

/** Finds each person's JustCall agents, whatever was set by hand. */
export function matchJustCall(people: Map<string, Person>, list: readonly ListedPerson[]): void {
  const listing = listingOf(people, list);
  for (const person of people.values()) {
    const { justcallAgentId, otherJustcallAgentIds = [], justcallEmail: before, ...known } = person.found;
    const { formerJustcallEmails = [], ...rest } = known;
    const accounts = { id: justcallAgentId, others: otherJustcallAgentIds };
    const { id, others, email, former } = accountsAfter(
      person._id,
      { ...accounts, email: before, former: formerJustcallEmails },
      listing,
    );
    const { justcallEmail, ...unmatched } = person;
    const inForce = justcallEmail === before ? email : justcallEmail;
    const found: Found = {
      ...rest,
      ...(id !== undefined && { justcallAgentId: id }),
      ...(others.length > 0 && { otherJustcallAgentIds: [...others].sort() }),
      ...(email !== undefined && { justcallEmail: email }),
      ...(former.length > 0 && { formerJustcallEmails: former }),
    };
    people.set(person._id, { ...unmatched, ...(inForce !== undefined && { justcallEmail: inForce }), found });
  }
}

/**
 * Finds the accounts of a person: those that have their Slack address, and those that were theirs before, whatever they are called now
 * and whether they are still listed. One that has somebody else's Slack address by now is that one's; what it was called before stays
 * theirs. First among them is the one that has their address, or else the one that was.
 */
function accountsAfter(userId: string, before: SourceAccounts, listing: Listing): SourceAccounts {
  const { byId, byUser, holders, heldBy } = listing;
  const kept = [before.id, ...before.others].filter(isText).filter((id) => (holders.get(id) ?? userId) === userId);
  const held = heldBy.get(userId) ?? [];
  const stays = before.id !== undefined && held.includes(before.id) ? before.id : undefined;
  const found = byUser.get(userId);
  const id = stays ?? (found === undefined ? kept[0] : idOf(found));
  const all = new Set([...held, ...kept]);
  const others = [...all].filter((one) => one !== id);
  const addressOf = (one: string) => foldAddress(byId.get(one)?.email) ?? undefined;
  const isFree = (address: string) => (listing.byAddress.get(address) ?? []).every((one) => all.has(one));
  const had = [...before.former, before.email, ...others.map(addressOf)].filter(isText).filter(isFree);
  const email = (id === undefined ? undefined : addressOf(id)) ?? had.find((address) => address === before.email);
  const former = had.filter((address) => address !== email);
  return { id, others, email, former: [...new Set(former)] };
}

function isText(text: string | undefined): text is string {
  return text !== undefined;
}

function givenAddress(
  copperUserId: number,
  { given, listing }: { given: Found["given"]; listing: Listing },
): Pick<Found, "given"> {
  const copperEmail = foldAddress(listing.byId.get(String(copperUserId))?.email);
  if (copperEmail !== null) return { given: { copperUserId, copperEmail } };
  return given?.copperUserId === copperUserId ? { given } : {};
}

function listingOf(people: ReadonlyMap<string, Person>, list: readonly ListedPerson[]): Listing {
  const users = byAddress(people);
  const held = list.flatMap((one): [ListedPerson, string][] => {
    const userId = users.get(foldAddress(one.email) ?? "");
    return userId === undefined ? [] : [[one, userId]];
  });
  return {
    byId: new Map(list.map((one) => [idOf(one), one])),
    byUser: new Map(held.map(([one, userId]) => [userId, one])),
    holders: new Map(held.map(([one, userId]) => [idOf(one), userId])),
    heldBy: idsBy(held.map(([one, userId]) => [userId, idOf(one)])),
    byAddress: idsBy(list.map((one) => [foldAddress(one.email), idOf(one)])),
  };
}

/** Groups the ids of accounts, each once, by what they have in common; `null` is nothing in common. */
function idsBy(
  accounts: readonly (readonly [by: string | null, id: string])[],
): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, Set<string>>();
  for (const [by, id] of accounts) {
    if (by !== null) ids.set(by, (ids.get(by) ?? new Set()).add(id));
  }
  return new Map([...ids].map(([by, those]) => [by, [...those]]));
}

function idOf({ id, owner }: ListedPerson): string {
  return id ?? owner;
}

/** Maps each Slack address to its owner: the one active in Slack where two had it one after the other, or else the last who was. */
function byAddress(people: ReadonlyMap<string, Person>): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { _id, email } of holdersFirst([...people.values()], ({ found }) => found.active)) {
    if (email !== null && !owners.has(email)) owners.set(email, _id);
  }
  return owners;
}
