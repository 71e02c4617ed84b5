import { readFile } from "../../../../src/sources/fishbowl/import/file/read-file";
import { nativeExport, report, reportRow } from "../../../support/builders/orders";
import { IMPORT_SETTINGS, readText, refusedRows } from "../../../support/harness/fishbowl-import";

describe("a wrong file", () => {
  const [line, other] = [
    { order: "1", item: "a" },
    { order: "2", item: "b" },
  ];

  it.each([
    ["a zip renamed .csv", Buffer.from("PK\u0003\u0004xl/workbook.xml"), 1, /a zip archive or an Excel workbook/],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 1, /an old Excel workbook/],
    ["nothing", "", 1, /the file is empty/],
    ["empty lines", "\n\n", 1, /no header/],
    ["a header alone", report(), 1, /no row below its header/],
    ["half a header", "Flag,SONum\n", 1, /no header/],
    ["another table", "Name,Age\nAna,3\n", 1, /matches neither Fishbowl's sales-order export nor/],
    ["a column too few", report(line).replace("Total Price", "Sum"), 1, /lacks "Total Price"/],
    [
      "an export without prices",
      nativeExport({ number: "1" }).replace("ProductPrice", "P"),
      2,
      /^the two header rows lack "ProductPrice"$/,
    ],
  ])("is refused: %s", async (_what, text, row, reason) => {
    expect(await readText(text)).toMatchObject({
      orders: [],
      refused: { count: 1, rows: [{ row, reason: expect.stringMatching(reason) }] },
    });
  });

  it("offers a header of the file for one missing column alone, though it is like two", async () => {
    const [header = "", ...rows] = report(line).split("\n");
    const names = header
      .split(",")
      .map((name) => ({ "Customer Name": "Custmer", "Account ID": "X" })[name.trim()] ?? name);

    const { columns } = await readText([names.join(","), ...rows].join("\n"));

    expect(columns?.missing).toEqual([
      { name: "Account ID", near: "Custmer" },
      { name: "Customer Name", near: null },
    ]);
  });

  it("names the row with bytes that are no UTF-8, as Excel's plain CSV has them", async () => {
    const text = report(line, { ...other, customer: "Café" });

    expect(await refusedRows(Buffer.from(text, "latin1"))).toEqual([
      { row: 3, reason: "it isn't UTF-8: save the file as CSV UTF-8" },
    ]);
  });

  it.each([
    ['=HYPERLINK("http://evil","click")', {}],
    ["=1+1", {}],
    ["+SUM(A1)", {}],
    ["@SUM(A1)", {}],
    ["-cmd|' /C calc'!A0", {}],
  ])("case 48: is refused for the formula %s, in whatever column", async (formula) => {
    const rows = await refusedRows(report(line, { ...other, description: formula }));

    expect(rows).toEqual([{ row: 3, reason: `the cell "${formula}" is a formula: export values` }]);
  });

  it.each(["@Home & Co", "-40 below", "+1 (555) 0100", "<!channel> *x*", 'O\'Neil "Zoë"'])(
    "is none for a company of the name %s",
    async (customer) => {
      expect((await readText(report({ ...line, customer }))).orders).toMatchObject([{ customerName: customer }]);
    },
  );

  it("is refused when the header stands in it twice", async () => {
    const rows = await refusedRows(report(line) + report(other));

    expect(rows).toEqual([{ row: 3, reason: "the header appears here again: use one export per file" }]);
  });

  it("names each wrong row and counts on where there are too many to list", async () => {
    const lines = Array.from({ length: 60 }, (_, index) => ({ order: String(index), item: "a", total: "x" }));

    const { refused } = await readText(report(...lines));

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

  it("case 48: has at most 50,000 rows below its header", async () => {
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

    const { refused } = await readFile({ name: "big.csv", content }, IMPORT_SETTINGS);

    expect(refused.rows[0]?.reason).toBe("the file is larger than 20 MB: import it in parts");
  });
});
