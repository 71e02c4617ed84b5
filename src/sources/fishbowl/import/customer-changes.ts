import type { KeptCustomer } from "./order-change";
import type { ReadOrder } from "./read-order";

/** What an import does to one customer. */
export interface CustomerChange {
  readonly _id: string | number;
  readonly name: string;
  /** What the file says; the store gives it to customers whose type was not set by hand. `null` for nothing. */
  readonly accountType: string | null;
  readonly isNew: boolean;
  /** Whether its orders move from one metric to another. */
  readonly changesType: boolean;
  /** Whether it has an account type in the end. */
  readonly hasType: boolean;
}

type Named = Pick<ReadOrder, "customerId" | "customerName" | "accountType" | "dateIssued">;

/** The customers of a file: whose id an order gets, and which customers change. */
export interface CustomerBook {
  idOf(order: Named): string;
  /** Every customer of the orders, once; those that stay as they are among them. */
  changes(orders: readonly Named[]): readonly (CustomerChange & { readonly changes: boolean })[];
}

/**
 * Fishbowl's own export knows customers by name only: such an order belongs to the customer of that name, whatever its
 * case, and else to a new one whose id is made of the name, which a report that knows the id later finds again.
 */
export function customerBook(kept: readonly KeptCustomer[]): CustomerBook {
  const byId = new Map(kept.map((customer) => [String(customer._id), customer]));
  const byName = new Map<string, KeptCustomer>();
  for (const customer of [...kept].sort(byText)) {
    const name = nameKey(customer.name ?? "");
    if (name !== "" && !byName.has(name)) byName.set(name, customer);
  }
  const idOf = ({ customerId, customerName }: Named): string => {
    const made = `name:${nameKey(customerName)}`;
    if (customerId === null) return String(byName.get(nameKey(customerName))?._id ?? made);
    return !byId.has(customerId) && byId.has(made) ? made : customerId;
  };
  const changes = (orders: readonly Named[]) => {
    const latest = new Map<string, Named>();
    for (const order of orders) {
      const id = idOf(order);
      const other = latest.get(id);
      if (other === undefined || age(other) < age(order)) latest.set(id, order);
    }
    return [...latest].map(([id, order]) => changeOf(id, { order, kept: byId.get(id) }));
  };
  return { idOf, changes };
}

function changeOf(id: string, { order, kept }: { order: Named; kept: KeptCustomer | undefined }) {
  const { customerId, accountType } = order;
  // By name alone it was found in another case, too: that is no new name.
  const name = customerId === null ? (kept?.name ?? order.customerName) : order.customerName;
  const byHand = kept !== undefined && kept.accountType !== null && kept.accountType !== kept.importedType;
  const typeAfter = byHand || accountType === null ? (kept?.accountType ?? null) : accountType;
  const changesType = kept !== undefined && typeAfter !== kept.accountType;
  return {
    _id: kept?._id ?? id,
    name,
    accountType,
    isNew: kept === undefined,
    changesType,
    hasType: typeAfter !== null,
    changes: kept === undefined || changesType || name !== kept.name,
  };
}

/** Of two orders, the later one knows the customer's name and type; where both are of one day, any order of rows must agree. */
function age({ dateIssued, customerName, accountType }: Named): string {
  return `${dateIssued ?? "0000-00-00"} ${customerName}\n${accountType ?? ""}`;
}

function nameKey(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLowerCase();
}

function byText(a: KeptCustomer, b: KeptCustomer): number {
  return String(a._id) < String(b._id) ? -1 : 1;
}

/**
 * One customer's write. An account type that somebody set by hand stays: it is one that no import set, which the server
 * sees at the very moment of writing.
 */
export function customerUpdate({ _id, name, accountType }: Pick<CustomerChange, "_id" | "name" | "accountType">) {
  const typed = accountType === null ? {} : typeUnlessByHand(accountType);
  return { updateOne: { filter: { _id }, update: [{ $set: { name: { $literal: name }, ...typed } }], upsert: true } };
}

function typeUnlessByHand(accountType: string) {
  const none = { $in: [{ $ifNull: ["$accountType", ""] }, ["", []]] };
  const ours = { $or: [none, { $eq: ["$accountType", "$importedType"] }] };
  const given = { $literal: accountType };
  return {
    accountType: { $cond: [ours, given, "$accountType"] },
    importedType: { $cond: [ours, given, "$importedType"] },
  };
}
