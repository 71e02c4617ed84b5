import type { Fact, ListedPerson } from "../metrics/fact";
import { namesOfOwner } from "../metrics/owner-name";
import { isSealed, type Seal } from "../metrics/seal";
import { SOURCES, type SourceId } from "../metrics/sources";
import { foldAddress, type Member } from "../people/person";
import { accountKey, memberKey, nameKey, salesmanKey } from "./identity";
import { isNamedByPerson, namesIn, unnamed } from "./names-in";

/** What is left of somebody who was erased. */
export interface Erased {
  /** Their pseudonym: the id of their totals and the owner of their records. */
  readonly _id: string;
  readonly at: Date;
  /** Keyed hashes of all by which they were known. */
  readonly keys: readonly string[];
}

/** Recognizes people who were erased, wherever they come up again. */
export interface Tombstones {
  hasUser(userId: string): boolean;
  hasMember(member: Pick<Member, "id" | "email">): boolean;
  /** Tells whether a source's list names one of them. */
  hasListed(source: SourceId, person: ListedPerson): boolean;
  /** Gives the records of one of them to their pseudonym, and takes the name off those of others that are called by theirs or sent to them. */
  withPseudonym(fact: Fact): Fact;
  /** Gives their pseudonym in place of a salesman's name, and any other name as it is. */
  salesman(name: string): string;
}

/** How many names of records are remembered with the answer: contacts come again and again. */
const MAX_REMEMBERED = 20_000;

export function tombstones(erased: readonly Erased[], seal: Seal): Tombstones {
  const pseudonyms = new Map(erased.flatMap(({ _id, keys }) => keys.map((key) => [key, _id] as const)));
  const find = (text: string) => (pseudonyms.size === 0 ? null : (pseudonyms.get(seal(text)) ?? null));
  const ofAddress = (address: string | null) =>
    // A sealed one is sensitive to case.
    find(address !== null && isSealed(address) ? address : (foldAddress(address) ?? ""));
  const ofOwner = (source: SourceId, owner: string): string | null => {
    if (SOURCES[source].mapsBy === "salesman") {
      return namesOfOwner(owner).reduce<string | null>((first, name) => first ?? find(salesmanKey(name)), null);
    }
    return ofAddress(owner) ?? find(accountKey(source, owner));
  };
  const remembered = new Map<string, boolean>();
  const namesOne = (recordName: string): boolean => {
    if (pseudonyms.size === 0) return false;
    const known = remembered.get(recordName);
    if (known !== undefined) return known;
    const found = namesIn(recordName).some((name) => find(nameKey(name)) !== null);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(recordName, found);
    return found;
  };
  return {
    hasUser: (userId) => find(memberKey(userId)) !== null,
    hasMember: ({ id, email }) => (find(memberKey(id)) ?? ofAddress(email)) !== null,
    hasListed: (source, { id, owner, email }) =>
      (ofOwner(source, owner) ?? ofAddress(email) ?? find(accountKey(source, id ?? owner))) !== null,
    withPseudonym: (fact) => {
      const owner = ofOwner(fact.source, fact.owner);
      const theirs = owner === null ? fact : { ...fact, owner };
      // Who was erased before names were kept has no key of their own: mail to them is known by its addresses alone.
      const isOfOne = () => namesOne(fact.name ?? "") || (fact.to ?? []).some((address) => ofAddress(address) !== null);
      return isNamedByPerson(fact) && isOfOne() ? unnamed(theirs) : theirs;
    },
    salesman: (name) => find(salesmanKey(name)) ?? name,
  };
}
