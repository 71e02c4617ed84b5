import { readFile } from "../../../../src/sources/fishbowl/import/read-file";
import { aFile, nativeExport, nativeRows, report, reportRow } from "./files";

const read = (text: string | Uint8Array) => readFile(aFile(text));
const refusedRows = async (text: string | Uint8Array) => (await read(text)).refused.rows;

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

    const file = await read(nativeExport({ number: "1042", items }));

    expect(file).toEqual({
      format: "sales-order export",
      rows: 10,
      hasStatus: true,
      unknownStatuses: new Map(),
      refused: { count: 0, rows: [] },
      orders: [
        {
          row: 3,
          soNumber: "1042",
          status: "Fulfilled",
          customerId: null,
          customerName: "Harbor & Vine",
          accountType: null,
          salesman: "aray",
          dateIssued: "2026-10-15",
          cents: 5_997 + 35 - 500 - 125,
        },
      ],
    });
  });

  it("takes a discount in percent from the line above, or from the subtotal above", async () => {
    const lines = [{ price: "100" }, { price: "50" }, { type: 30, price: "-10%" }];
    const all = [{ price: "100" }, { price: "50" }, { type: 40, price: "" }, { type: 30, price: "10%" }];

    const { orders } = await read(nativeExport({ number: "1", items: lines }, { number: "2", items: all }));

    expect(orders.map(({ cents }) => cents)).toEqual([14_500, 13_500]);
  });

  it("is read when an older version lacks columns and orders them otherwise", async () => {
    const text =
      "Flag,Salesman,Date,CustomerName,Status,SONum\nFlag,ProductPrice,ProductQuantity,ProductNumber,SOItemTypeID\n" +
      'SO,aray,1/5/26,"Vine, Inc.\nOakland",20,7\nItem,"1,234.50",2,T,10\n';

    const { orders } = await read(text);

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

    expect((await read(`${nativeExport({ number: "1" })}${one.join("\n")}\n`)).orders).toHaveLength(1);
    expect(await refusedRows(`${nativeExport({ number: "1" })}${other.join("\n")}\n`)).toEqual([
      { row: 5, reason: "order 1 stands in row 3 already, differently" },
    ]);
  });

  it.each([
    [{ number: "" }, 3, "it has no SONum"],
    [{ number: "1", status: "" }, 3, "it has no Status"],
    [{ number: "1", customer: "" }, 3, "it has no CustomerName"],
    [{ number: "1", date: "31/12/2026" }, 3, "its Date '31/12/2026' is no day, such as 10/15/2026"],
    [{ number: "1", items: [{ type: 33, price: "1" }] }, 4, "its SOItemTypeID '33' is none of Fishbowl's"],
    [{ number: "1", items: [{ price: "1.234,50" }] }, 4, "its ProductPrice '1.234,50' is no number"],
    [{ number: "1", items: [{ price: "1", quantity: "two" }] }, 4, "its ProductQuantity 'two' is no number"],
    [
      { number: "1", items: [{ price: "9" }, { type: 30, price: "10" }] },
      5,
      "its discount in percent '10' has no percent sign, so nobody knows its money: use the per-line report",
    ],
  ])("is refused with the row and the reason: %j", async (order, row, reason) => {
    expect(await refusedRows(nativeExport(order))).toEqual([{ row, reason }]);
  });

  it.each([
    ["an item without an order", "Item,10,T,,1,,5\n", 3, "it is an item, and no SO row stands above it"],
    ["a row of no kind", "Total,10\n", 3, "it begins with 'Total', neither with SO nor with Item"],
  ])("is refused for %s", async (_what, text, row, reason) => {
    expect(await refusedRows(`${nativeExport()}${text}`)).toEqual([{ row, reason }]);
  });

  it("tells how many orders have a status that Fishbowl does not have", async () => {
    const { orders, unknownStatuses } = await read(nativeExport({ number: "1", status: "55" }, { number: "2" }));

    expect(orders.map(({ status }) => status)).toEqual(["55", "Fulfilled"]);
    expect(unknownStatuses).toEqual(new Map([["55", 1]]));
  });
});

describe("the report with one row a line", () => {
  it("sums an order's lines wherever they stand, each once, without postage, taxes and card fees", async () => {
    const lines = [
      { order: "1", item: "a", total: "1,000.10" },
      { order: "2", item: "b", total: "7" },
      { order: "1", item: "c", total: "(0.40)" },
      { order: "1", item: "a", total: "1000.1" },
      { order: "1", item: "d", total: "12", product: "Shipping", type: "" },
      { order: "1", item: "e", total: "12", product: "1Z999", description: "shipping" },
      { order: "1", item: "f", total: "3", type: "Tax" },
      { order: "1", item: "g", total: "3", product: "CC Fee" },
      { order: "1", item: "h", total: "3", description: "Credit card processing fee 3%" },
      { order: "1", item: "i", total: "1000", type: "Subtotal" },
      { order: "1", item: "j", total: "0.3", product: "Shipping box", type: "Sale" },
    ];

    const { format, orders } = await read(report(...lines));

    expect(format).toBe("per-line report");
    expect(orders).toEqual([
      {
        row: 2,
        soNumber: "1",
        status: "Fulfilled",
        customerId: "C-1",
        customerName: "Harbor & Vine",
        accountType: null,
        salesman: "A. Ray",
        dateIssued: "2026-10-15",
        cents: 100_000,
      },
      expect.objectContaining({ soNumber: "2", cents: 700 }),
    ]);
  });

  it("is read with the headers of another export, semicolons, Excel's days and a byte order mark", async () => {
    const text =
      "\ufeffSO Item ID;sales ORDER number;customer id;CUSTOMER;Sales person;Date fulfillment;Product;Revenue;Account type\n" +
      "a;1;77;Acme;;46310;T;5;Wholesale\n" +
      "b;1;77;Acme;;46309.75;T;5;Wholesale\n";

    const { orders, hasStatus } = await read(text);

    expect(hasStatus).toBe(false);
    expect(orders).toMatchObject([
      {
        status: null,
        customerId: "77",
        accountType: "Wholesale",
        salesman: null,
        dateIssued: "2026-10-14",
        cents: 1_000,
      },
    ]);
  });

  it("takes an order without an issue date for not issued yet", async () => {
    expect((await read(report({ order: "1", item: "a", date: "", status: "Estimate" }))).orders).toMatchObject([
      { dateIssued: null, status: "Estimate" },
    ]);
  });

  it("does not read its status numbers, whose vocabulary is another", async () => {
    const { orders, unknownStatuses } = await read(report({ order: "1", item: "a", status: "60" }));

    expect(orders).toMatchObject([{ status: "60" }]);
    expect(unknownStatuses).toEqual(new Map([["60", 1]]));
  });

  it.each([
    [{ order: "" }, "it has no sales order number"],
    [{ item: "" }, "it has no SO item id"],
    [{ account: "" }, "it has no account id"],
    [{ customer: "" }, "it has no customer name"],
    [{ status: "" }, "it has no sales order status"],
    [{ date: "soon" }, "its issue date 'soon' is no day, such as 10/15/2026"],
    [{ total: "12,50" }, "its total price '12,50' is no number, such as 1,234.50"],
    [{ total: "" }, "its total price '' is no number, such as 1,234.50"],
    [{ accountAgain: "C-9" }, "its column for the customer id stands twice and says 'C-1' and 'C-9'"],
    [{ order: "1", rep: "B. Lee" }, "its sales rep is 'B. Lee', but row 2 of the same order says 'A. Ray'"],
    [{ order: "1", status: "Void" }, "its status is 'Void', but row 2 of the same order says 'Fulfilled'"],
    [{ order: "1", item: "a", total: "11" }, "SO item a stands above it already, differently"],
  ])("is refused with the row and the reason: %j", async (wrong, reason) => {
    const lines = [
      { order: "1", item: "a" },
      { order: "2", item: "b" },
      { order: "3", item: "c", ...wrong },
    ];

    expect(await refusedRows(report(...lines))).toEqual([{ row: 4, reason }]);
  });
});

describe("a wrong file", () => {
  const [line, other] = [
    { order: "1", item: "a" },
    { order: "2", item: "b" },
  ];

  it.each([
    ["a zip renamed .csv", Buffer.from("PK\u0003\u0004xl/workbook.xml"), 1, /a zip archive or an Excel workbook/],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 1, /an old Excel workbook/],
    ["UTF-16", Buffer.from(`\ufeff${report(line)}`, "utf16le"), 1, /text in UTF-16/],
    ["nothing", "", 1, /the file is empty/],
    ["empty lines", "\n\n", 1, /no header/],
    ["a header alone", report(), 1, /no row below its header/],
    ["half a header", "Flag,SONum\n", 1, /no header/],
    ["another table", "Name,Age\nAna,3\n", 1, /neither that of Fishbowl's sales-order export nor/],
    ["a column too few", report(line).replace("Total Price", "Sum"), 1, /lacks 'Total Price'/],
    ["an export without prices", nativeExport({ number: "1" }).replace("ProductPrice", "P"), 2, /lack 'ProductPrice'/],
  ])("is refused: %s", async (_what, text, row, reason) => {
    expect(await read(text)).toMatchObject({
      orders: [],
      refused: { count: 1, rows: [{ row, reason: expect.stringMatching(reason) }] },
    });
  });

  it("names the row with bytes that are no UTF-8, as Excel's plain CSV has them", async () => {
    const text = report(line, { ...other, customer: "Café" });

    expect(await refusedRows(Buffer.from(text, "latin1"))).toEqual([
      { row: 3, reason: "it holds bytes that are no UTF-8: save the file as 'CSV UTF-8'" },
    ]);
  });

  it.each([
    ['=HYPERLINK("http://evil","click")', {}],
    ["=1+1", {}],
    ["+SUM(A1)", {}],
    ["@SUM(A1)", {}],
    ["-cmd|' /C calc'!A0", {}],
  ])("is refused for the formula %s, in whatever column", async (formula) => {
    const rows = await refusedRows(report(line, { ...other, description: formula }));

    expect(rows).toEqual([{ row: 3, reason: `the cell '${formula}' is a formula: export values` }]);
  });

  it.each(["@Home & Co", "-40 below", "+1 (555) 0100", "<!channel> *x*", 'O\'Neil "Zoë"'])(
    "is none for a company of the name %s",
    async (customer) => {
      expect((await read(report({ ...line, customer }))).orders).toMatchObject([{ customerName: customer }]);
    },
  );

  it("is refused when the header stands in it twice", async () => {
    const rows = await refusedRows(report(line) + report(other));

    expect(rows).toEqual([{ row: 3, reason: "the header stands here again: a file holds one export" }]);
  });

  it("names each wrong row and counts on where there are too many to name", async () => {
    const lines = Array.from({ length: 60 }, (_, index) => ({ order: String(index), item: "a", total: "x" }));

    const { refused } = await read(report(...lines));

    expect([refused.count, refused.rows.length, refused.rows[49]?.row]).toEqual([60, 50, 51]);
  });

  it.each([
    ["a quote that is never closed", `${reportRow(line)}\n"1,b\n`, 3, "a quote is opened in it and never closed"],
    ["a quote in a wrong place", `1,"a"b,c\n`, 2, "its quotes are in the wrong places"],
    ["a cell too many", `${reportRow(line)},x\n`, 2, /has 18 cells, its header 17/],
  ])("is refused for %s", async (_what, rows, row, reason) => {
    expect(await refusedRows(report() + rows)).toEqual([
      { row, reason: typeof reason === "string" ? reason : expect.stringMatching(reason) },
    ]);
  });

  it("has at most 50,000 rows below its header", async () => {
    const lines = Array.from({ length: 51_000 }, (_, index) => ({ order: String(index), item: "a" }));

    expect(await refusedRows(report(...lines))).toEqual([
      { row: 50_002, reason: "the file has more than 50,000 rows: import it in parts" },
    ]);
  });

  it("has at most 20 MB", async () => {
    const content = (async function* () {
      yield Buffer.from(report(line));
      for (let part = 0; part < 5; part += 1) yield Buffer.from(`${"x".repeat(1_023)}\n`.repeat(4_096));
    })();

    const { refused } = await readFile({ name: "big.csv", content });

    expect(refused.rows[0]?.reason).toBe("the file is larger than 20 MB: import it in parts");
  });
});
