import { detailsButton } from "../../../src/slack/imports/details";
import { importedMessage } from "../../../src/slack/imports/outcome-view";
import { importPreviewMessage } from "../../../src/slack/imports/preview-view";
import { fits } from "../../../src/slack/ui/blocks";
import { day, zoneDays } from "../../../src/time/day";
import { anImportPreview, repChange, typeChange } from "../../support/builders/order-files/import-previews";
import { aReport } from "../../support/builders/reports";
import { HOSTILE_NAMES, lines, pressable } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:00:00Z") };

describe("a file that was applied", () => {
  it("is a line for whoever lost or gained, by which orders", () => {
    const credit = {
      ...{ orders: 9, total: { from: 1, to: 90 }, credited: { from: 400.5, to: 550 } },
      uncredited: [],
    };
    const largest = [{ order: "SO-<7>", move: "voided" as const }];
    const ben = { ...repChange("Ben", ["wholesale", 100.5, -50.5]), orders: { count: 1, move: null, largest } };
    const reps = [repChange("Ana", ["wholesale", 0, 150], ["distribution", 0, 50]), ben];
    const preview = anImportPreview({ reps, credit });
    const { blocks } = importedMessage({ preview, applied: true, sync: null }, aReport(), reading);

    expect(lines(blocks)).toEqual([
      "# ✅ Applied: orders.csv",
      "*Credited sales rose by $149.50*",
      "*Ben* −$50.50 wholesale: SO-&lt;7&gt; voided",
      "*Ana* +$150 wholesale, +$50 distribution",
      "[import_details]",
      "2 new orders and 1 changed. Figures updated. Credited sales of these 9 orders: $400.50 → $550",
    ]);
    expect(pressable(blocks)).toEqual(["import_details"]);
  });

  it.each([
    [
      { orders: { new: 0, changed: 2, unchanged: 1 } },
      [],
      "*Undo* works for 24 hours, until another file is applied. After that, the earlier file, dropped here again, puts back the 2 changed orders.",
    ],
    [
      { orders: { new: 1, changed: 0, unchanged: 1 }, customers: { new: 0, changed: 2 } },
      ["Retail", null],
      "*Undo* works for 24 hours, until another file is applied. After that, the new order stays until a file voids it; first account types stay until a file changes them; the earlier file, dropped here again, puts back the account types.",
    ],
    [
      { orders: { new: 0, changed: 0, unchanged: 1 }, customers: { new: 0, changed: 1 } },
      [],
      "*Undo* works for 24 hours, until another file is applied. After that, the earlier file, dropped here again, puts back the customers' names.",
    ],
  ])("says in a sentence what stays, then what an earlier file puts back: %j", (changes, types, said) => {
    const accountTypes = { count: types.length, changes: types.map((from) => typeChange({ from })) };
    const preview = anImportPreview({ ...changes, accountTypes });

    expect(detailsOf(preview).at(-1)).toBe(said);
  });

  it("promises that an earlier file puts back nothing where nothing but customers came in, and no Undo where nothing did", () => {
    const orders = { new: 0, changed: 0, unchanged: 1 };
    const came = anImportPreview({ orders, customers: { new: 1, changed: 0 } });

    expect(detailsOf(came).at(-1)).toBe("*Undo* works for 24 hours, until another file is applied.");
    expect(detailsOf(anImportPreview({ orders })).join("\n")).not.toContain("Undo");
  });

  it("names everybody whose sales changed, as no table below does", () => {
    const { blocks } = importedMessage({ preview: ofPeople(7), applied: true, sync: null }, aReport(), reading);

    expect(changesIn(blocks)).toEqual(["Rep 7", "Rep 6", "Rep 5", "Rep 4", "Rep 3", "Rep 2", "Rep 1"]);
    expect(lines(blocks).join("\n")).not.toContain(" more ");
  });

  it("counts those whom Slack leaves no room to name", () => {
    const message = importedMessage({ preview: ofPeople(70), applied: true, sync: null }, aReport(), reading);

    expect(fits(message)).toBe(true);
    expect(changesIn(message.blocks)).toHaveLength(30);
    expect(lines(message.blocks)).toContain("and 40 more people");
  });
});

describe("the details of an applied file", () => {
  it("add up by column, and say what doesn't count, what is in the file and which orders change", () => {
    const parts = [{ name: "B. Lee", from: 20, to: 50 }];
    const uncredited = [
      { why: "its salesman is mapped to nobody", orders: 1, from: 20, to: 50, parts, named: 1 },
      { why: "order is Void", orders: 2, from: 5, to: 25.5, parts: [], named: 0 },
    ];
    const credit = { orders: 6, total: { from: 425.5, to: 625.5 }, credited: { from: 400.5, to: 550 }, uncredited };

    expect(detailsOf(anImportPreview({ credit }))).toEqual([
      "*orders.csv*: 6 orders",
      "• Total credited: $400.50 → $550 (+$149.50)",
      "• Waiting: $20 → $50 (+$30)",
      "• Not counting: $5 → $25.50 (+$20.50)",
      "• All 6 orders: $425.50 → $625.50 (+$200)",
      "$25.50 doesn't count: 2 void orders $25.50 (was $5).",
      "*In this file*: 2 new ($200), 1 changed ($100.50 → $50), 3 unchanged ($300)",
      "*Orders that change*",
      "• SO-1: total $100.50 → $50",
      "*Days that change*: Oct 1–28",
      expect.stringMatching(/^\*Undo\* works for 24 hours, .* the 2 new orders stay until a file voids them; /),
    ]);
  });

  it.each(HOSTILE_NAMES)("fit into their button, whatever stands in the file: %#", (name) => {
    const parts = Array(10).fill({ name, from: 0, to: 1 });
    const uncredited = [
      { why: "account type is neither Wholesale nor Distribution", orders: 3, from: 0, to: 10, parts, named: 20 },
    ];
    const sample = Array(10).fill({ order: name, changes: Array(6).fill({ field: "customer", from: name, to: name }) });
    const credit = { ...anImportPreview().credit, uncredited };
    const preview = anImportPreview({ name, credit, sample, notices: Array(40).fill(`Status "${name}" is none`) });
    const { value = "" } = detailsButton(preview, day("2026-10-28"));

    expect(value.length).toBeLessThanOrEqual(2_000);
    expect(detailsOf(preview)[1]).toBe("• Total credited: $400.50 → $550 (+$149.50)");
  });
});

describe("a file that may be applied", () => {
  it("names five and counts the rest, whom its table names", () => {
    const draft = { fileId: "F012345", sha256: "a".repeat(64), name: "orders.csv" };
    const preview = (people: number) =>
      importPreviewMessage(ofPeople(people), { draft, today: day("2026-10-28") }).blocks;

    expect(changesIn(preview(7))).toHaveLength(5);
    expect(lines(preview(7))).toContain("and 2 more people");
    expect(lines(preview(6))).toContain("and 1 more person");
    expect(lines(preview(5)).join("\n")).not.toContain(" more p");
  });
});

/** What "Details" opens. */
function detailsOf(preview: ReturnType<typeof anImportPreview>): readonly string[] {
  const { parts, small } = JSON.parse(detailsButton(preview, day("2026-10-28")).value ?? "");
  return [...parts.flatMap((part: string) => part.split("\n")), small];
}

/** A file by which so many gain, each a dollar more than the one before. */
function ofPeople(people: number) {
  return anImportPreview({
    reps: Array.from({ length: people }, (_, at) => repChange(`Rep ${at + 1}`, ["wholesale", 100, at + 1])),
  });
}

/** Whose change has a line, the first of them first. */
function changesIn(blocks: Parameters<typeof lines>[0]): readonly string[] {
  return lines(blocks).flatMap((line) => line.match(/^\*(Rep \d+)\*/)?.[1] ?? []);
}
