import type { Document } from "mongodb";
import { fishbowlSource } from "../../../src/sources/fishbowl";
import { fishbowlCollections } from "../../../src/sources/fishbowl/orders-store";
import { SourceError } from "../../../src/sources/source-error";
import { day, zoneDays } from "../../../src/time/day";
import { testDatabase } from "../../support/env/database";

const days = zoneDays("America/Los_Angeles");
const october = days.instantsOf({ from: day("2025-10-01"), to: day("2025-10-31") });

describe("the Fishbowl source", () => {
  const test = testDatabase();
  const open = () => fishbowlSource({ collections: fishbowlCollections(test.db), days }).open(october);
  const read = async (window = october) => (await open()).read(window);
  const keepOrders = (...orders: readonly Document[]) =>
    test.db.collection("fishbowl_sales_orders").insertMany([...orders]);
  const keepCustomers = (...customers: readonly Document[]) =>
    test.db.collection<Document>("fishbowl_customers").insertMany([...customers]);
  const order = (soNumber: string | number, given: Document = {}) => ({
    soNumber,
    status: "Issued",
    customerId: "77",
    salesman: "A. Ray",
    dateIssued: "2025-10-10",
    total: 10,
    ...given,
  });
  beforeEach(() => keepCustomers({ _id: "77", name: "Acme", accountType: "Wholesale" }));

  it("is as old as the last import, and says that it cannot tell where none is noted", async () => {
    const unknown = await open();
    const at = new Date("2025-10-09T15:00:00Z");
    await test.db.collection<{ _id: string; at: Date }>("settings").insertOne({ _id: "fishbowl:import", at });

    const known = await open();

    expect([unknown.asOf, unknown.notes]).toEqual([
      undefined,
      [expect.stringMatching(/can't tell how recent these orders are/)],
    ]);
    expect([known.asOf, known.notes]).toEqual([at, undefined]);
  });

  it("reads the orders of the window's days with their customers' account types", async () => {
    await keepCustomers({ _id: "78", accountType: "Distributor" });
    await keepOrders(
      order("1", { dateIssued: "2025-09-30" }),
      order("2", { dateIssued: "2025-10-01" }),
      order("3", { dateIssued: "2025-10-31", customerId: "78", total: 20.25 }),
      order("4", { dateIssued: "2025-11-01" }),
      order("5", { status: "Void" }),
    );

    const fact = { source: "fishbowl", owner: "A. Ray" };
    expect(await read()).toEqual({
      kind: "complete",
      leftOut: new Map(),
      overlap: [],
      unreadable: new Set(),
      facts: [
        {
          ...fact,
          recordId: "2",
          name: "Acme",
          type: "new_sales_wholesale",
          at: new Date("2025-10-01T07:00:00Z"),
          day: "2025-10-01",
          amount: 1000,
          counts: true,
        },
        {
          ...fact,
          recordId: "3",
          type: "new_sales_distribution",
          at: new Date("2025-10-31T07:00:00Z"),
          day: "2025-10-31",
          amount: 2025,
          counts: true,
        },
        {
          ...fact,
          recordId: "5",
          name: "Acme",
          type: "new_sales_wholesale",
          at: new Date("2025-10-10T07:00:00Z"),
          day: "2025-10-10",
          amount: 1000,
          counts: false,
          why: "order is Void",
        },
      ],
    });
  });

  it("finds a customer whose id is a number on either side", async () => {
    await keepCustomers({ _id: 79, accountType: "Distribution" }, { _id: "80", accountType: "Distribution" });
    await keepOrders(order(1, { customerId: 79 }), order(2, { customerId: "79" }), order(3, { customerId: 80 }));

    const found = await read();

    expect(found).toMatchObject({
      facts: ["1", "2", "3"].map((recordId) => ({ recordId, type: "new_sales_distribution", counts: true })),
    });
  });

  it("leaves out an order whose customer is unknown, and says why", async () => {
    await keepOrders(order("1", { customerId: "99" }), order("2", { customerId: undefined }));

    expect(await read()).toMatchObject({
      facts: ["1", "2"].map((recordId) => ({ recordId, counts: false, why: "customer has no account type" })),
    });
  });

  it("tells how many orders have no issue date that can be read, those aside that would count for nothing anyway", async () => {
    await keepOrders(
      order("1", { dateIssued: null }),
      order("2", { dateIssued: "10/10/2025" }),
      order("3", { dateIssued: 45_940 }),
      order("4", { dateIssued: null, status: "Estimate" }),
      order("5", { dateIssued: null, status: "VOID" }),
      order("6"),
    );

    expect(await read()).toMatchObject({ leftOut: new Map([["order has no issue date", 3]]) });
  });

  it("has no list of people, asks nobody for anything, and takes an order that is not there for gone", async () => {
    await keepOrders(order("1"));
    const reading = await open();
    const found = await reading.read(october);
    const facts = found.kind === "complete" ? found.facts : [];

    expect({ ...reading, read: 0, gone: 0, usage: reading.usage() }).toMatchObject({
      people: null,
      notices: [],
      read: 0,
      gone: 0,
      usage: { pages: 0, requests: 0 },
    });
    expect(await reading.missing(facts)).toEqual(facts);
    expect(await reading.verify(facts)).toEqual({ gone: facts, found: [], unanswered: [] });
  });

  it("asks for a smaller window where there are too many orders, but never cuts a day", async () => {
    const many = Array.from({ length: 20_001 }, (_, index) => order(String(index)));
    await keepOrders(...many);

    const [month, one] = [
      await read(),
      await read(days.instantsOf({ from: day("2025-10-10"), to: day("2025-10-10") })),
    ];

    expect(month).toEqual({ kind: "too-many", records: null });
    expect(one.kind === "complete" && one.facts.length).toBe(20_001);
  });

  it("gives a day to the part of a cut that holds its first instant", async () => {
    await keepOrders(order("1"));
    const noon = new Date("2025-10-10T19:00:00Z");

    const parts = [
      await read({ since: october.since, until: noon }),
      await read({ since: noon, until: october.until }),
    ];

    expect(parts.map((part) => part.kind === "complete" && part.facts.length)).toEqual([1, 0]);
  });

  it("fails in words when the database does not answer", async () => {
    const collections = {
      ...fishbowlCollections(test.db),
      customers: () => Promise.reject(new Error("connection lost")),
    };
    const reading = await fishbowlSource({ collections, days }).open(october);

    const failure = await reading.read(october).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(SourceError);
    expect(failure).toMatchObject({
      source: "fishbowl",
      fault: "unreachable",
      message: "Fishbowl's orders could not be read from the database.",
    });
  });
});
