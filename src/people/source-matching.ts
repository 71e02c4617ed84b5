import type { ListedPerson } from "../metrics/fact";
import type { Found, Person } from "./person";
import { foldAddress } from "./person";

/** What is known of the account that a person has at a source. */
interface SourceAccount {
  readonly id: string | undefined;
  readonly email: string | undefined;
  readonly former: readonly string[];
}

/** A source's list: by the source's ids, and by the people whose Slack address an account has. */
interface Listing {
  readonly byId: ReadonlyMap<string, ListedPerson>;
  readonly byUser: ReadonlyMap<string, ListedPerson>;
  /** The people whose Slack address an account has, by its id. */
  readonly holders: ReadonlyMap<string, string>;
  readonly addresses: ReadonlySet<string | null>;
}

/** Finds each person's Copper user, whatever was set by hand, which stays beside it with the address it stands for. */
export function matchCopper(people: Map<string, Person>, list: readonly ListedPerson[]): void {
  const listing = listingOf(people, list);
  for (const person of people.values()) {
    const { copperUserId: before, copperEmail, formerCopperEmails = [], given, ...known } = person.found;
    const { otherCopperUserIds = [], ...rest } = known;
    const account = { id: before?.toString(), email: copperEmail, former: formerCopperEmails };
    const { id, email, former } = accountAfter(person._id, account, listing);
    const others = otherAccounts(person._id, { listing, id, before: [before, ...otherCopperUserIds] });
    const { copperUserId, ...unmatched } = person;
    const byHand = copperUserId === before ? undefined : copperUserId;
    const found: Found = {
      ...rest,
      ...(id !== undefined && { copperUserId: Number(id) }),
      ...(others.length > 0 && { otherCopperUserIds: others }),
      ...(email !== undefined && { copperEmail: email }),
      ...(former.length > 0 && { formerCopperEmails: former }),
      ...(byHand !== undefined && givenAddress(byHand, { given, listing })),
    };
    const inForce = byHand ?? found.copperUserId;
    people.set(person._id, { ...unmatched, ...(inForce !== undefined && { copperUserId: inForce }), found });
  }
}

/** Finds each person's JustCall agent, whatever was set by hand. */
export function matchJustCall(people: Map<string, Person>, list: readonly ListedPerson[]): void {
  const listing = listingOf(people, list);
  for (const person of people.values()) {
    const { justcallAgentId, justcallEmail: before, formerJustcallEmails = [], ...rest } = person.found;
    const known = { id: justcallAgentId, email: before, former: formerJustcallEmails };
    const { id, email, former } = accountAfter(person._id, known, listing);
    const { justcallEmail, ...others } = person;
    const inForce = justcallEmail === before ? email : justcallEmail;
    const found: Found = {
      ...rest,
      ...(id !== undefined && { justcallAgentId: id }),
      ...(email !== undefined && { justcallEmail: email }),
      ...(former.length > 0 && { formerJustcallEmails: former }),
    };
    people.set(person._id, { ...others, ...(inForce !== undefined && { justcallEmail: inForce }), found });
  }
}

/**
 * Finds the account with the person's Slack address, else the one that was theirs before, whose address may have changed
 * since. One that has somebody else's Slack address by now is that one's; what it was called before stays theirs.
 */
function accountAfter(userId: string, before: SourceAccount, listing: Listing): SourceAccount {
  const remembered = before.id === undefined ? undefined : listing.byId.get(before.id);
  const holder = remembered === undefined ? undefined : listing.holders.get(idOf(remembered));
  const taken = holder !== undefined && holder !== userId;
  const own = holder === userId ? remembered : (listing.byUser.get(userId) ?? (taken ? undefined : remembered));
  const email = foldAddress(own?.email) ?? before.email;
  const had = email === before.email ? before.former : [...before.former, before.email];
  const former = had.filter((one) => one !== undefined && one !== email && !listing.addresses.has(one));
  const id = own === undefined ? before.id : idOf(own);
  return { id: own === undefined && taken ? undefined : id, email, former: [...new Set(former)].filter(isText) };
}

/**
 * Finds the further accounts of a person: those that have their Slack address beside the one that was found, and those that
 * were theirs before and are listed no more, as when an admin made an account anew. Their records stay theirs.
 */
function otherAccounts(
  userId: string,
  { listing, id, before }: { listing: Listing; id: string | undefined; before: readonly (number | undefined)[] },
): readonly number[] {
  const held = [...listing.holders].flatMap(([account, holder]) => (holder === userId ? [Number(account)] : []));
  const former = before.filter((one) => one !== undefined).filter((one) => !listing.byId.has(String(one)));
  return [...new Set([...held, ...former])].filter((one) => String(one) !== id).sort((a, b) => a - b);
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
    addresses: new Set(list.map(({ email }) => foldAddress(email))),
  };
}

function idOf({ id, owner }: ListedPerson): string {
  return id ?? owner;
}

/** Maps each Slack address to its owner: the one active in Slack where two had it one after the other. */
function byAddress(people: ReadonlyMap<string, Person>): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { _id, email, found } of people.values()) {
    if (email !== null && (found.active || !owners.has(email))) owners.set(email, _id);
  }
  return owners;
}
