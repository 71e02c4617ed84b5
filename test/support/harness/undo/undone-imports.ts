import { fishbowlSource } from "../../../../src/sources/fishbowl";
import { importStore } from "../../../../src/sources/fishbowl/import/import-store";
import { fishbowlCollections, ordersStore } from "../../../../src/sources/fishbowl/orders-store";
import { acquireLease } from "../../../../src/sync/lease";
import { type OrderImports, orderImports } from "../../../../src/sync/order-imports";
import type { Day } from "../../../../src/time/day";
import { aFile } from "../../builders/orders";
import { aMember, byEmail } from "../../builders/people";
import { days } from "../../builders/team-zone";
import type { TestDatabase } from "../../env/database";
import { memoryLog } from "../../fakes/memory-log";
import { scriptedSource } from "../../fakes/scripted-source";
import { realSleep } from "../../wait";
import { allDaysRetained, anImporter, typedOrders } from "../fishbowl-import";
import { syncHarness } from "../sync";

/** Two reps and an order without a type. */
export const FIRST = typedOrders(
  { order: "1" },
  { order: "2", rep: "B. Lee", total: "40.25" },
  { order: "3", account: "C-3" },
);
/** Voids, moves, retypes and adds. */
export const SECOND = typedOrders(
  { order: "1", status: "Void" },
  { order: "2", rep: "A. Ray", total: "45.25", date: "10/20/2026" },
  { order: "3", account: "C-3", type: "Distribution" },
  { order: "4", total: "7.10", date: "10/21/2026" },
  { order: "5", account: "C-5", type: "", total: "9" },
);
/** After the clock of the harness. */
export const LATER = new Date("2026-10-28T22:00:00Z");

/** A document by its collection and key. */
type Stored = Readonly<Record<string, unknown>> & { readonly _id: string };

/** Imports with the sync after each, as the app makes them; the test sets the clock of both. */
export async function undoneImports(
  test: TestDatabase,
  { firstRetained = allDaysRetained as () => Promise<Day> } = {},
) {
  await test.db.collection<Stored>("fishbowl_users_map").insertMany([
    { _id: "A. Ray", userId: "UANA" },
    { _id: "B. Lee", userId: "UBEN" },
  ]);
  let ids = 0;
  const broken = { sync: false };
  /** What a sync that has ended waits for before it is told. */
  const held = { until: Promise.resolve() };
  const store = importStore(
    test.db,
    ordersStore(test.db, async () => (name) => name),
  );
  const imports: OrderImports = orderImports({
    importer: anImporter(test.db, { firstRetained }),
    acquireLease: () => acquireLease(test.db, { name: "import", owner: "test" }),
    requestSync: async (ask) => {
      if (broken.sync) throw new Error("no database");
      const { until } = held;
      const report = await syncing.queue.request(ask);
      await until;
      return report;
    },
    ...{ days, firstRetained, now: () => syncing.clock.now, newId: () => `import-${ids++}` },
    ...{ sleep: () => realSleep(1), log: memoryLog() },
  });
  const fishbowl = fishbowlSource({
    ...{ collections: fishbowlCollections(test.db), days, finishImports: imports.finish },
    unreadImports: async () => (await store.all(["pending", "undoing", "written"])).map((one) => one.days),
    takenOut: store.takenOut,
  });
  const syncing = syncHarness(test.db, {
    sources: [scriptedSource("copper", []), scriptedSource("justcall", []), fishbowl],
    members: ["ana", "ben"].map((name) => aMember(`U${name.toUpperCase()}`, byEmail(`${name}@acme.com`))),
  });
  return {
    ...syncing,
    imports,
    broken,
    held,
    apply: async (text: string, name = "orders.csv") => {
      const applied = await imports.apply(aFile(text, name), "UALEX");
      return { ...applied, id: applied.id ?? "", report: (await applied.sync?.report) ?? null };
    },
    undo: async (id: string, by = "UALEX") => {
      const outcome = await imports.undo(id, by);
      return outcome.kind === "undone" ? { ...outcome, report: (await outcome.sync?.report) ?? null } : outcome;
    },
    /** All that an import changes, and the figures that come of it. */
    stands: async () => {
      const all = (name: string, filter: object = {}) =>
        test.db.collection(name).find(filter).sort({ _id: 1 }).toArray();
      const cells = (await all("metrics")).filter(({ value }) => value !== 0);
      const live = (await all("facts")).filter(({ gone }) => gone !== true);
      return {
        orders: await all("fishbowl_sales_orders"),
        customers: await all("fishbowl_customers"),
        last: await all("settings", { _id: "fishbowl:import" }),
        cells: cells.map(({ _id, value }) => [String(_id), value]),
        facts: live.map(({ _id, counts, why, owner, amount, day }) => ({
          _id: String(_id),
          counts,
          why,
          owner,
          amount,
          day,
        })),
      };
    },
  };
}
