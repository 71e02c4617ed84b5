import { nativeExport, nativeRows } from "../../../support/builders/orders";
import { readText, refusedRows } from "../../../support/harness/fishbowl-import";

describe("Fishbowl's own export", () => {
  it("is read by its two headers: an order's total is that of its goods, less credits and discounts", async () => {
    const items = [
      { price: "19.99", quantity: "3" },
      { type: 12, price: "0.035", quantity: "10" },
      { type: 20, price: "5.00" },
      { type: 31, price: "-1.25" },
      { type: 40, price: "0" },
      { type: 60, product: "SHIPPING", price: "40" },
      { type: 70, price: "8.25" },
      { type: 90, price: "" },
      { type: 11, product: "Credit Card Fee", price: "2.10" },
    ];

    const file = await readText(nativeExport({ number: "1042", items }));

    expect(file).toEqual({
      format: "sales-order export",
      rows: 10,
      hasStatus: true,
      unknownStatuses: new Map(),
      refused: { count: 0, rows: [], kinds: [] },
      notices: [
        'Left out (not goods): shipping in 1 line, $40.00 ("SHIPPING"); taxes in 1 line, $8.25 ("TONIC-24"); card fees in 1 line, $2.10 ("Credit Card Fee").',
      ],
      orders: [
        {
          row: 3,
          soNumber: "1042",
          status: "Fulfilled",
          customerId: null,
          customerName: "Harbor & Vine",
          accountType: null,
          salesmen: ["aray"],
          dateIssued: "2026-10-15",
          cents: 5_997 + 35 - 500 - 125,
        },
      ],
    });
  });

  it("takes a discount in percent from the line above, or from the subtotal above", async () => {
    const lines = [{ price: "100" }, { price: "50" }, { type: 30, price: "-10%" }];
    const all = [{ price: "100" }, { price: "50" }, { type: 40, price: "" }, { type: 30, price: "10%" }];

    const { orders } = await readText(nativeExport({ number: "1", items: lines }, { number: "2", items: all }));

    expect(orders.map(({ cents }) => cents)).toEqual([14_500, 13_500]);
  });

  it("is read when an older version lacks columns and orders them otherwise", async () => {
    const text =
      "Flag,Salesman,Date,CustomerName,Status,SONum\nFlag,ProductPrice,ProductQuantity,ProductNumber,SOItemTypeID\n" +
      'SO,aray,1/5/26,"Vine, Inc.\nOakland",20,7\nItem,"1,234.50",2,T,10\n';

    const { orders } = await readText(text);

    expect(orders).toMatchObject([
      {
        soNumber: "7",
        status: "Issued",
        customerName: "Vine, Inc.\nOakland",
        dateIssued: "2026-01-05",
        cents: 246_900,
      },
    ]);
  });

  it("may name an order twice in the same words, and in no others", async () => {
    const [one, other] = [nativeRows({ number: "1" }), nativeRows({ number: "1", items: [{ price: "11" }] })];

    expect((await readText(`${nativeExport({ number: "1" })}${one.join("\n")}\n`)).orders).toHaveLength(1);
    expect(await refusedRows(`${nativeExport({ number: "1" })}${other.join("\n")}\n`)).toEqual([
      { row: 5, reason: "order 1 stands in row 3 already, differently" },
    ]);
  });

  it.each([
    [{ number: "" }, 3, "it has no SONum"],
    [{ number: "1", status: "" }, 3, "it has no Status"],
    [{ number: "1", customer: "" }, 3, "it has no CustomerName"],
    [{ number: "1", date: "31/12/2026" }, 3, 'its Date "31/12/2026" isn\'t a date like 10/15/2026'],
    [{ number: "1", items: [{ type: 33, price: "1" }] }, 4, 'its SOItemTypeID "33" isn\'t a Fishbowl type'],
    [{ number: "1", items: [{ price: "1.234,50" }] }, 4, 'its ProductPrice "1.234,50" isn\'t a number like 1,234.50'],
    [
      { number: "1", items: [{ price: "1", quantity: "two" }] },
      4,
      'its ProductQuantity "two" isn\'t a number like 1,234.50',
    ],
    [
      { number: "1", items: [{ price: "9" }, { type: 30, price: "10" }] },
      5,
      'its discount in percent "10" has no percent sign, so its amount is unclear: use the per-line report',
    ],
  ])("is refused with the row and the reason: %j", async (order, row, reason) => {
    expect(await refusedRows(nativeExport(order))).toEqual([{ row, reason }]);
  });

  it.each([
    ["an item without an order", "Item,10,T,,1,,5\n", 3, "it is an item, and no SO row stands above it"],
    ["a row of no kind", "Total,10\n", 3, 'it begins with "Total", neither with SO nor with Item'],
  ])("is refused for %s", async (_what, text, row, reason) => {
    expect(await refusedRows(`${nativeExport()}${text}`)).toEqual([{ row, reason }]);
  });

  it("tells how many orders have a status that Fishbowl does not have", async () => {
    const { orders, unknownStatuses } = await readText(nativeExport({ number: "1", status: "55" }, { number: "2" }));

    expect(orders.map(({ status }) => status)).toEqual(["55", "Fulfilled"]);
    expect(unknownStatuses).toEqual(new Map([["55", 1]]));
  });
});
