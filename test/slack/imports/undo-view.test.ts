import { decodeUndo, notUndone, undoButton, undoneMessage } from "../../../src/slack/imports/undo-view";
import { fits } from "../../../src/slack/ui/blocks";
import type { UndoneImport, UndoRefusal } from "../../../src/sources/import-undo";
import type { ImportPreview } from "../../../src/sources/order-importer";
import { zoneDays } from "../../../src/time/day";
import { anImportPreview, repChange } from "../../support/builders/order-files/import-previews";
import { glossaryFaults, textsIn } from "../../support/glossary";
import { HOSTILE_NAMES, lines, messageFaults } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:00:00Z") };
const at = new Date("2026-10-28T17:00:00Z");

describe("the button that undoes an import", () => {
  const asked = (more: Partial<ImportPreview>, id: string | undefined = "i-1") => {
    const applied = { preview: anImportPreview(more), applied: true, sync: null };
    return undoButton(id === "" ? applied : { ...applied, id }).map(({ confirm, value }) => [
      confirm?.text.text,
      value,
    ]);
  };

  it.each<[Partial<ImportPreview>, string]>([
    [
      {},
      "Takes out 2 new orders ($200) and puts back 1 changed order ($50 → $100.50). The import credited +$149.50; that is reversed.",
    ],
    [
      {
        orders: { new: 1, changed: 0, unchanged: 0 },
        credit: { ...anImportPreview().credit, credited: { from: 5, to: 5 } },
      },
      "Takes out 1 new order ($200).",
    ],
    [
      { orders: { new: 0, changed: 0, unchanged: 3 }, customers: { new: 2, changed: 1 } },
      "Takes out 2 new customers and puts back 1 customer. The import credited +$149.50; that is reversed.",
    ],
  ])("says in words and money what it puts back: %j", (more, said) => {
    expect(asked(more)).toEqual([[`${said} Everyone's figures update.`, '{"id":"i-1"}']]);
    // Slack takes no longer text in a dialog.
    expect(said.length + 30).toBeLessThanOrEqual(300);
  });

  it("is not there where nothing was changed, or it is not known by what to undo it", () => {
    const none = { orders: { new: 0, changed: 0, unchanged: 3 } };

    expect([asked(none), asked({}, "")]).toEqual([[], []]);
  });

  it("fits Slack's dialog with the largest amounts", () => {
    const orders = { new: 49_999, changed: 49_999, unchanged: 0 };
    const totals = { new: 99_999_999.99, changedFrom: 99_999_999.99, changedTo: 99_999_999.99, unchanged: 0 };
    const credit = { ...anImportPreview().credit, credited: { from: 99_999_999.99, to: 0 } };
    const [[text = ""] = []] = asked({ orders, totals, credit });

    expect(String(text).length).toBeLessThanOrEqual(300);
  });

  it.each(["", "x", "null", '{"id":1}', '{"id":""}', "[]"])(
    "undoes nothing for a value that is not ours: %j",
    (value) => {
      expect(decodeUndo(value)).toBeNull();
    },
  );
});

describe("what an undo says", () => {
  const undone = (more: Partial<UndoneImport> = {}): UndoneImport => ({
    ...{ name: "orders.csv", orders: { out: 3, back: 2 }, customers: { out: 1, back: 0 } },
    ...{ reps: [repChange("Ben", ["distribution", 0, 23.5])], credit: anImportPreview().credit },
    ...more,
  });
  const refusals: readonly (UndoRefusal | { kind: "busy" })[] = [
    { kind: "busy" },
    { kind: "again", by: "UALEX", at },
    { kind: "again", by: "former-0a1b2c", at },
    { kind: "later", name: "a<b>.csv", by: "cli", at },
    { kind: "changed", orders: 3, customers: 2, named: ["SO-1", "SO-<2>", "C*"] },
    { kind: "over" },
  ];

  it("counts what went out and what was put back", () => {
    const said = (more: Partial<UndoneImport>) =>
      lines(undoneMessage(undone(more), { next: "", ended: ["synced"] }).blocks).at(-1);

    expect([
      said({}),
      said({ orders: { out: 1, back: 0 } }),
      said({ orders: { out: 0, back: 1 } }),
      said({ orders: { out: 0, back: 0 }, customers: { out: 0, back: 2 } }),
    ]).toEqual([
      "3 orders taken out, 2 put back. Synced. Credited sales of these 9 orders: $400.50 → $550",
      "1 order taken out. Synced. Credited sales of these 7 orders: $400.50 → $550",
      "1 order put back. Synced. Credited sales of these 6 orders: $400.50 → $550",
      "2 customers put back. Synced. Credited sales of these 6 orders: $400.50 → $550",
    ]);
  });

  it("says why nothing was undone, and what to do instead", () => {
    expect(refusals.map((one) => notUndone(one, reading).replace(/<!date\^[^|]*\|([^>]*)>/g, "$1"))).toEqual([
      "Another import is running, so nothing was undone. Press Undo again in a minute.",
      "<@UALEX> undid this import 1:00 PM EDT.",
      "A former teammate undid this import 1:00 PM EDT.",
      "Nothing was undone, as another file came since: The command line imported a&lt;b&gt;.csv 1:00 PM EDT. Undo that one first. To put back what an earlier file has, drop it here again.",
      "Nothing was undone, as something else has changed SO-1, SO-&lt;2&gt;, C∗, and 2 more since. To put back what an earlier file has, drop it here again.",
      "An import can be undone for 24 hours, and what was before this one isn't kept anymore. To put back what an earlier file has, drop it here again.",
    ]);
  });

  it("is written as the glossary has it", () => {
    const views = [
      undoneMessage(undone(), { next: "⏳ Syncing…" }),
      undoneMessage(undone({ reps: [] }), { next: "", ended: ["no figures change"] }),
      ...refusals.map((one) => ({ text: notUndone(one, reading) })),
      {
        blocks: [
          {
            type: "actions",
            elements: [...undoButton({ preview: anImportPreview(), applied: true, sync: null, id: "i" })],
          },
        ],
      },
    ];

    expect(views.flatMap(textsIn).flatMap(glossaryFaults)).toEqual([]);
  });

  it.each(HOSTILE_NAMES)("is taken by Slack whatever stands in the file: %#", (name) => {
    const reps = Array(60).fill(repChange(name, ["wholesale", 1, 2], ["distribution", 3, -1]));

    // Nothing in a title pings.
    const [, ...blocks] = undoneMessage(undone({ name, reps }), { next: "⏳" }).blocks;

    expect(messageFaults({ text: "", blocks })).toEqual([]);
    expect(fits(undoneMessage(undone({ name, reps }), { next: "⏳" }))).toBe(true);
  });
});
