import { importPreviewMessage } from "../../../src/slack/imports/preview-view";
import type { Uncredited } from "../../../src/sources/import-credit";
import { day } from "../../../src/time/day";
import { anImportPreview, repChange } from "../../support/builders/order-files/import-previews";
import { lines } from "../../support/harness/slack-blocks";

const today = day("2026-10-28");
const draft = { fileId: "F012345", sha256: "a".repeat(64), name: "orders.csv" };

describe("a preview of new orders", () => {
  const said = (uncredited: readonly Uncredited[], reps = [repChange("Ana Ray", ["wholesale", 14_301, 4_850])]) => {
    const credit = { ...anImportPreview().credit, uncredited };
    return lines(importPreviewMessage(anImportPreview({ reps, credit }), { draft, today }).blocks);
  };
  const left = (why: string, name: string | null, orders = 1): Uncredited => ({
    ...{ why, orders, from: 0, to: 640, named: name === null ? 0 : 1 },
    parts: name === null ? [] : [{ name, from: 0, to: 640, added: orders }],
    added: { orders, total: 640, largest: [{ order: "SO-<7>", name, total: 640 }] },
  });

  it.each([
    ["account type is neither Wholesale nor Distribution", "Retail", 'account type "Retail"'],
    ["order is Void", null, "voided"],
    ["order has no issue date", null, "it doesn't count"],
  ])("names new orders that count for nobody, and why: %s", (why, name, words) => {
    const line = `*Not credited* $640: SO-&lt;7&gt; new (${words})`;

    const shown = [said([left(why, name)])[3], said([left(why, name)], [])[2], said([left(why, name, 4)])[3]];

    expect(shown).toEqual([line, line, `${line}; and 3 more new`]);
  });

  it("names the largest of all that count for nobody", () => {
    const { added, ...retail } = left("account type is neither Wholesale nor Distribution", "Retail");
    const small = { orders: 1, total: 0.1, largest: [{ order: "SO-8", name: "Retail", total: 0.1 }] };

    expect(said([{ ...retail, added: small }, left("order is Void", null)])[3]).toBe(
      '*Not credited* $640.10: SO-&lt;7&gt; new (voided); SO-8 new (account type "Retail")',
    );
  });

  it.each([
    ["customer has no account type", "Blue <Door>", "an account type: Blue &lt;Door&gt;"],
    ["its salesman is mapped to nobody", "C. Poe", 'a match: "C. Poe"'],
    ["order has no salesman", null, "a sales rep"],
  ])("names those that wait once, where they wait: %s", (why, name, words) => {
    const line = (more: string) => `⚠️ *+$640* waits for ${words} (new: SO-&lt;7&gt;${more})`;
    const all = [said([left(why, name)]), said([left(why, name, 4)])];

    expect(all.map((lines) => lines.filter((text) => text.includes("$640")))).toEqual([
      [line("")],
      [line(" and 3 more")],
    ]);
  });

  it("says what waits no longer, and nothing of what waits as before", () => {
    const untyped = { why: "customer has no account type", orders: 2, from: 640, to: 40, named: 2 };
    const parts = [
      { name: "Bob's", from: 40, to: 40 },
      { name: "Ana's", from: 600, to: 0 },
    ];
    const lee = { ...untyped, why: "its salesman is mapped to nobody", from: 9, to: 9, parts: [], named: 0 };

    expect(said([{ ...untyped, parts }, lee]).filter((line) => line.includes("wait"))).toEqual([
      "✅ *$600* no longer waits for an account type: Ana's",
    ]);
  });

  it("counts new ones of whom none is among the largest, and leaves out those that wait as before", () => {
    const parts = [
      { name: "Ana's", from: 0, to: 600, added: 1 },
      { name: "Bob's", from: 5, to: 30, added: 2 },
      { name: "Cy's", from: 10, to: 10 },
    ];
    const one = { ...left("customer has no account type", "Ana's", 3), orders: 5, from: 15, parts, named: 3 };

    expect(said([one])).toContain(
      "⚠️ *+$625* waits for an account type: Ana's +$600 (new: SO-&lt;7&gt;), Bob's +$25 (2 new orders)",
    );
  });
});
