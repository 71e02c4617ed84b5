import fc from "fast-check";
import { aFile } from "../../support/builders/orders";
import { testDatabase } from "../../support/env/database";
import { anImporter, heldLease, typedOrders } from "../../support/harness/fishbowl-import";
import { CHANGED, cell, fishbowlPullHarness, NEXT_NIGHT, tenDollars } from "../../support/harness/fishbowl-pull";
import { sale } from "../../support/harness/fishbowl-server";
import { cellsOf } from "../../support/harness/sync";

/** `HISTORIES=100` plays a hundred, which takes two minutes. */
const HISTORIES = Number(process.env.HISTORIES ?? 6);

type Harness = Awaited<ReturnType<typeof fishbowlPullHarness>>;
const ISSUED = fc.constantFrom("2026-09-18", "2026-10-12", "2026-10-20", "2026-10-28");
/** The group of a customer; "" for none. */
const TYPE = fc.constantFrom("Wholesale", "Distribution", "VIP", "");
/** An order by its place among those that there are. */
const place = fc.nat(5);

type Event =
  | { readonly kind: "change"; readonly place: number; readonly to: object }
  | { readonly kind: "renumber" | "rename" | "remove"; readonly place: number; readonly to: string }
  | { readonly kind: "add"; readonly to: string }
  | {
      readonly kind: "import";
      readonly place: number;
      readonly line: Readonly<Record<"date" | "status" | "type", string>>;
    }
  | { readonly kind: "retype"; readonly customer: number; readonly to: string };

const change = fc.oneof(
  fc.record({ statusId: fc.constantFrom(10, 20, 60, 80) }),
  fc.record({ dateIssued: fc.option(ISSUED.map((on) => `${on} 12:00:00`)) }),
  fc.record({ items: fc.integer({ min: -5_000, max: 99_999 }).map((cents) => [sale((cents / 100).toFixed(2))]) }),
  fc.record({ customerId: fc.constantFrom(1, 2) }),
);
const line = fc.record({
  date: fc.constantFrom("09/18/2026", "10/12/2026", "10/27/2026"),
  status: fc.constantFrom("Issued", "Void"),
  type: fc.constantFrom("Wholesale", "Distribution"),
});
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant("change" as const), place, to: change }),
  fc.record({
    kind: fc.constantFrom("renumber" as const, "rename" as const, "remove" as const),
    place,
    to: fc.integer({ min: 1, max: 9 }).map((number) => `SO-${number}`),
  }),
  fc.record({ kind: fc.constant("add" as const), to: ISSUED }),
  fc.record({ kind: fc.constant("import" as const), place, line }),
  fc.record({ kind: fc.constant("retype" as const), customer: fc.constantFrom(1, 2), to: TYPE }),
);

describe("any history of orders that are pulled, with files imported over them,", () => {
  const test = testDatabase();

  it("ends with the figures of Fishbowl's last state, each order counted once", async () => {
    const nights = fc.array(fc.array(event, { maxLength: 6 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(nights, async (history) => {
        for (const collection of await test.db.collections()) await collection.deleteMany({});
        const harness = await fishbowlPullHarness(test.db);
        harness.server.account.customers.add({ id: 2, accountId: 102, name: "Beta", groups: ["Wholesale"] });
        const types: Types = new Map([[1, { type: "Wholesale", from: "groups" }]]);
        try {
          for (const events of history) {
            for (const one of events) {
              await happens(one, harness);
              if (one.kind === "import" && isThere(one.place, harness))
                types.set(1, { type: one.line.type, from: "file" });
            }
            await harness.night(NEXT_NIGHT);
            pulls(types, harness);
            const { results } = await harness.sync("2026-09-01", "2026-10-29");

            expect(results.errors).toEqual([]);
            const found = Object.entries(await cellsOf(test.db)).filter(([, dollars]) => dollars !== 0);
            expect(Object.fromEntries(found)).toEqual(countedNow(harness, types));
          }
        } finally {
          await harness.server.close();
        }
      }),
      { numRuns: HISTORIES, seed: Number(process.env.SEED ?? 13), endOnFailure: true },
    );
  }, 600_000);

  async function happens(one: Event, { server }: Harness): Promise<void> {
    const { orders, customers } = server.account;
    if (one.kind === "retype") return customers.change(one.customer, { groups: one.to === "" ? [] : [one.to] });
    if (one.kind === "add") {
      const num = `SO-${orders.unusedId}0`;
      return orders.add(tenDollars(orders.unusedId, one.to, { num, ...CHANGED }));
    }
    const order = orders.all()[one.place];
    if (order === undefined) return;
    const { id, num } = order;
    if (one.kind === "change") orders.change(id, { ...one.to, ...CHANGED });
    if (one.kind === "rename") orders.change(id, { num: num.toLowerCase(), ...CHANGED });
    if (one.kind === "remove") orders.remove(id);
    if (one.kind === "import") await imports(typedOrders({ ...one.line, order: num, account: "101", rep: "aray" }));
    if (one.kind === "renumber") {
      // No two orders have one number: they change places.
      const holder = orders.all().find((other) => other.num.toUpperCase() === one.to);
      if (holder !== undefined) orders.change(holder.id, { num, ...CHANGED });
      orders.change(id, { num: one.to, ...CHANGED });
    }
  }

  async function imports(text: string): Promise<void> {
    const importer = anImporter(test.db);
    const id = `i${await test.db.collection("fishbowl_imports").countDocuments()}`;
    await importer.prepare(aFile(text), { id, by: "UALEX", at: NEXT_NIGHT });
    for (const one of await importer.write(heldLease)) await importer.synced(one);
  }
});

/** The account type of each customer that has one, and what said it last. */
type Types = Map<number, { readonly type: string; readonly from: "file" | "groups" }>;

function isThere(place: number, { server }: Harness): boolean {
  return server.account.orders.all()[place] !== undefined;
}

/** What a pull makes of the types of those whose orders it lists: groups that say none take back what groups said alone. */
function pulls(types: Types, { server }: Harness): void {
  const { orders, customers } = server.account;
  for (const id of new Set(orders.all().map(({ customerId }) => customerId))) {
    const [type] = customers.get(id)?.groups ?? [];
    const known = types.get(id);
    if (type !== undefined && known?.type !== type) types.set(id, { type, from: "groups" });
    if (type === undefined && known?.from === "groups") types.delete(id);
  }
}

/** The totals of what Fishbowl has, by their ids, without those of 0. */
function countedNow({ server }: Harness, types: Types): Readonly<Record<string, number>> {
  const { orders } = server.account;
  const cents = new Map<string, number>();
  for (const { dateIssued, statusId, customerId, items } of orders.all()) {
    const type = types.get(customerId)?.type.toLowerCase();
    if (dateIssued === null || ![20, 60].includes(statusId) || type === undefined || type === "vip") continue;
    const id = cell(dateIssued.slice(0, 10), `new_sales_${type}`);
    const amount = items.reduce((sum, { totalPrice }) => sum + Math.round(Number(totalPrice) * 100), 0);
    cents.set(id, (cents.get(id) ?? 0) + amount);
  }
  return Object.fromEntries([...cents].flatMap(([id, sum]) => (sum === 0 ? [] : [[id, sum / 100] as const])));
}
