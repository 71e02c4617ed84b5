import { refusalLines, refusedHeadline, refusedLines } from "../../src/sync/import-refusals";
import { report } from "../support/builders/orders";
import { readText } from "../support/harness/fishbowl-import";

const asIs = (text: string) => text;

describe("the refused rows of a file", () => {
  const refused = async (...totals: readonly string[]) => {
    const read = await readText(report(...totals.map((total, n) => ({ order: `${n}`, item: "a", total }))));
    return read;
  };
  const said = (read: Awaited<ReturnType<typeof refused>>) => refusalLines(read, { cleanSentence: asIs, most: 10 });

  it("are named one by one where they are few, those of one reason in a line", async () => {
    const read = await refused("lots", "many", "lots", "10");

    expect(refusedHeadline(read)).toBe("3 rows have problems, so nothing was imported.");
    expect(said(read)).toEqual([
      'Rows 2, 4: its total price "lots" isn\'t a number like 1,234.50',
      'Row 3: its total price "many" isn\'t a number like 1,234.50',
    ]);
  });

  it("are folded by what is wrong with them, whatever their cells say, where they are many", async () => {
    const read = await refused(...Array.from({ length: 1_000 }, (_, n) => ["lots", "many", "heaps"][n % 3] ?? ""));

    expect(said(read)).toEqual([
      'Rows 2, 3, 4, 5, 6 and 995 more: for example, its total price "lots" isn\'t a number like 1,234.50',
    ]);
  });

  it("give one as an example where they are few but their last ones aren't known", async () => {
    const dates = Array.from({ length: 50 }, (_, n) => ({ order: `x${n}`, item: "a", date: "soon" }));
    const read = await readText(
      report({ order: "0", item: "a", total: "lots" }, ...dates, { order: "1", item: "a", total: "many" }),
    );

    expect(said(read)[1]).toBe('Rows 2, 53: for example, its total price "lots" isn\'t a number like 1,234.50');
  });

  it("give no example where all say the same, and name the kind with most rows first", async () => {
    const read = await readText(
      report(
        { order: "0", item: "a", total: "?" },
        ...Array.from({ length: 8 }, (_, n) => ({ order: `x${n}`, item: "a", date: "soon" })),
      ),
    );

    expect(said(read)).toEqual([
      'Rows 3, 4, 5, 6, 7 and 3 more: its Issued date "soon" isn\'t a date like 10/15/2026',
      'Row 2: its total price "?" isn\'t a number like 1,234.50',
    ]);
  });

  it("say of a file that is no export that it can't be read", async () => {
    const read = await readText("Name,Phone\nAna,1\n");

    expect(refusedHeadline(read)).toBe("This isn't a file of orders, so nothing was imported.");
    expect(refusedLines(read, { clean: asIs, most: 10 })).toEqual([
      "Get Fishbowl's own sales-order export, or a per-line report (a row for each line of an order) with these columns:",
      ...["Sales order Number", "SO Item ID", "Account ID", "Customer Name"].map((name) => `• ${name}`),
      ...["Sales Rep", "Issued date", "SO Item Product Number", "Total Price"].map((name) => `• ${name}`),
      "Found in the file: Name, Phone",
    ]);
  });

  it("say of a file that lacks columns which, with what each may be called there, and once what it has", async () => {
    const read = await readText("SONum,Status,CustomerName,Date,Salesman,Total\nSO-1,Issued,Ann,10/27/2026,A. Ray,1\n");

    expect(refusedHeadline(read)).toBe("3 columns are missing and 2 are named differently, so nothing was imported.");
    expect(refusedLines(read, { clean: asIs, most: 10 })).toEqual([
      "It looks like a per-line report, with a row for each line of an order. Run the report again with these changes:",
      '• Add: "SO Item ID", "Account ID", "SO Item Product Number"',
      '• Rename: "Date" → "Issued date", "Total" → "Total Price"',
      'Or use Fishbowl\'s own sales-order export, which begins with the column "Flag".',
      "Found in the file: SONum, Status, CustomerName, Date, Salesman, Total",
    ]);
  });

  it("say first to rename columns that only have other names, and the export as the other way", async () => {
    const header = "SO Num,SO Item ID,Account ID,Customer Name,Sales Rep,Issued,Product Number,Total";
    const read = await readText(`${header}\nSO-1,1,11,Ann,A. Ray,10/27/2026,Merlot,1\n`);

    expect(refusedHeadline(read)).toBe("2 columns are named differently, so nothing was imported.");
    expect(refusedLines(read, { clean: asIs, most: 10 }).slice(0, -1)).toEqual([
      "It looks like a per-line report, with a row for each line of an order. Rename these columns in it:",
      '• Rename "Issued" to "Issued date"',
      '• Rename "Total" to "Total Price"',
      'Or use Fishbowl\'s own sales-order export, which begins with the column "Flag".',
    ]);
  });

  it("can be had anew, unless the file is no export", async () => {
    const read = await refused("lots");
    const none = await readText("");

    expect(refusedLines(read, { clean: asIs, most: 10 })).toEqual([
      'Row 2: its total price "lots" isn\'t a number like 1,234.50',
      "Or run the report again, and don't open the file in a spreadsheet.",
    ]);
    expect(refusedLines(none, { clean: asIs, most: 10 })).toEqual(["Row 1: the file is empty"]);
  });

  it("say of the two header rows of Fishbowl's own export which columns are missing in either", async () => {
    const read = await readText(
      "Flag,SONum,Status,CustomerName,Dates,Salesman\nFlag,SOItemTypeID,ProductNumber,ProductPrice\n",
    );

    expect(refusedHeadline(read)).toBe("1 column is missing and 1 is named differently, so nothing was imported.");
    expect(refusedLines(read, { clean: asIs, most: 10 }).slice(0, 3)).toEqual([
      "It looks like Fishbowl's own sales-order export. Export it again with these changes:",
      '• Add: "ProductQuantity"',
      '• Rename: "Dates" → "Date"',
    ]);
  });
});
