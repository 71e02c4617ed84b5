import type { AppliedPreview } from "../../../src/slack/imports/effects-view";
import {
  appliedMessage,
  applyingMessage,
  fileFaultMessage,
  forgottenMessage,
  importedMessage,
  readingMessage,
} from "../../../src/slack/imports/outcome-view";
import { decodeImport, encodeImport } from "../../../src/slack/imports/payload";
import { importPreviewMessage } from "../../../src/slack/imports/preview-view";
import { notForYouMessage } from "../../../src/slack/ui/access-messages";
import type { Message } from "../../../src/slack/ui/blocks";
import { day, zoneDays } from "../../../src/time/day";
import { aReport } from "../../support/builders/reports";
import { HOSTILE_NAMES, lines, messageFaults } from "../../support/harness/slack-blocks";

const today = day("2026-10-28");
const draft = { fileId: "F012345", sha256: "a".repeat(64), name: "orders.csv" };
const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:00:00Z") };

function aPreview(more: Partial<AppliedPreview> = {}): AppliedPreview {
  return {
    name: "orders.csv",
    format: "per-line report",
    rows: 50_000,
    orders: { new: 2, changed: 1, unchanged: 3 },
    customers: { new: 0, changed: 0 },
    totals: { new: 200, changedFrom: 100.5, changedTo: 50, unchanged: 300 },
    refused: { count: 0, rows: [] },
    sample: [{ order: "SO-1", changes: [{ field: "total", from: "100.50", to: "50.00" }] }],
    reps: [],
    accountTypes: { count: 0, changes: [] },
    ahead: null,
    days: { from: day("2026-10-01"), to: today },
    notices: [],
    ...more,
  };
}

const cell = (text: string) => ({ field: "customer", from: text, to: text });
const hostile = (name: string): AppliedPreview => {
  const sample = Array.from({ length: 10 }, () => ({ order: name, changes: Array(6).fill(cell(name)) }));
  const rows = Array.from({ length: 20 }, (_, row) => ({ row: row + 1, reason: `its Date '${name}' is no day` }));
  const rep = { name, matched: false, metrics: [{ type: "new_sales_wholesale", from: 1, to: 0, change: -1 } as const] };
  const reps = Array(30).fill(rep);
  const accountTypes = { count: 40, changes: Array(10).fill({ customer: name, from: name, to: name, reps }) };
  return aPreview({
    name,
    sample,
    reps,
    accountTypes,
    notices: Array(40).fill(`Status '${name}' is none`),
    refused: { count: 0, rows },
  });
};

/** What Slack would refuse, and what could ping outside of plain text, where nothing does. */
function faults(message: Message): readonly string[] {
  const parsed = JSON.stringify(message, (key, value) => {
    return value?.type === "plain_text" || key === "value" ? undefined : value;
  });
  // Slack's own dates ping nobody.
  const pings = /<(?!!date\^)[!@#]/.test(parsed) ? ["pings"] : [];
  return [...messageFaults(message).filter((fault) => fault !== "pings"), ...pings];
}

describe("a file's preview", () => {
  it("sets the dollars before and after below each other, and sums them", () => {
    const [, table] = importPreviewMessage(aPreview(), { draft, today }).blocks;

    const rows = table?.type === "table" ? table.rows : [];
    expect(rows.map((row) => row.map((one) => ("text" in one ? one.text : "")))).toEqual([
      ["Orders", "Before", "After"],
      ["2 new", "–", "$200"],
      ["1 changed", "$100.50", "$50"],
      ["3 same", "$300", "$300"],
      ["6 in all", "$400.50", "$550"],
    ]);
  });

  it("says what it does to whose figures, which account types change with what that does, and what lies ahead", () => {
    const sold = { type: "new_sales_wholesale", from: 14_301, to: 19_151, change: 4_850 } as const;
    const ana = { name: "Ana Ray", matched: true, metrics: [sold] };
    const lee = {
      name: "B. Lee",
      matched: false,
      metrics: [{ type: "new_sales_distribution", from: 1, to: 0.5, change: -0.5 } as const],
    };
    const moved = [
      { type: "new_sales_wholesale", from: 30.3, to: 0, change: -30.3 },
      { type: "new_sales_distribution", from: 0, to: 30.3, change: 30.3 },
    ] as const;
    const ben = { name: "Ben", matched: true, metrics: moved };
    const accountTypes = {
      count: 3,
      changes: [
        { customer: "Harbor & Vine", from: "Retail", to: "Wholesale", reps: [ana] },
        { customer: "Jones", from: null, to: "Gallery", reps: [] },
      ],
    };
    const ahead = { orders: 3, total: 1_200, days: { from: day("2026-11-20"), to: day("2026-11-26") } };

    const preview = aPreview({ reps: [lee, ben, ana], accountTypes, ahead });
    const said = lines(importPreviewMessage(preview, { draft, today }).blocks);

    expect(said).toEqual(
      expect.arrayContaining([
        "*1 rep gains, 1 rep shifts between metrics, 1 unmatched* · net +$4,850 by this file",
        "▲ Ana Ray: Wholesale sales $14,301 → $19,151 (+$4,850)",
        "↔ Ben: Wholesale sales $30.30 → $0 (−\u2060$30.30), Distribution sales $0 → $30.30 (+$30.30)",
        '• "B. Lee", who isn\'t matched to anyone: Distribution sales $1 → $0.50 (−\u2060$0.50)',
        "*Account type changes*",
        "• Harbor &amp; Vine: Retail → Wholesale. Ana Ray: Wholesale sales +$4,850",
        "• Jones: none → Gallery. No figure changes",
        "and 1 more customer",
      ]),
    );
    expect(said.find((line) => line.includes("after today"))).toMatch(
      /^⚠️ 3 orders \(\$1,200\) are dated after today: /,
    );
  });

  it("names some orders and how many more change", () => {
    const orders = { new: 0, changed: 1_234, unchanged: 0 };

    const said = lines(importPreviewMessage(aPreview({ orders }), { draft, today }).blocks);

    expect(said).toContain("• SO-1: total $100.50 → $50");
    expect(said).toContain("and 1,233 more orders");
  });

  it("names the first rows that are refused by their reason, and how many more there are", () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({ row: index + 16, reason: "no day" }));

    const said = lines(importPreviewMessage(aPreview({ refused: { count: 1_000, rows } }), { draft, today }).blocks);

    expect(said.slice(1, 3)).toEqual([
      "*1,000 rows have problems*, so nothing was imported:",
      "• Rows 16, 17, 18, 19, 20, 21, 22, 23, 24, 25: no day",
    ]);
    expect(said).toContain("and 990 more rows");
    expect(said.some((line) => line.includes("import_apply"))).toBe(false);
  });

  it.each(HOSTILE_NAMES)("is harmless, and taken by Slack, whatever stands in the file: %#", (name) => {
    const preview = hostile(name);
    const refused = { ...preview, refused: { ...preview.refused, count: 49_999 } };
    const messages = [preview, refused].map((one) =>
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
    const applied = { preview: aPreview(), applied: true, sync: null };

    expect(appliedMessage(applied, reading).text).toMatch(/No figures change\.$/);
  });
});

describe("what a button carries", () => {
  it("comes back as it was, the name cut to 80 characters", () => {
    expect(decodeImport(encodeImport({ ...draft, name: "😀".repeat(200) }))).toEqual({
      ...draft,
      name: `${"😀".repeat(79)}…`,
    });
  });

  it.each(["", "null", "{}", JSON.stringify({ ...draft, fileId: "../F1" }), JSON.stringify({ ...draft, sha256: "a" })])(
    "is refused when we did not write it: %s",
    (value) => {
      expect(() => decodeImport(value)).toThrow(RangeError);
    },
  );
});
