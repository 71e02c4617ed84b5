import { foldName } from "../../../metrics/owner-name";
import { type Day, type DayRange, parseDay, type ZoneDays } from "../../../time/day";
import {
  UNDO_HOURS,
  type UndoneCounts,
  type UndoneImport,
  type UndoOutcome,
  type UndoRefusal,
} from "../../import-undo";
import type { OrdersStore } from "../orders-store";
import { customersOf } from "./compare-orders";
import { type CustomerBook, customerBook } from "./customer-changes";
import { type EffectSettings, Effects } from "./effects";
import type { ImportStore, StoredImport } from "./import-store";
import { storedCustomer, storedOrder } from "./order-change";
import { type RecordSnapshot, recordsOf, type SnapshotDocument } from "./record-snapshot-store";

/** How many changed records are named. */
const MAX_NAMED = 3;
const OVER = { kind: "over" } as const;

export interface UndoDeps {
  readonly imports: ImportStore;
  readonly orders: OrdersStore;
  readonly days: ZoneDays;
  /** Reads the first day whose records are kept; figures of days before it change no more. */
  readonly firstRetained: () => Promise<Day>;
  /** Who salesmen are by the mappings as they stand now. */
  readonly readReps: () => Promise<EffectSettings["repOf"]>;
}

/** Decides to put back what was before an import, if all of it is as the import left it; the caller holds the imports' lease. */
export async function undoImport(
  id: string,
  { by, at }: { readonly by: string; readonly at: Date },
  deps: UndoDeps,
): Promise<UndoOutcome> {
  const { imports, orders, days, firstRetained, readReps } = deps;
  const found = await imports.one(id);
  const refusal = await refusalOf(found, { at, imports });
  if (found === null || refusal !== null) return refusal ?? OVER;
  const effects = new Effects({ days, firstRetained: await firstRetained(), repOf: await readReps() });
  const sum = new UndoSum(effects, customerBook(await customersOf(orders)));
  const changed: RecordSnapshot[] = [];
  let count = 0;
  for await (const batch of imports.kept(id)) {
    count += batch.length;
    changed.push(...(await imports.changedSince(batch)));
    for (const record of batch.flatMap(recordsOf)) sum.add(record);
  }
  if (count !== found.changes) return OVER;
  const lost = changed.filter(({ kind }) => kind !== "last");
  if (lost.length > 0) return changedRefusal(lost);
  for await (const order of ordersOf(sum.retyped, deps)) sum.addOther(order);
  // An order that is put back may lie on no day again, or on one that is not synced, and is missing where it was, too.
  const undone = { by, at, takenOut: sum.orders.out + sum.orders.back };
  if (!(await imports.undo(found, { undone, days: sum.daysWith(found.days) }))) return OVER;
  const { orders: sold, customers } = sum;
  const [reps, credit] = [effects.changes({ withOrders: true }), effects.credit()];
  return { kind: "undone", undone: { name: found.name, orders: sold, customers, reps, credit } };
}

async function refusalOf(
  found: StoredImport | null,
  { at, imports }: { readonly at: Date } & Pick<UndoDeps, "imports">,
): Promise<UndoRefusal | null> {
  if (found === null) return OVER;
  if (found.undone !== undefined) return { kind: "again", by: found.undone.by, at: found.undone.at };
  const later = await imports.after(found);
  if (later !== null) return { kind: "later", name: later.name, by: later.by, at: later.at };
  return at.getTime() - found.at.getTime() >= UNDO_HOURS * 3_600_000 ? OVER : null;
}

async function* ordersOf(customerIds: readonly SnapshotDocument["_id"][], { orders }: UndoDeps) {
  if (customerIds.length > 0) yield* orders.ordersOfCustomers(customerIds);
}

function changedRefusal(changed: readonly RecordSnapshot[]): UndoRefusal {
  const of = (kind: RecordSnapshot["kind"]) => changed.filter((record) => record.kind === kind);
  const [sold, known] = [of("order"), of("customer")];
  const named = [
    ...sold.flatMap(({ after }) => storedOrder.parse(after ?? {}).soNumber ?? []),
    ...known.flatMap(({ after }) => storedCustomer.safeParse(after).data?.name ?? []),
  ];
  return { kind: "changed", orders: sold.length, customers: known.length, named: named.slice(0, MAX_NAMED) };
}

/** Adds up what putting records back does, customers first, as an import has them. */
class UndoSum implements Pick<UndoneImport, "orders" | "customers"> {
  readonly orders = { out: 0, back: 0 };
  readonly customers = { out: 0, back: 0 };
  /** Customers whose account type goes back. */
  readonly retyped: SnapshotDocument["_id"][] = [];
  private readonly typeBefore = new Map<string, string | null>();
  private readonly seen = new Set<string>();
  private readonly days = new Set<Day>();

  constructor(
    private readonly effects: Effects,
    /** As customers are now. */
    private readonly book: CustomerBook,
  ) {}

  add({ kind, before, after }: RecordSnapshot): void {
    if (kind === "last" || after === null) return;
    const counts: { -readonly [part in keyof UndoneCounts]: number } = kind === "order" ? this.orders : this.customers;
    counts[before === null ? "out" : "back"] += 1;
    if (kind === "order") {
      this.addOrder(before, after);
      return;
    }
    const types = [before, after].map(typeOf);
    this.typeBefore.set(String(after._id), types[0] ?? null);
    if (foldName(types[0] ?? "") !== foldName(types[1] ?? "")) this.retyped.push(after._id);
  }

  /** An order of a customer whose account type goes back; those that go back themselves are added already. */
  addOther(document: unknown): void {
    const order = document as SnapshotDocument;
    if (!this.seen.has(String(order._id))) this.addOrder(order, order);
  }

  /** From the first to the last day whose figures change, those of the import among them. */
  daysWith(imported: DayRange | null): DayRange | null {
    const all = [...this.days, ...(imported === null ? [] : [imported.from, imported.to])].sort();
    const [from, to] = [all[0], all.at(-1)];
    return from === undefined || to === undefined ? null : { from, to };
  }

  private addOrder(before: SnapshotDocument | null, after: SnapshotDocument): void {
    this.seen.add(String(after._id));
    const then = before === null ? null : { order: before, accountType: this.typeThen(before) };
    this.effects.add({ order: after, accountType: this.book.typeOf(customerOf(after)) }, then);
    for (const order of [before, after]) {
      const issued = order === null ? null : parseDay(storedOrder.parse(order).dateIssued ?? "");
      if (issued !== null) this.days.add(issued);
    }
  }

  private typeThen(order: SnapshotDocument): string | null {
    const id = customerOf(order);
    return this.typeBefore.has(id) ? (this.typeBefore.get(id) ?? null) : this.book.typeOf(id);
  }
}

function customerOf(order: SnapshotDocument): string {
  return storedOrder.parse(order).customerId ?? "";
}

function typeOf(customer: SnapshotDocument | null): string | null {
  return customer === null ? null : storedCustomer.parse(customer).accountType;
}
