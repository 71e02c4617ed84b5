import { importSummary, summaryLines } from "../../src/sync/import-summary";
import { anImportPreview, type RepChanges, repChange } from "../support/builders/order-files/import-previews";

const SHOWN = { clean: (name: string) => name, most: 10 };
const headline = (reps: RepChanges, applied = false) =>
  importSummary(anImportPreview({ reps }), { ...SHOWN, applied }).headline;
const dollarsIn = (text: string) => Number(text.replace("−", "-").replace(/[$,+]/g, ""));

describe("the first line of an import", () => {
  const ana = repChange("Ana", ["wholesale", 6_000, -5_000]);
  const ben = repChange("Ben", ["wholesale", 6_000, 9_050], ["distribution", 0, 0.5]);

  it("names who loses before who gains, and of what", () => {
    expect(headline([ben, ana])).toBe(
      "Ana loses $5,000 of wholesale, Ben gains $9,050.50 of wholesale and distribution.",
    );
    expect(headline([ben, ana], true)).toBe(
      "Ana lost $5,000 of wholesale, Ben gained $9,050.50 of wholesale and distribution.",
    );
  });

  it("says of nobody that they gain who loses in a metric", () => {
    const moved = repChange("Dev", ["wholesale", 6_000, -5_000], ["distribution", 0, 5_200]);
    const lost = repChange("Cleo", ["wholesale", 6_000, -5_000], ["distribution", 0, 4_999.9]);

    expect(headline([moved, lost])).toBe(
      "Cleo loses $0.10 in all: wholesale (−$5,000) and distribution (+$4,999.90), Dev shifts from wholesale (−$5,000) to distribution (+$5,200).",
    );
  });

  it("names three reps and counts the others", () => {
    const losing = Array.from({ length: 4 }, (_, n) => repChange(`L${n}`, ["wholesale", 100, -4 + n]));

    expect(headline([...losing, ben])).toBe(
      "L0 loses $4 of wholesale, L1 loses $3 of wholesale, L2 loses $2 of wholesale, 1 more loses, 1 gains.",
    );
    expect(headline([...losing, ben], true)).toMatch(/1 more lost, 1 gained\.$/);
  });

  it("counts no unmatched name as a rep", () => {
    expect(headline([{ ...ben, matched: false }])).toBe("No rep's credited sales change.");
  });

  it("says that nothing changes where nothing does", () => {
    const orders = { new: 0, changed: 0, unchanged: 6 };

    expect(importSummary(anImportPreview({ orders }), SHOWN).headline).toBe(
      "Nothing changes: Paceline already has these orders just as they are here.",
    );
  });
});

describe("the sums of an import", () => {
  const reps = [
    repChange("Ben", ["wholesale", 100.5, -50.5]),
    repChange("Ana", ["wholesale", 0, 150], ["distribution", 0, 50]),
    { ...repChange("C. Day", ["wholesale", 0, 30]), matched: false },
  ];
  const left = (why: string, to: number, names: readonly string[] = [], from = 0) => {
    const parts = names.map((name) => ({ name, from: 0, to: to / names.length }));
    return { why, orders: 1, from, to, parts, named: names.length };
  };
  const uncredited = [
    left("customer has no account type", 640, ["Blue Door Café"]),
    left("its salesman is mapped to nobody", 30, ["C. Day", "D. Poe"]),
    left("order is Void", 20, [], 5),
  ];
  const credit = {
    orders: 9,
    total: { from: 405.5, to: 1_240 },
    credited: { from: 400.5, to: 550 },
    uncredited,
  };

  it("add up: the rows to their total, and what is credited and what is not to the orders", () => {
    const { rows, sum, uncredited: lines } = importSummary(anImportPreview({ reps, credit }), SHOWN);

    expect(rows).toEqual([
      { who: "Ben, wholesale", before: "$100.50", after: "$50", change: "−$50.50" },
      { who: "Ana, wholesale", before: "$0", after: "$150", change: "+$150" },
      { who: "Ana, distribution", before: "$0", after: "$50", change: "+$50" },
      { who: "Everyone else", before: "$300", after: "$300", change: "$0" },
      { who: "Total credited", before: "$400.50", after: "$550", change: "+$149.50" },
    ]);
    const total = rows.at(-1);
    for (const column of ["before", "after", "change"] as const) {
      const parts = rows.slice(0, -1).map((row) => dollarsIn(row[column]));
      expect(parts.reduce((all, one) => all + one, 0)).toBeCloseTo(dollarsIn(total?.[column] ?? ""), 5);
    }
    expect(sum).toBe(
      "9 orders (3 orders of retyped customers among them), $1,240 = $550 credited + $670 waiting + $20 not counting",
    );
    expect(lines).toEqual([
      "$640 waits for an account type: Blue Door Café",
      '$30 waits for matches: "C. Day" $15, "D. Poe" $15',
      "$20 doesn't count: 1 void order $20 (was $5)",
    ]);
  });

  it("fold many reps into a row, and add up all the same", () => {
    const many = Array.from({ length: 50 }, (_, n) => repChange(`R${n}`, ["wholesale", 10, n - 25.5]));
    const change = many.reduce((all, { metrics }) => all + (metrics[0]?.change ?? 0), 0);
    const of = { ...credit, credited: { from: 500, to: 500 + change } };

    const { rows } = importSummary(anImportPreview({ reps: many, credit: of }), SHOWN);

    expect(rows.map(({ who }) => who).slice(-3)).toEqual(["R9, wholesale", "40 more reps", "Total credited"]);
    expect(rows.slice(0, -1).reduce((all, row) => all + dollarsIn(row.change), 0)).toBeCloseTo(change, 5);
  });

  it("are said in plain lines to whoever asks by a program", () => {
    expect(summaryLines(anImportPreview({ reps, credit }), SHOWN)).toEqual([
      "Ben loses $50.50 of wholesale, Ana gains $200 of wholesale and distribution.",
      "Ben, wholesale: $100.50 → $50 (−$50.50)",
      "Ana, wholesale: $0 → $150 (+$150)",
      "Ana, distribution: $0 → $50 (+$50)",
      "Everyone else: $300 → $300 ($0)",
      "Total credited: $400.50 → $550 (+$149.50)",
      "Not credited: $640 waits for an account type: Blue Door Café",
      'Not credited: $30 waits for matches: "C. Day" $15, "D. Poe" $15',
      "Not credited: $20 doesn't count: 1 void order $20 (was $5)",
      "In all: 9 orders (3 orders of retyped customers among them), $1,240 = $550 credited + $670 waiting + $20 not counting",
      "In this file: 2 new ($200), 1 changed ($100.50 → $50), 3 unchanged ($300)",
    ]);
  });
});
