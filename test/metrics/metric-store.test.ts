import { mongoClient } from "../../src/database/client";
import { factStore } from "../../src/metrics/fact-store";
import { metricStore } from "../../src/metrics/metric-store";
import { type Cell, type CellChange, cellId, rollup } from "../../src/metrics/rollup";
import { day, zoneDays } from "../../src/time/day";
import { aFact, leftOut } from "../support/builders/facts";
import { testDatabase } from "../support/env/database";

const monday = new Date("2025-10-13T08:00:00Z");
const tuesday = new Date("2025-10-14T08:00:00Z");
const today = day("2025-10-10");

function total(value: number, given: Partial<Cell> = {}): CellChange {
  const key = { userId: "U01", type: "phone_call_quantity", day: today, source: "justcall", ...given } as const;
  const date = zoneDays("America/New_York").startOf(key.day);
  return { change: "created", cell: { _id: cellId(key), value, date, records: value, ...key } };
}

describe("the store of daily totals", () => {
  const test = testDatabase();
  const all = () => test.db.collection("metrics").find().sort({ _id: 1 }).toArray();

  it("keeps exactly the document that the product promises", async () => {
    await metricStore(test.db).save([total(3)], { asOf: 7, now: monday });

    expect(await all()).toEqual([
      {
        _id: "U01_phone_call_quantity_2025-10-10_justcall",
        userId: "U01",
        type: "phone_call_quantity",
        value: 3,
        date: new Date("2025-10-10T04:00:00Z"),
        day: "2025-10-10",
        source: "justcall",
        metadata: { records: 3, asOf: 7 },
        createdAt: monday,
        updatedAt: monday,
      },
    ]);
  });

  it("keeps when a total was made and moves when it changed", async () => {
    const store = metricStore(test.db);
    await store.save([total(3)], { asOf: 1, now: monday });

    await store.save([total(2)], { asOf: 2, now: tuesday });

    const [document] = await all();
    expect(document).toMatchObject({
      value: 2,
      metadata: { records: 2, asOf: 2 },
      createdAt: monday,
      updatedAt: tuesday,
    });
  });

  it("case 28: does not let an earlier run overwrite what a later one wrote", async () => {
    const store = metricStore(test.db);
    await store.save([total(3)], { asOf: 5, now: monday });
    const mark = await test.oplogMark();

    await store.save([total(9)], { asOf: 4, now: tuesday });

    expect((await all())[0]).toMatchObject({ value: 3, metadata: { asOf: 5 }, updatedAt: monday });
    expect(await test.oplogWrites(["metrics"], mark)).toBe(0);
  });

  it("refuses a second document for one user, metric, day and source", async () => {
    await metricStore(test.db).save([total(3)], { asOf: 1, now: monday });
    const [first] = await all();

    const second = test.db.collection<{ _id: string }>("metrics").insertOne({ ...first, _id: "another" });

    await expect(second).rejects.toMatchObject({ code: 11000 });
  });

  it("takes eight writers of the same totals at once, and the latest run's stand", async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => mongoClient(test.uri).connect()));
    const cells = (value: number) =>
      Array.from({ length: 200 }, (_, index) => total(value, { userId: `U${String(index).padStart(3, "0")}` }));

    await Promise.all(
      clients.map((client, index) =>
        metricStore(client.db(test.name)).save(cells(index + 1), { asOf: index + 1, now: monday }),
      ),
    );
    await Promise.all(clients.map((client) => client.close()));

    const documents = await all();
    expect(documents.length).toBe(200);
    expect(new Set(documents.map(({ value, metadata }) => `${value} ${metadata.asOf}`))).toEqual(new Set(["8 8"]));
  });

  it("case 27: takes a thousand writes of one total by eight writers, and the latest run's stands", async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => mongoClient(test.uri).connect()));
    const writes = clients.map(async (client, writer) => {
      const store = metricStore(client.db(test.name));
      for (let nth = 0; nth < 125; nth += 1) {
        const asOf = nth * 8 + writer;
        await store.save([total(asOf + 1)], { asOf, now: monday });
      }
    });

    await Promise.all(writes);
    await Promise.all(clients.map((client) => client.close()));

    expect(await all()).toMatchObject([{ value: 1_000, metadata: { asOf: 999 } }]);
  });

  it("sums what counts by source, metric and owner, gone and left-out facts aside, foreign names as they are", async () => {
    const facts = factStore(test.db);
    const talk = (id: string, amount: number) => aFact(id, { type: "talk_time_minutes", owner: "__proto__", amount });
    await facts.save(
      {
        write: [talk("1", 20), talk("2", 25), aFact("3"), leftOut(aFact("4"), "no"), aFact("5", { day: "2025-10-11" })],
        gone: [],
      },
      1,
    );

    const cells = await metricStore(test.db).ownerCells({ from: today, to: today });

    const base = { source: "justcall", day: today };
    expect([...cells].sort((a, b) => (a.owner < b.owner ? -1 : 1))).toEqual([
      { ...base, type: "talk_time_minutes", owner: "__proto__", amount: 45, records: 2 },
      { ...base, type: "phone_call_quantity", owner: "ana@acme.example", amount: 1, records: 1 },
    ]);
  });

  it("writes nothing the second time the same facts are rolled up", async () => {
    const store = metricStore(test.db);
    await factStore(test.db).save(
      { write: [aFact("1"), aFact("2"), aFact("2", { type: "talk_time_minutes", amount: 100 })], gone: [] },
      1,
    );
    const roll = async (asOf: number, now: Date) => {
      const rolled = rollup(await store.ownerCells({ from: today, to: today }), {
        standing: await store.cellsOf({ from: today, to: today }),
        userOf: () => "U01",
        days: zoneDays("America/New_York"),
      });
      await store.save(rolled.changes, { asOf, now });
      return rolled.unchanged;
    };
    await roll(1, monday);
    const mark = await test.oplogMark();

    const unchanged = await roll(2, tuesday);

    expect(unchanged).toEqual(new Map([["justcall", 2]]));
    expect(await test.oplogWrites(["metrics"], mark)).toBe(0);
    expect((await all()).map(({ value, updatedAt }) => ({ value, updatedAt }))).toEqual([
      { value: 2, updatedAt: monday },
      { value: 1.67, updatedAt: monday },
    ]);
  });

  it("sums a person's metrics over several ranges, both ends included, over all sources", async () => {
    const on = (text: string, value: number, given: Partial<Cell> = {}) => total(value, { day: day(text), ...given });
    await metricStore(test.db).save(
      [
        on("2025-09-30", 1),
        on("2025-10-01", 2),
        on("2025-10-06", 4),
        on("2025-10-10", 8),
        on("2025-10-10", 16, { source: "copper" }),
        on("2025-10-10", 0.1, { type: "talk_time_minutes" }),
        on("2025-10-09", 0.2, { type: "talk_time_minutes" }),
        on("2025-10-12", 32, { userId: "U02" }),
      ],
      { asOf: 1, now: monday },
    );
    const stretches = [
      { from: today, to: today },
      { from: day("2025-10-06"), to: day("2025-10-12") },
      { from: day("2025-10-01"), to: day("2025-10-31") },
    ];

    const everybody = await metricStore(test.db).sums(stretches);
    const one = await metricStore(test.db).sums(stretches, ["U02"]);

    expect([...everybody].sort((a, b) => (a.userId + a.type < b.userId + b.type ? -1 : 1))).toEqual([
      { userId: "U01", type: "phone_call_quantity", sums: [24, 28, 30] },
      { userId: "U01", type: "talk_time_minutes", sums: [0.1, 0.3, 0.3] },
      { userId: "U02", type: "phone_call_quantity", sums: [0, 32, 32] },
    ]);
    expect(one).toEqual([{ userId: "U02", type: "phone_call_quantity", sums: [0, 32, 32] }]);
    expect(await metricStore(test.db).sums([])).toEqual([]);
  });
});
