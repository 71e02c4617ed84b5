import { customer, fishbowlServerHarness, order, sale } from "../../support/harness/fishbowl-server";

describe("the pull from Fishbowl's server", () => {
  const { test, start: harness, kept: stored } = fishbowlServerHarness();

  it("fills orders and customers before they are read, and logs out", async () => {
    const { read, paths } = await harness({
      records: {
        customers: [customer(1), customer(2, { groups: ["VIP", "Distributor"] }), customer(3, { groups: [] })],
        orders: [
          order(1),
          order(2, { customerId: 2, statusId: 80, items: [sale("0.1"), sale("0.2"), sale("5", { typeId: 20 })] }),
          order(3, { customerId: 3, statusId: 10, dateIssued: null, items: [sale("9", { typeId: 60 })] }),
          order(4, { dateIssued: "2026-09-30 23:59:59", dateLastModified: "2026-09-29 00:00:00" }),
        ],
      },
    });

    const { read: window, usage } = await read();

    expect(await stored("fishbowl_sales_orders")).toEqual([
      {
        _id: "SO-1",
        fishbowlId: 1,
        soNumber: "SO-1",
        status: "Fulfilled",
        customerId: "101",
        customerName: "Customer 1",
        salesman: "aray",
        dateIssued: "2026-10-15",
        total: 10.5,
      },
      expect.objectContaining({ _id: "SO-2", status: "Void", customerId: "102", total: -4.7 }),
      expect.objectContaining({ _id: "SO-3", status: "Estimate", dateIssued: null, total: 0 }),
    ]);
    expect((await stored("fishbowl_customers")).map((one) => "accountType" in one && one.accountType)).toEqual([
      "Wholesale",
      "Distributor",
      false,
    ]);
    expect(window).toMatchObject({
      kind: "complete",
      facts: [{ recordId: "SO-1", amount: 1_050, counts: true }, { counts: false }],
    });
    expect(usage).toEqual({ pages: 1, requests: 3 });
    expect(paths()).toEqual(["/login", "/data-query", "/logout"]);
  });

  it("reads page after page, and writes nothing when nothing changed", async () => {
    const orders = Array.from({ length: 1_001 }, (_, n) => order(n + 1));
    const { read } = await harness({ records: { orders, customers: [customer(1)] } });
    const { usage } = await read();
    const mark = await test.oplogMark();

    await read();

    expect(usage).toEqual({ pages: 3, requests: 5 });
    expect(await test.db.collection("fishbowl_sales_orders").countDocuments()).toBe(1_001);
    expect(await test.oplogWrites(["fishbowl_sales_orders", "fishbowl_customers"], mark)).toBe(0);
  });

  it("keeps what was imported or set by hand, and takes over an order that was imported first", async () => {
    const { read } = await harness();
    const orders = test.db.collection<{ _id: string }>("fishbowl_sales_orders");
    const base = { status: "Issued", customerId: "101", dateIssued: "2026-10-10", total: 3 };
    await orders.insertMany([
      { _id: "SO-1", ...{ ...base, soNumber: "SO-1" } },
      { _id: "CSV-7", ...{ ...base, soNumber: "CSV-7" } },
    ]);
    await test.db
      .collection<{ _id: string }>("fishbowl_customers")
      .insertOne({ _id: "101", ...{ accountType: "Distribution" } });

    const { read: window } = await read();

    expect(await stored("fishbowl_sales_orders")).toMatchObject([
      { _id: "CSV-7", total: 3 },
      { _id: "SO-1", total: 10.5, status: "Fulfilled" },
    ]);
    expect(window).toMatchObject({ facts: [{ type: "new_sales_distribution" }, { type: "new_sales_distribution" }] });
  });

  it("follows an order to another day, and forgets one that is no longer there", async () => {
    const { server, read } = await harness({ records: { orders: [order(1), order(2)], customers: [customer(1)] } });
    await read();

    server.account.orders.change(1, { dateIssued: "2026-08-01 10:00:00", dateLastModified: "2026-10-20 10:00:00" });
    server.account.orders.remove(2);
    const { read: window } = await read();

    expect(await stored("fishbowl_sales_orders")).toMatchObject([{ _id: "SO-1", dateIssued: "2026-08-01" }]);
    expect(window).toMatchObject({ facts: [] });
  });

  it("counts a row that it cannot read, and takes nothing for gone meanwhile", async () => {
    const { server, read } = await harness({ records: { orders: [order(1), order(2)], customers: [customer(1)] } });
    await read();
    server.account.orders.change(2, { num: " " });

    expect(await read()).toMatchObject({ read: { leftOut: new Map([["could not be read", 1]]) } });
    expect(await stored("fishbowl_sales_orders")).toHaveLength(2);
  });

  it("asks by id for an order that is not listed: one that is there keeps its number, one that is not is forgotten", async () => {
    const orders = [order(1), order(2), order(3)];
    const { server, read } = await harness({ records: { orders, customers: [customer(1)] } });
    await read();
    server.account.orders.remove(3);
    server.faults.push({
      match: ({ body }) => typeof body === "string" && body.includes("LIMIT"),
      effect: { kind: "rewrite", body: (rows) => (Array.isArray(rows) ? rows.slice(1) : rows) },
    });

    const { usage, read: window } = await read();

    expect(usage).toEqual({ pages: 2, requests: 4 });
    expect(window).toMatchObject({ facts: [{ recordId: "SO-1" }, { recordId: "SO-2" }] });
    expect((await stored("fishbowl_sales_orders")).map(({ _id }) => _id)).toEqual(["SO-1", "SO-2"]);
  });

  it("keeps all that is listed of a busy account, where orders come, go and move between its pages", async () => {
    const orders = Array.from({ length: 600 }, (_, n) => order(n + 1));
    const { server, read } = await harness({ records: { orders, customers: [customer(1)] } });
    await read();
    server.faults.push({
      match: ({ body }) => typeof body === "string" && body.includes("so.id > 500"),
      effect: {
        kind: "before",
        run: (_request, { orders: all }) => {
          all.add(order(601));
          all.remove(7);
          all.change(8, { dateIssued: "2026-08-01 10:00:00" });
        },
      },
    });

    const { read: window } = await read();
    const { read: next } = await read();

    expect(window.kind === "complete" && window.facts.length).toBe(601);
    expect(next.kind === "complete" && next.facts.length).toBe(599);
  });
});
