import { foldName } from "../metrics/owner-name";
import type { Seal } from "../metrics/seal";
import { bySource, type SourceId } from "../metrics/sources";
import { foldAddress, type Person, type Salesman } from "../people/person";
import { roster } from "../people/roster";
import { sealedRoster } from "../people/sealed-roster";
import { comparedName } from "./names-in";

/** Everything by which one person is known, and by which nobody else is. */
export interface Identity {
  /** Slack's member id. */
  readonly userId: string;
  readonly name: string;
  /** In lower case. */
  readonly addresses: readonly string[];
  /** Their addresses as mails hold them. */
  readonly sealedAddresses: readonly string[];
  /** Ids at Copper and JustCall. */
  readonly accounts: readonly { readonly source: SourceId; readonly id: string }[];
  /** The names by which orders name them. */
  readonly salesmen: readonly string[];
  /** The owners of stored facts that are theirs, by source. */
  readonly owners: Readonly<Record<SourceId, readonly string[]>>;
}

/** Who is who, as it is stored. */
export interface WhoIsWho {
  readonly people: readonly Person[];
  readonly salesmen: readonly Salesman[];
  readonly seal: Seal;
}

/** Collects all by which somebody is known. What is by now another person's is that one's. */
export function identityOf(person: Person, { people, salesmen, seal }: WhoIsWho): Identity {
  const { _id: userId, found } = person;
  const who = roster(people, salesmen);
  const others = new Set(people.flatMap(({ _id, email }) => (_id === userId || email === null ? [] : [email])));
  const known = [
    ...[person.email, person.justcallEmail, found.copperEmail, found.justcallEmail, found.given?.copperEmail],
    ...[...(person.addresses ?? []), ...(found.formerEmails ?? [])],
    ...[...(found.formerCopperEmails ?? []), ...(found.formerJustcallEmails ?? [])],
  ].flatMap((address) => foldAddress(address) ?? []);
  const addresses = [...new Set(known)].filter((address) => !others.has(address));
  const copper = [person.copperUserId, found.copperUserId, ...(found.otherCopperUserIds ?? [])].flatMap((id) =>
    id === undefined ? [] : [String(id)],
  );
  const agents = [found.justcallAgentId ?? [], found.otherJustcallAgentIds ?? []].flat();
  const isTheirs = (id: string) => (who.userOf("copper", id) ?? userId) === userId;
  const sealed = sealedRoster(who, seal);
  return {
    userId,
    name: person.name,
    addresses,
    sealedAddresses: addresses.map(seal),
    accounts: [
      ...[...new Set(copper)].filter(isTheirs).map((id) => ({ source: "copper" as const, id })),
      ...agents.map((id) => ({ source: "justcall" as const, id })),
    ],
    salesmen: salesmen.flatMap((one) => (one.userId === userId ? [one._id] : [])),
    owners: bySource((source) => sealed.ownersOf(source, userId)),
  };
}

/** What marks somebody as erased: nothing that can be read, but each name of theirs can be recognized by it. */
export function tombstoneKeys(identity: Identity, seal: Seal): readonly string[] {
  const { userId, name, addresses, accounts, salesmen } = identity;
  return [
    seal(memberKey(userId)),
    ...addresses.map(seal),
    ...accounts.map(({ source, id }) => seal(accountKey(source, id))),
    ...salesmen.map((name) => seal(salesmanKey(name))),
    seal(nameKey(name)),
  ];
}

export function memberKey(userId: string): string {
  return `member:${userId}`;
}

export function accountKey(source: SourceId, id: string): string {
  return `account:${source}:${id}`;
}

/** Marks somebody's own name, by which others' records may be called. */
export function nameKey(name: string): string {
  return `name:${comparedName(name)}`;
}

export function salesmanKey(name: string): string {
  return `salesman:${foldName(name)}`;
}
