import type { Day, ZoneDays } from "../../../time/day";
import type { ImportPreview, OrderFile, OrderImporter, WrittenImport } from "../../order-importer";
import type { OrdersStore, RecordChange } from "../orders-store";
import type { MoneySettings } from "./cells/currency";
import { changesOf, customersOf } from "./compare-orders";
import { type CustomerChange, customerBook } from "./customer-changes";
import { Effects, type RepOf } from "./effects";
import type { ReadFile } from "./file/file-reading";
import { readFile } from "./file/read-file";
import type { ImportStore, StoredImport } from "./import-store";
import { storedOrder } from "./order-change";
import { PreviewSum } from "./preview";
import { TypeEffects } from "./type-effects";
import { undoImport } from "./undo-import";

/** How many orders are compared at a time. */
const BATCH = 250;

export interface ImporterDeps {
  readonly imports: ImportStore;
  readonly orders: OrdersStore;
  readonly days: ZoneDays;
  readonly money: MoneySettings;
  /** In the team's zone. */
  readonly today: () => Day;
  /** Reads the first day whose records are kept; figures of days before it change no more. */
  readonly firstRetained: () => Promise<Day>;
  /** Who salesmen are by the mappings as they stand now. */
  readonly readReps: () => Promise<RepOf>;
}

/** Takes Fishbowl's exports over into our own collections; orders that a file does not have stay as they are. */
export function fishbowlImporter(deps: ImporterDeps): OrderImporter {
  const { imports, days, money } = deps;
  const nowhere = async () => {};
  return {
    preview: async (file) => {
      const read = await readFile(file, { days, money });
      return compared({ name: file.name, read }, { deps, save: nowhere });
    },
    prepare: async (file, by) => {
      const read = await readFile(file, { days, money });
      if (read.refused.count > 0) return compared({ name: file.name, read }, { deps, save: nowhere });
      const { id } = by;
      await imports.begin({ _id: id, by: by.by, at: by.at, name: file.name, rows: read.rows });
      const save = (changes: readonly RecordChange[]) => imports.addChanges(id, changes);
      const preview = await compared({ name: file.name, read }, { deps, save });
      await imports.commit(id, preview.days);
      return preview;
    },
    undo: (id, by) => undoImport(id, by, deps),
    unfinished: async () => (await imports.all(["pending", "undoing", "written"])).length > 0,
    write: async (checkLease) => {
      for (const pending of await imports.all(["pending", "undoing"])) await imports.write(pending, checkLease);
      return (await imports.all(["written"])).map(writtenImport);
    },
    synced: ({ id, takenOut }) => imports.synced({ id, undone: takenOut !== undefined }),
  };
}

function writtenImport({ _id: id, by, days, undone }: StoredImport): WrittenImport {
  return undone === undefined ? { id, by, days } : { id, by: undone.by, days, takenOut: undone.takenOut };
}

interface CompareDeps {
  readonly deps: ImporterDeps;
  readonly save: (changes: readonly RecordChange[]) => Promise<void>;
}

async function compared(
  { name, read }: { name: OrderFile["name"]; read: ReadFile },
  { deps, save }: CompareDeps,
): Promise<ImportPreview> {
  const { orders: store, days } = deps;
  const firstRetained = await deps.firstRetained();
  const sum = new PreviewSum({ today: deps.today(), firstRetained });
  const book = customerBook(read.orders.length === 0 ? [] : await customersOf(store));
  const customers = book.changes(read.orders);
  const changing = customers.filter(({ changes }) => changes);
  const settings = { days, firstRetained, repOf: await deps.readReps() };
  const [effects, types] = [new Effects(settings), new TypeEffects(customers, settings)];
  const retyped = customers.filter(({ changesType }) => changesType).map(({ _id }) => _id);
  if (retyped.length > 0) sum.touch(await store.daysOf(retyped));
  const written = customers.filter(({ writes }) => writes);
  await save(written.map(({ _id, name: called, accountType }) => ({ customer: { _id, name: called, accountType } })));
  const typeAfter = new Map(customers.map((customer) => [String(customer._id), customer.typeAfter]));
  const seen = new Set<string>();
  for (let at = 0; at < read.orders.length; at += BATCH) {
    const changes = await changesOf(read.orders.slice(at, at + BATCH), { store, book });
    for (const change of changes) {
      const { stored, set } = change;
      sum.add(change);
      seen.add(set.soNumber);
      types.add(set.customerId, { stored, order: set });
      const before = stored === null ? null : { order: stored, accountType: book.typeOf(stored.customerId ?? "") };
      effects.add(before, { order: set, accountType: typeAfter.get(set.customerId) ?? null });
    }
    const written = changes.filter(({ kind }) => kind !== "unchanged");
    await save(written.map(({ set, kind }) => ({ order: { set, kind } })));
  }
  await addOthers({ customers, retyped, seen }, { store, effects, types });
  const accountTypes = { count: types.count, changes: types.changes() };
  return sum.preview({
    name,
    file: read,
    customers: changing,
    named: customers,
    reps: effects.changes({ withOrders: true }),
    credit: effects.credit(),
    accountTypes,
  });
}

interface Retyped {
  readonly customers: readonly CustomerChange[];
  readonly retyped: readonly (string | number)[];
  /** The numbers of the file's orders. */
  readonly seen: ReadonlySet<string>;
}

/** Orders that the file does not have change, too, where their customer's account type does. */
async function addOthers(
  { customers, retyped, seen }: Retyped,
  { store, effects, types }: { store: OrdersStore; effects: Effects; types: TypeEffects },
): Promise<void> {
  if (retyped.length === 0) return;
  const changes = new Map(customers.map((customer) => [String(customer._id), customer]));
  for await (const document of store.ordersOfCustomers(retyped)) {
    const { soNumber, customerId } = idsOf(document);
    const customer = changes.get(customerId);
    if (seen.has(soNumber) || customer === undefined) continue;
    types.add(customerId, { stored: document, order: document });
    effects.add(
      { order: document, accountType: customer.typeBefore },
      { order: document, accountType: customer.typeAfter },
    );
  }
}

function idsOf(document: unknown): { readonly soNumber: string; readonly customerId: string } {
  const read = storedOrder.safeParse(document);
  return { soNumber: read.data?.soNumber ?? "", customerId: read.data?.customerId ?? "" };
}
