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
      "*Nothing was imported.* Fix the file, then drop it here again:",
      "• *Rows 16, 17, 18, 19, 20 and 995 more*: no day",
    ]);
    expect(said.some((line) => line.includes("import_apply"))).toBe(false);
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
      "# Add or rename 2 columns in orders.csv",
      "*Nothing was imported.* Export the per-line report from Fishbowl again with the columns to add, and rename the others. Then drop the file here.",
      '• *Rename* "Totl &lt;Price&gt;" to "Total Price"',
      '• *Add* "SO Item ID"',
      "Found in the file: SO Num, Totl &lt;Price&gt; and 12 more",
    ]);
    expect(message.text).toMatch(
      /^orders\.csv can't be imported: 2 columns are missing, so nothing was imported\. Export /,
    );
  });

  it("says of a file without any column of an order export that it is none", () => {
    const columns = { of: null, missing: [{ name: "Sales Rep", near: "Rep" }], found: ["Rep"], count: 1 };
    const refused = { count: 1, rows: [], kinds: [] };

    const said = lines(
      importPreviewMessage(anImportPreview({ format: null, refused, columns }), { draft, today }).blocks,
    );

    expect(said.slice(0, 3)).toEqual([
      "# orders.csv isn't an order export",
      "*Nothing was imported.* Export from Fishbowl as CSV: the sales orders, or the per-line report with these columns. Then drop the file here.",
      "• Sales Rep",
    ]);
  });
});
