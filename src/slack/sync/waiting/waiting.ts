import type { NameSum } from "../../../metrics/fact-summary-store";
import type { SourceId } from "../../../metrics/sources";

/** Somebody at a source, with their records that count for no one until they are matched. */
export interface WaitingOwner {
  readonly source: SourceId;
  readonly name: string;
  /** What a mapping is stored under; `null` where the source gives nothing to store it under. */
  readonly owner: string | null;
  readonly records: number;
  /** Their sum in dollars; `null` for records without one. */
  readonly value: number | null;
}

/** What is credited to no one until an admin acts, with its records and their sum in cents. */
export type Waiting = { readonly records: number; readonly cents: number } & (
  | { readonly kind: "account-type"; readonly customers: readonly NameSum[] }
  | { readonly kind: "match"; readonly owner: WaitingOwner }
);

/** All that waits, and what it comes to: every page that speaks of it has it from here, so that no two disagree. */
export interface WaitingList {
  /** The most money first, owed or taken back, then the most records; all customers without an account type are one of them. */
  readonly all: readonly Waiting[];
  readonly records: number;
  readonly cents: number;
}

/**
 * Lists what waits: orders whose customers have no account type, in cents, and whoever has records and is matched to no one. No
 * record is in both: an order without an account type is no one's until it has one.
 */
export function waitingList({
  untyped,
  owners,
}: {
  readonly untyped: readonly NameSum[];
  readonly owners: readonly WaitingOwner[];
}): WaitingList {
  const all = [...untypedOf(untyped), ...owners.filter(({ records }) => records > 0).map(matchOf)];
  return {
    all: all.sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents) || b.records - a.records),
    records: sumOf(all, "records"),
    cents: sumOf(all, "cents"),
  };
}

function untypedOf(customers: readonly NameSum[]): readonly Waiting[] {
  if (customers.length === 0) return [];
  const cents = customers.reduce((sum, { amount }) => sum + amount, 0);
  return [{ kind: "account-type", customers, records: sumOf(customers, "records"), cents }];
}

function matchOf(owner: WaitingOwner): Waiting {
  return { kind: "match", owner, records: owner.records, cents: Math.round((owner.value ?? 0) * 100) };
}

function sumOf<K extends string>(all: readonly Readonly<Record<K, number>>[], field: K): number {
  return all.reduce((sum, one) => sum + one[field], 0);
}
