import { importPreviewMessage } from "../../../src/slack/imports/preview-view";
import { day } from "../../../src/time/day";
import { anImportPreview, repChange } from "../../support/builders/order-files/import-previews";
import { lines } from "../../support/harness/slack-blocks";

const today = day("2026-10-28");
const draft = { fileId: "F012345", sha256: "a".repeat(64), name: "orders.csv" };

describe("a preview of new orders", () => {
  it.each([
    ["customer has no account type", "Blue <Door>", "Blue &lt;Door&gt; has no account type"],
    ["its salesman is mapped to nobody", "C. Poe", '"C. Poe" has no match'],
    ["order has no salesman", null, "it has no sales rep"],
    ["account type is neither Wholesale nor Distribution", "Retail", 'account type "Retail"'],
    ["order is Void", null, "voided"],
    ["order has no issue date", null, "it doesn't count"],
  ])("names new orders that nobody is credited with, and why: %s", (why, name, words) => {
    const left = { order: "SO-<7>", why, name };
    const said = (orders: number, reps = [repChange("Ana Ray", ["wholesale", 14_301, 4_850])]) => {
      const credit = { ...anImportPreview().credit, added: { orders, total: 640, largest: [left] } };
      return lines(importPreviewMessage(anImportPreview({ reps, credit }), { draft, today }).blocks);
    };

    const line = `*Not credited* $640 · SO-&lt;7&gt; new: ${words}`;
    expect([said(1)[3], said(1, [])[2], said(4)[3]]).toEqual([line, line, `${line}; and 3 more new`]);
  });
});
