import type { FakeFishbowl } from "../../../src/demo/fishbowl/fake-fishbowl";
import { report } from "../../support/builders/orders";
import { readText } from "../../support/harness/fishbowl-import";
import { customer, fishbowlServerHarness, order, sale } from "../../support/harness/fishbowl-server";

describe("a row that Fishbowl's server answers", () => {
  const { start: harness, kept: stored } = fishbowlServerHarness();
  const answering = (server: FakeFishbowl, change: (row: Readonly<Record<string, unknown>>) => object) =>
    server.faults.push({
      match: ({ body }) => typeof body === "string" && !body.includes("COUNT"),
      times: "always",
      effect: { kind: "rewrite", body: (rows) => (Array.isArray(rows) ? rows.map(change) : rows) },
    });

  it("reads keys in any case, and days with and without a time", async () => {
    const { server, read } = await harness();
    answering(server, ({ accountid, customername, dateissued, ...row }) => ({
      ...row,
      accountId: accountid,
      CUSTOMERNAME: customername,
      dateIssued: String(dateissued).slice(0, 10),
    }));

    await read();

    expect(await stored("fishbowl_sales_orders")).toMatchObject([
      { customerId: "101", dateIssued: "2026-10-15", total: 10.5 },
    ]);
    expect(server.requests).toHaveLength(3);
  });

  it("names a voided order as files do", async () => {
    const { read } = await harness({ records: { orders: [order(1, { statusId: 80 })], customers: [customer(1)] } });

    expect(await read()).toMatchObject({ read: { facts: [{ counts: false, why: "order is Void" }] } });
  });

  it.each([
    ["total", { goods: "ten" }, "total could not be read"],
    ["total", { goods: null }, "total could not be read"],
    ["total", { goods: undefined }, "total could not be read"],
    ["issue date", { dateissued: "soon" }, "issue date could not be read"],
    ["issue date", { dateissued: undefined }, "issue date could not be read"],
  ])("leaves an order as it was when its %s cannot be read: %j", async (_what, wrong, why) => {
    const orders = [order(1), order(2), order(3)];
    const { server, read } = await harness({ records: { orders, customers: [customer(1)] } });
    await read();
    answering(server, (row) => (row.id === 2 ? { ...row, ...wrong } : row));

    expect(await read()).toMatchObject({
      read: { facts: [{}, { amount: 1_050, counts: true }, {}], leftOut: new Map([[why, 1]]) },
    });
  });

  it("takes an order whose line of goods has no price for one that cannot be read, and one without goods for nothing", async () => {
    const orders = [
      order(1, { items: [sale("10.5"), { ...sale("1"), totalPrice: null }] }),
      order(2, { items: [{ ...sale("1"), typeId: 90, totalPrice: null }] }),
      order(3),
    ];
    const { read } = await harness({ records: { orders, customers: [customer(1)] } });

    expect(await read()).toMatchObject({ read: { leftOut: new Map([["total could not be read", 1]]) } });
    expect((await stored("fishbowl_sales_orders")).map((one) => "total" in one && one.total)).toEqual([0, 10.5]);
  });

  it("fails in words when most of what Fishbowl answers cannot be read, and logs out", async () => {
    const orders = [order(1), order(2), order(3)];
    const { server, read, failure, paths } = await harness({ records: { orders, customers: [customer(1)] } });
    await read();
    answering(server, (row) => (row.id === 1 ? row : { ...row, dateissued: "soon" }));

    expect(await failure()).toEqual({
      fault: "unexpected-answer",
      message: "2 of the 3 orders that Fishbowl answered cannot be read (2: issue date could not be read)",
    });
    expect(paths().at(-1)).toBe("/logout");
    expect(await stored("fishbowl_sales_orders")).toHaveLength(3);
  });

  it("leaves orders in another currency to files, and says how many", async () => {
    const orders = [order(1), order(2, { currencyRate: 0.73 }), order(3)];
    const { server, read } = await harness({ records: { orders: orders.slice(0, 1), customers: [customer(1)] } });
    await read();
    for (const one of orders.slice(1)) server.account.orders.add(one);

    expect(await read()).toMatchObject({
      read: {
        facts: [{ recordId: "SO-1" }, { recordId: "SO-3" }],
        leftOut: new Map([["order is in another currency: import it by a file", 1]]),
      },
    });
  });

  it.each([
    ["Shipping & Handling", 10.5],
    ["FREIGHT-OUT", 10.5],
    ["Credit Card Fee 3%", 10.5],
    ["Misc. Credit", 9.5],
    ["Discount", 9.5],
    ["Card reader, no monthly fee", 11.5],
    ["Cardamom coffee", 11.5],
    ["Shipping container", 11.5],
  ])("reads lines by the table that files are read by, product or description: %s", async (name, total) => {
    const named = { ...sale("1"), productNum: name };
    const orders = [
      order(1, { items: [sale("10.5"), named] }),
      order(2, { items: [sale("10.5"), { ...sale("1"), description: name }] }),
    ];
    const { read } = await harness({ records: { orders, customers: [customer(1)] } });
    const { orders: fromFile } = await readText(
      report({ order: "1", item: "a", total: "10.5" }, { order: "1", item: "b", total: "1", product: name, type: "" }),
    );

    await read();

    expect((await stored("fishbowl_sales_orders")).map((one) => "total" in one && one.total)).toEqual([total, total]);
    expect(fromFile.map(({ cents }) => cents / 100)).toEqual([total]);
  });
});
