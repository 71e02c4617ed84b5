import { periodOf } from "../../../goals/goal";
import type { MoneyRecord, MoneyRecordStore } from "../../../metrics/money-record-store";
import { bySource } from "../../../metrics/sources";
import type { PeopleStore } from "../../../people/people-store";
import type { Person } from "../../../people/person";
import { roster } from "../../../people/roster";
import type { Day, DayRange } from "../../../time/day";
import type { ReportedOrders } from "../../planned-message";
import type { Digest } from "../digest";
import { fallenOrders, idsOf, movedOrders, reportedOrders } from "./month-orders";
import type { ReportedOrdersStore } from "./reported-orders-store";

/** Reads the orders behind the money of a month. */
export interface MonthOrdersDeps {
  readonly records: MoneyRecordStore;
  readonly reported: ReportedOrdersStore;
  salesmen: PeopleStore["salesmen"];
}

/** A digest that says which orders made its months fall, and the orders of which the months consist that it tells. */
export interface DigestWithOrders {
  readonly digest: Digest;
  readonly orders: readonly ReportedOrders[];
}

interface Readers {
  /** The Slack ids of whoever reads the digests, by the digest's id. */
  readonly readers: ReadonlyMap<string, string>;
  readonly people: readonly Person[];
}

/**
 * Adds to digests which orders made a month's money fall since it was told: where that is not known, or does not come to what is told, it says
 * nothing of them. Two queries for all who have money in their digest, and two more for all of whom a month fell.
 */
export async function withMonthOrders(
  digests: ReadonlyMap<string, Digest>,
  { readers, people }: Readers,
  deps: MonthOrdersDeps,
): Promise<ReadonlyMap<string, DigestWithOrders>> {
  const all = [...digests].map(([id, digest]) => ({ id, to: readers.get(id) ?? "", digest }));
  const counting = await countingOrders(
    all.filter(({ digest }) => hasMonth(digest)),
    { people, deps },
  );
  const fell = all.filter(({ digest }) => digest.corrections.some(({ isMonth }) => isMonth === true));
  const told = await deps.reported.lately(fell.map(({ to, digest: { day } }) => ({ to, day })));
  const fallen = new Map(fell.map(({ id, to, digest }) => [id, fallenOrders(digest, told.get(to) ?? [])]));
  const stored = await deps.records.byId([...new Set([...fallen.values()].flat().flatMap(idsOf))]);
  return new Map(
    all.map(({ id, to, digest }) => {
      const own = counting.get(to) ?? [];
      const corrections = digest.corrections.map((one) => {
        const known = (fallen.get(id) ?? []).find(({ correction }) => correction === one);
        const moved = known === undefined ? null : movedOrders(known, { goals: digest.goals, counting: own, stored });
        return moved === null ? one : { ...one, moved };
      });
      return [id, { digest: { ...digest, corrections }, orders: reportedOrders(digest.reported, own) }];
    }),
  );
}

function hasMonth({ reported, corrections }: Digest): boolean {
  return [...reported.filter(({ month }) => month), ...corrections.filter(({ isMonth }) => isMonth)].length > 0;
}

interface Reader {
  readonly to: string;
  readonly digest: Digest;
}

/** The orders that count of these people and of the months of their digests, by Slack's id. */
async function countingOrders(
  wanted: readonly Reader[],
  { people, deps }: { readonly people: readonly Person[]; readonly deps: MonthOrdersDeps },
): Promise<ReadonlyMap<string, readonly MoneyRecord[]>> {
  const days = spanOf(wanted.map(({ digest }) => digest.day));
  if (days === null) return new Map();
  const who = roster(people, await deps.salesmen());
  const users = new Set(wanted.map(({ to }) => to));
  const owners = bySource((source) => who.owners(source).filter((owner) => users.has(who.userOf(source, owner) ?? "")));
  const orders = new Map<string, MoneyRecord[]>();
  for (const one of await deps.records.counting(owners, days)) {
    const user = who.userOf(one.source, one.owner) ?? "";
    const own = orders.get(user) ?? [];
    own.push(one);
    orders.set(user, own);
  }
  return orders;
}

/** The months of these days. */
function spanOf(days: readonly Day[]): DayRange | null {
  const months = days.map((day) => periodOf("monthly", day)).sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}
