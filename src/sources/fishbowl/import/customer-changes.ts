import { foldName } from "../../../metrics/owner-name";
import type { ReadOrder } from "./file/read-order";
import type { StoredCustomer, TypeOrigin } from "./order-change";

/** What an import does to one customer. */
export interface CustomerChange {
  readonly _id: string | number;
  readonly name: string;
  /** What the file or the groups say; the store gives it to customers whose type was not set by hand. `null` for nothing. */
  readonly accountType: string | null;
  readonly isNew: boolean;
  /** Whether its orders move from one metric to another. */
  readonly changesType: boolean;
  readonly typeBefore: string | null;
  readonly typeAfter: string | null;
  /** All account types that the file gives it, where it gives more than one. */
  readonly fileTypes: readonly string[];
}

type Named = Pick<ReadOrder, "customerId" | "customerName" | "accountType" | "dateIssued">;

/** The customers of a file: whose id an order gets, and which customers change. */
export interface CustomerBook {
  idOf(order: Named): string;
  /** The account type of a customer that is stored. */
  typeOf(id: string): string | null;
  /** Every customer of the orders, once; those that stay as they are among them. */
  changes(orders: readonly Named[]): readonly (CustomerChange & Changing)[];
}

interface Changing {
  /** Whether its name or its account type becomes another. */
  readonly changes: boolean;
  /** Whether there is anything to be written, be it only where its type came from. */
  readonly writes: boolean;
}

/**
 * Fishbowl's own export knows customers by name only: such an order belongs to the customer of that name, whatever its
 * case, and else to a new one whose id is made of the name, which a report that knows the id later finds again.
 *
 * @param from where the orders have account types from: a file that says none says nothing, while a customer in no group has none.
 */
export function customerBook(stored: readonly StoredCustomer[], from: TypeOrigin = "file"): CustomerBook {
  const byId = new Map(stored.map((customer) => [String(customer._id), customer]));
  const byName = new Map<string, StoredCustomer>();
  for (const customer of [...stored].sort(byText)) {
    const name = foldName(customer.name ?? "");
    if (name !== "" && !byName.has(name)) byName.set(name, customer);
  }
  const idOf = ({ customerId, customerName }: Named): string => {
    const made = `name:${foldName(customerName)}`;
    if (customerId === null) return String(byName.get(foldName(customerName))?._id ?? made);
    return !byId.has(customerId) && byId.has(made) ? made : customerId;
  };
  const changes = (orders: readonly Named[]) => {
    const inFile = new Map<string, CustomerInFile>();
    for (const order of orders) {
      const id = idOf(order);
      const { latest, typed, types } = inFile.get(id) ?? { latest: order, typed: null, types: new Set<string>() };
      if (order.accountType !== null) types.add(order.accountType);
      inFile.set(id, {
        latest: later(latest, order),
        typed: order.accountType === null ? typed : later(typed, order),
        types,
      });
    }
    return [...inFile].map(([id, one]) => changeOf(id, { inFile: one, stored: byId.get(id), from }));
  };
  return { idOf, typeOf: (id) => byId.get(id)?.accountType ?? null, changes };
}

/** What a file says of one customer. */
interface CustomerInFile {
  readonly latest: Named;
  /** The latest order that says its account type. */
  readonly typed: Named | null;
  readonly types: Set<string>;
}

function later(one: Named | null, other: Named): Named {
  return one === null || age(one) < age(other) ? other : one;
}

function changeOf(
  id: string,
  { inFile, stored, from }: { inFile: CustomerInFile; stored: StoredCustomer | undefined; from: TypeOrigin },
) {
  const { customerId, customerName } = inFile.latest;
  const accountType = inFile.typed?.accountType ?? null;
  // By name alone it was found in another case, too: that is no new name.
  const name = customerId === null ? (stored?.name ?? customerName) : customerName;
  const byHand = stored !== undefined && stored.accountType !== null && stored.accountType !== stored.importedType;
  const typeBefore = stored?.accountType ?? null;
  const isTakenBack = from === "groups" && stored?.typeFrom === "groups";
  const typeAfter = byHand ? typeBefore : (accountType ?? (isTakenBack ? null : typeBefore));
  const isNoted = byHand || accountType === null || stored?.typeFrom === from || keepsOrigin(from, stored, accountType);
  const changes = stored === undefined || typeAfter !== typeBefore || name !== stored.name;
  const types = new Map([...inFile.types].sort().map((type) => [foldName(type), type]));
  return {
    _id: stored?._id ?? id,
    name,
    accountType,
    isNew: stored === undefined,
    changesType: stored !== undefined && foldName(typeAfter ?? "") !== foldName(typeBefore ?? ""),
    typeBefore,
    typeAfter,
    fileTypes: types.size > 1 ? [...types.values()] : [],
    changes,
    writes: changes || !isNoted,
  };
}

/** Groups that say what a file said before are no reason to take it back once they say nothing. */
function keepsOrigin(from: TypeOrigin, stored: StoredCustomer | undefined, accountType: string): boolean {
  return from === "groups" && stored?.typeFrom === "file" && stored.accountType === accountType;
}

/** Ranks orders: the latest knows the customer's name and type; of one day, any order of rows must agree. */
function age({ dateIssued, customerName, accountType }: Named): string {
  return `${dateIssued ?? "0000-00-00"} ${customerName}\n${accountType ?? ""}`;
}

function byText(a: StoredCustomer, b: StoredCustomer): number {
  return String(a._id) < String(b._id) ? -1 : 1;
}

/**
 * One customer's write. An account type that somebody set by hand stays: it is one that no import set, which the server
 * sees at the very moment of writing. One that groups gave is taken away by groups that say none.
 */
export function customerUpdate({ _id, name, accountType, from = "file" }: CustomerWrite) {
  const typed = accountType !== null ? typeUnlessByHand(accountType, from) : from === "groups" ? WITHOUT_GROUPS : {};
  return { updateOne: { filter: { _id }, update: [{ $set: { name: { $literal: name }, ...typed } }], upsert: true } };
}

/** A customer to be written; without `from` it comes from a file, as those do that a file of before left to be written. */
export type CustomerWrite = Pick<CustomerChange, "_id" | "name" | "accountType"> & { readonly from?: TypeOrigin };

const IS_IMPORTED = { $eq: ["$accountType", "$importedType"] } as const;

function typeUnlessByHand(accountType: string, from: TypeOrigin) {
  const none = { $in: [{ $ifNull: ["$accountType", ""] }, ["", []]] };
  const ours = { $or: [none, IS_IMPORTED] };
  const given = { $literal: accountType };
  const saidBefore = { $and: [{ $eq: ["$accountType", given] }, { $eq: ["$typeFrom", "file"] }] };
  const origin = from === "file" ? from : { $cond: [saidBefore, "file", from] };
  return {
    accountType: { $cond: [ours, given, "$accountType"] },
    importedType: { $cond: [ours, given, "$importedType"] },
    typeFrom: { $cond: [ours, origin, "$typeFrom"] },
  };
}

const takenBack = (field: string) => ({
  $cond: [{ $and: [IS_IMPORTED, { $eq: ["$typeFrom", "groups"] }] }, "$$REMOVE", field],
});
const WITHOUT_GROUPS = {
  accountType: takenBack("$accountType"),
  importedType: takenBack("$importedType"),
  typeFrom: takenBack("$typeFrom"),
};
