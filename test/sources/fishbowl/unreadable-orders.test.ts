import type { Document } from "mongodb";
import { fishbowlSource } from "../../../src/sources/fishbowl";
import { fishbowlCollections } from "../../../src/sources/fishbowl/orders-store";
import { day, zoneDays } from "../../../src/time/day";
import { testDatabase } from "../../support/env/database";

const days = zoneDays("America/Los_Angeles");
const october = days.instantsOf({ from: day("2025-10-01"), to: day("2025-10-31") });

describe("an order that the Fishbowl source cannot read", () => {
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

  it("drops and counts an order it cannot read, and goes on", async () => {
    await keepOrders(order("1", { total: "ten" }), order("2"), { ...order("3"), soNumber: undefined }, order("4"));

    expect(await read()).toMatchObject({
      facts: [{ recordId: "2" }, { recordId: "4" }],
      leftOut: new Map([["could not be read", 2]]),
    });
  });

  it("keeps the number of an order that cannot be read any more, and takes back one that is not there", async () => {
    await keepOrders(order("A:1"), order("2"), order("3"), order("4"), order("5"));
    const session = await open();
    const before = await session.read(october);
    const facts = before.kind === "complete" ? before.facts : [];
    const orders = test.db.collection("fishbowl_sales_orders");
    await orders.updateOne({ soNumber: "A:1" }, { $set: { total: "ten" } });
    await orders.updateOne({ soNumber: "2" }, { $set: { dateIssued: "10/10/2025" } });
    await orders.deleteOne({ soNumber: "3" });

    const gone = await session.missing(facts.slice(0, 3));

    expect(gone.map(({ recordId }) => recordId)).toEqual(["3"]);
  });

  it("fails in words when most of the orders cannot be read", async () => {
    await keepOrders(order("1", { total: "ten" }), order("2", { total: null }), order("3"));

    await expect(read()).rejects.toMatchObject({
      fault: "unexpected-answer",
      message: "2 of 3 orders in fishbowl_sales_orders cannot be read (number, total or issue date)",
    });
  });
});
