import { importPreviewMessage } from "../../../src/slack/imports/preview-view";
import { day } from "../../../src/time/day";
import { anImportPreview, repChange } from "../../support/builders/order-files/import-previews";
import { textsIn } from "../../support/glossary";
import { lines } from "../../support/harness/slack-blocks";

const today = day("2026-10-28");
const draft = { fileId: "F012345", sha256: "a".repeat(64), name: "orders.csv" };

describe("a file's preview, in which each fact stands once,", () => {
  it("sums up in a table whom its lines have no room for", () => {
    const reps = ["A", "B", "C", "D", "E"].map((name) => repChange(name, ["wholesale", 0, 100]));
    const uncredited = [{ why: "customer has no account type", orders: 1, from: 0, to: 640, parts: [], named: 0 }];
    const credit = { orders: 6, total: { from: 100, to: 1_239.5 }, credited: { from: 100, to: 599.5 }, uncredited };
    const ben = repChange("Ben", ["distribution", 100, -0.5]);

    const { blocks } = importPreviewMessage(anImportPreview({ reps: [...reps, ben], credit }), { draft, today });
    const table = blocks.find(({ type }) => type === "table");
    const rows = table?.type === "table" ? table.rows : [];

    expect(rows.map((row) => row.map((one) => ("text" in one ? one.text : textsIn(one).join(""))))).toEqual([
      ["Credited to", "Change", "Before", "After"],
      ["Ben, distribution", "−\u2060$0.50", "$100", "$99.50"],
      ...["A", "B", "C", "D", "E"].map((name) => [`${name}, wholesale`, "+$100", "$0", "$100"]),
      ["Total credited", "+$499.50", "$100", "$599.50"],
      ["Waiting", "+$640", "$0", "$640"],
      ["All 6 orders", "+$1,139.50", "$100", "$1,239.50"],
    ]);
    expect(lines(blocks).join("\n")).not.toContain("6 orders, ");
  });

  it("names an order that changes once, but where a word beside its number doesn't say all of it", () => {
    const total = { field: "total", from: "100.50", to: "50.00" };
    const issued = { field: "issued", from: "2026-10-01", to: "2026-10-02" };
    const sample = [
      { order: "SO-1", changes: [total] },
      { order: "SO-2", changes: [total, issued] },
      { order: "SO-3", changes: [total] },
    ];
    const largest = ["SO-1", "SO-2"].map((order) => ({ order, move: "total" as const }));
    const ben = { ...repChange("Ben", ["distribution", 100, -0.5]), orders: { count: 2, move: null, largest } };
    const orders = { new: 0, changed: 9, unchanged: 0 };

    const said = lines(importPreviewMessage(anImportPreview({ reps: [ben], sample, orders }), { draft, today }).blocks);

    const from = said.findIndex((line) => line.includes("rders that change"));
    expect(said.slice(from, from + 4)).toEqual([
      "*Other orders that change*",
      "• SO-2: total $100.50 → $50; issue date Oct 1 → Oct 2",
      "• SO-3: total $100.50 → $50",
      "and 6 more orders",
    ]);
  });
});
