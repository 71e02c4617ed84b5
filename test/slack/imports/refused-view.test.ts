import { importPreviewMessage } from "../../../src/slack/imports/preview-view";
import { day } from "../../../src/time/day";
import { anImportPreview } from "../../support/builders/order-files/import-previews";
import { lines } from "../../support/harness/slack-blocks";

const today = day("2026-10-28");
const draft = { fileId: "F012345", sha256: "a".repeat(64), name: "orders.csv" };

describe("a file that is refused", () => {
  it("names the rows that are refused by their reason, what to do, and nothing to apply", () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({ row: index + 16, reason: "no day" }));
    const kinds = [{ reason: "no day", count: 1_000, rows: rows.map(({ row }) => row) }];
    const refused = { count: 1_000, rows, kinds };

    const said = lines(importPreviewMessage(anImportPreview({ refused }), { draft, today }).blocks);

    expect(said.slice(0, 3)).toEqual([
      "# Fix 1,000 rows in orders.csv",
      "*Nothing was imported.* Fix this in the file, then drop it here again:",
      "• *Rows 16, 17, 18, 19, 20 and 995 more*: no day",
    ]);
    expect(said.slice(3)).toEqual([
      "Or run the report again, and don't open the file in a spreadsheet.",
      "Read as a per-line report, 50,000 rows.",
    ]);
  });

  it("lists the columns that a file lacks, each with what it may be called there, and what the file has", () => {
    const missing = [
      { name: "SO Item ID", near: null },
      { name: "Total Price", near: "Totl <Price>" },
    ];
    const columns = { of: "per-line report" as const, missing, found: ["SO Num", "Totl <Price>"], count: 14 };
    const refused = { count: 1, rows: [], kinds: [] };

    const message = importPreviewMessage(anImportPreview({ refused, columns }), { draft, today });

    expect(lines(message.blocks)).toEqual([
      "# 1 column missing, 1 named differently in orders.csv",
      "*Nothing was imported.* It looks like a per-line report, with a row for each line of an order. Run the report again with these changes, then drop it here:",
      '• *Add*: "SO Item ID"',
      '• *Rename*: "Totl &lt;Price&gt;" → "Total Price"',
      'Or use Fishbowl\'s own sales-order export, which begins with the column "Flag".',
      "Found in the file: SO Num, Totl &lt;Price&gt; and 12 more",
    ]);
    expect(message.text).toMatch(
      /^orders\.csv can't be imported: 1 column is missing and 1 is named differently, so nothing was imported\. It looks like a per-line report, /,
    );
  });

  it("says of columns that only have other names to rename them, and how else", () => {
    const columns = {
      of: "per-line report" as const,
      missing: [{ name: "Total Price", near: "Total" }],
      found: [],
      count: 0,
    };
    const refused = { count: 1, rows: [], kinds: [] };

    expect(lines(importPreviewMessage(anImportPreview({ refused, columns }), { draft, today }).blocks)).toEqual([
      "# Rename 1 column in orders.csv",
      "*Nothing was imported.* It looks like a per-line report, with a row for each line of an order. Rename this column in it, then drop it here:",
      '• *Rename* "Total" to "Total Price"',
      'Or use Fishbowl\'s own sales-order export, which begins with the column "Flag".',
    ]);
  });

  it("says of a file without any column of an order export that it is none", () => {
    const columns = { of: null, missing: [{ name: "Sales Rep", near: "Rep" }], found: ["Rep"], count: 1 };
    const refused = { count: 1, rows: [], kinds: [] };

    const said = lines(
      importPreviewMessage(anImportPreview({ format: null, refused, columns }), { draft, today }).blocks,
    );

    expect(said.slice(0, 3)).toEqual([
      "# orders.csv isn't a file of orders",
      "*Nothing was imported.* Get Fishbowl's own sales-order export, or a per-line report (a row for each line of an order) with these columns, then drop it here:",
      "• Sales Rep",
    ]);
  });
});
