import type { AppliedPreview } from "../../../src/slack/imports/changes-view";
import {
  appliedMessage,
  applyingMessage,
  fileFaultMessage,
  forgottenMessage,
  importedMessage,
  readingMessage,
} from "../../../src/slack/imports/outcome-view";
import { importPreviewMessage } from "../../../src/slack/imports/preview-view";
import { notForYouMessage } from "../../../src/slack/ui/access-messages";
import type { Message } from "../../../src/slack/ui/blocks";
import { day, zoneDays } from "../../../src/time/day";
import { anImportPreview, repChange, typeChange } from "../../support/builders/order-files/import-previews";
import { aReport } from "../../support/builders/reports";
import { HOSTILE_NAMES, lines, messageFaults } from "../../support/harness/slack-blocks";

const today = day("2026-10-28");
const draft = { fileId: "F012345", sha256: "a".repeat(64), name: "orders.csv" };
const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:00:00Z") };

const cell = (text: string) => ({ field: "customer", from: text, to: text });
const hostile = (name: string): AppliedPreview => {
  const sample = Array.from({ length: 10 }, () => ({ order: name, changes: Array(6).fill(cell(name)) }));
  const rows = Array.from({ length: 20 }, (_, row) => ({ row: row + 1, reason: `its Date "${name}" is no day` }));
  const rep = { name, matched: false, metrics: [{ type: "new_sales_wholesale", from: 1, to: 0, change: -1 } as const] };
  const reps = [
    ...Array(30).fill(rep),
    ...Array(50).fill(repChange(name, ["wholesale", 1, 2], ["distribution", 3, -1])),
  ];
  const parts = Array(10).fill({ name, from: 0, to: 1 });
  const uncredited = [
    "customer has no account type",
    "its salesman is mapped to nobody",
    "account type is neither Wholesale nor Distribution",
  ].map((why) => {
    return { why, orders: 3, from: 0, to: 10, parts, named: 20 };
  });
  const credit = { orders: 9, total: { from: 1, to: 90 }, credited: { from: 1, to: 60 }, uncredited };
  const changes = Array(10).fill(typeChange({ customer: name, from: name, to: name, reps }));
  return anImportPreview({
    name,
    sample,
    reps,
    credit,
    accountTypes: { count: 40, changes },
    notices: Array(40).fill(`Status "${name}" is none`),
    refused: { count: 0, rows, kinds: rows.map(({ row, reason }) => ({ reason, count: 1, rows: [row] })) },
  });
};

/** What Slack would refuse, and what could ping outside of plain text, where nothing does. */
function faults(message: Message): readonly string[] {
  const parsed = JSON.stringify(message, (key, value) => {
    return ["plain_text", "raw_text"].includes(value?.type) || key === "value" ? undefined : value;
  });
  // Slack's own dates ping nobody.
  const pings = /<(?!!date\^)[!@#]/.test(parsed) ? ["pings"] : [];
  return [...messageFaults(message).filter((fault) => fault !== "pings"), ...pings];
}

describe("a file's preview", () => {
  it("says first what it does to credited sales, then what is not credited and why, and no sum, as every line of a table would say it again", () => {
    const reps = [repChange("Ana Ray", ["wholesale", 14_301, 4_850]), repChange("Ben", ["distribution", 100, -0.5])];
    const uncredited = [
      {
        ...{ why: "customer has no account type", orders: 1, from: 0, to: 640 },
        ...{ parts: [{ name: "Blue <Door>", from: 0, to: 640 }], named: 1 },
      },
    ];
    const credit = {
      ...{ orders: 6, total: { from: 14_401, to: 19_890.5 }, credited: { from: 14_401, to: 19_250.5 } },
      uncredited,
    };

    const { blocks, text } = importPreviewMessage(anImportPreview({ reps, credit }), { draft, today });

    expect(text).toBe("orders.csv: Ben loses $0.50 of distribution, Ana Ray gains $4,850 of wholesale. Apply?");
    expect(lines(blocks).slice(0, 6)).toEqual([
      "# Import preview: orders.csv",
      "*Credited sales rise by $4,849.50*",
      "*Ben* −$0.50 distribution",
      "*Ana Ray* +$4,850 wholesale",
      "*Orders that change*",
      "• SO-1: total $100.50 → $50",
    ]);
    expect(lines(blocks).slice(-5)).toEqual([
      "⚠️ *+$640* waits for an account type: Blue &lt;Door&gt;",
      "*Apply 2 new orders and 1 changed?*",
      "[import_apply]",
      "[import_forget]",
      expect.stringMatching(/^Read as a per-line report/),
    ]);
    expect(blocks.map(({ type }) => type)).not.toContain("table");
    expect(lines(blocks).at(-1)).toBe(
      "Read as a per-line report, 50,000 rows: 2 new orders, 1 changed, 3 unchanged. Credited sales of these 6 orders: $14,401 → $19,250.50. Days that change: Oct 1–28. Nothing is written until you apply it.",
    );
  });

  it("says how many orders beside the file's its sums are of, and once applied what they all come to", () => {
    const ana = repChange("Ana Ray", ["wholesale", 14_301, 4_850]);
    const credit = { orders: 30, total: { from: 14_301, to: 19_151 }, credited: { from: 14_301, to: 19_151 } };
    const preview = anImportPreview({ reps: [ana], credit: { ...credit, uncredited: [] } });

    expect(lines(importPreviewMessage(preview, { draft, today }).blocks).at(-1)).toMatch(
      /: 2 new orders, 1 changed, 3 unchanged; and 24 orders of retyped customers\. Credited sales of these 30 orders: \$14,301 → \$19,151\. Days that change: Oct 1–28\. Nothing is written until you apply it\.$/,
    );
    expect(JSON.stringify(importedMessage({ preview, applied: true, sync: null }, aReport(), reading))).toContain(
      "*orders.csv*: 30 orders (24 orders of retyped customers among them)",
    );
  });

  it("says which account types change with what that does to whom, and what lies ahead", () => {
    const ana = repChange("Ana Ray", ["wholesale", 14_301, 4_850]);
    const lee = { ...repChange("B. Lee", ["distribution", 1, -0.5]), matched: false };
    const accountTypes = {
      count: 3,
      changes: [
        { customer: "Harbor & Vine", from: "Retail", to: "Wholesale", reps: [ana, lee], uncredited: [] },
        typeChange(),
      ],
    };
    const ahead = { orders: 3, total: 1_200, days: { from: day("2026-11-20"), to: day("2026-11-26") } };

    const said = lines(importPreviewMessage(anImportPreview({ accountTypes, ahead }), { draft, today }).blocks);

    expect(said).toEqual(
      expect.arrayContaining([
        "*Account types that change*",
        '• Harbor &amp; Vine: Retail → Wholesale. Ana Ray: wholesale +$4,850; "B. Lee" (unmatched): distribution −$0.50',
        "• Jones: none → Gallery. $32,800 of Jones leaves waiting. No credited sales change",
        "and 1 more customer",
      ]),
    );
    expect(said.find((line) => line.includes("after today"))).toMatch(
      /^⚠️ 3 orders \(\$1,200\) are dated after today: /,
    );
  });

  it("names some orders and how many more change", () => {
    const orders = { new: 0, changed: 1_234, unchanged: 0 };

    const said = lines(importPreviewMessage(anImportPreview({ orders }), { draft, today }).blocks);

    expect(said).toContain("• SO-1: total $100.50 → $50");
    expect(said).toContain("and 1,233 more orders");
  });

  it.each(HOSTILE_NAMES)("is harmless, and taken by Slack, whatever stands in the file: %#", (name) => {
    const preview = hostile(name);
    const refused = { ...preview, refused: { ...preview.refused, count: 49_999 } };
    const missing = Array(12).fill({ name: "Total Price", near: name });
    const columns = { of: "per-line report" as const, missing, found: Array(30).fill(name), count: 9_999 };
    const messages = [preview, refused, { ...refused, columns }].map((one) =>
      importPreviewMessage(one, { draft: { ...draft, name }, today, note: "Nothing was applied." }),
    );

    expect(messages.flatMap(faults)).toEqual([]);
  });
});

describe("what becomes of a file", () => {
  it.each(HOSTILE_NAMES)("is told harmlessly, whatever its name is: %#", (name) => {
    const sync = { range: { from: today, to: today }, report: Promise.resolve(null) };
    const applied = { preview: hostile(name), applied: true, sync };
    const messages = [
      readingMessage(name),
      applyingMessage(name),
      forgottenMessage(name),
      appliedMessage(applied, reading),
      importedMessage(applied, aReport(), reading),
      importedMessage(applied, null, reading),
      notForYouMessage(Array(20).fill(name)),
      ...(["no-access", "gone", "elsewhere", "too-large", "out-of-order"] as const).map((fault) =>
        fileFaultMessage(fault, { name, mostBytes: 20 * 1024 * 1024 }),
      ),
    ];

    expect(messages.flatMap(faults)).toEqual([]);
  });

  it("is that no day's figures change where none does", () => {
    const applied = { preview: anImportPreview(), applied: true, sync: null };

    expect(appliedMessage(applied, reading).text).toMatch(/No figures change\.$/);
    expect(appliedMessage(applied, reading).text).toMatch(/^Applied orders\.csv: No rep's credited sales changed\./);
  });
});
