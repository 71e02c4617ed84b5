import { previewText } from "../../../src/cli/import-text";
import { appliedMessage } from "../../../src/slack/imports/outcome-view";
import { importPreviewMessage } from "../../../src/slack/imports/preview-view";
import { summaryLines } from "../../../src/sync/import-summary";
import { day } from "../../../src/time/day";
import { anImportPreview, repChange } from "../../support/builders/order-files/import-previews";
import { glossaryFaults, textsIn } from "../../support/glossary";
import { READING } from "../../support/harness/why";

const OCTOBER = { from: day("2026-10-01"), to: day("2026-10-31") };
const LEFT = [
  "customer has no account type",
  "its salesman is mapped to nobody",
  "order has no salesman",
  "order is Void",
  "account type is neither Wholesale nor Distribution",
  "order has an unknown status",
  "order has no issue date",
  "its day is not kept",
].map((why) => ({ why, orders: 2, from: 5, to: 10, parts: [{ name: "Café", from: 0, to: 10 }], named: 1 }));
const IMPORT = anImportPreview({
  reps: [repChange("Ana", ["wholesale", 10, -5]), repChange("Ben", ["distribution", 1, 5])],
  credit: { orders: 9, total: { from: 51, to: 91 }, credited: { from: 11, to: 11 }, uncredited: LEFT },
  sample: [
    {
      order: "SO-1",
      changes: [
        { field: "issued", from: "2026-10-01", to: "2026-10-02" },
        { field: "salesman", from: "A. Ray", to: null },
      ],
    },
  ],
  ahead: { orders: 1, total: 5, days: OCTOBER },
});
const UNCHANGED = { orders: { new: 0, changed: 0, unchanged: 6 }, reps: [], sample: [], days: null };
const REFUSED = { count: 9, rows: [], kinds: [{ reason: 'its Date "soon" isn\'t a date', count: 9, rows: [2, 3, 4] }] };
const IMPORT_DRAFT = { fileId: "F012345", sha256: "a".repeat(64), name: "orders.csv" };

describe("what people read of an import", () => {
  it("is written as the glossary has it", () => {
    const views = [
      importPreviewMessage(IMPORT, { draft: IMPORT_DRAFT, today: day("2026-10-28") }),
      importPreviewMessage({ ...IMPORT, ...UNCHANGED }, { draft: IMPORT_DRAFT, today: day("2026-10-28") }),
      importPreviewMessage({ ...IMPORT, refused: REFUSED }, { draft: IMPORT_DRAFT, today: day("2026-10-28") }),
      appliedMessage({ preview: IMPORT, applied: true, sync: null }, READING),
      { text: previewText(IMPORT, day("2026-10-28")) },
      { text: summaryLines(IMPORT, { clean: (name) => name, most: 9 }).join("\n") },
    ];
    const texts = views.flatMap(textsIn);

    expect(texts.length).toBeGreaterThan(20);
    expect(texts.flatMap(glossaryFaults)).toEqual([]);
  });
});
