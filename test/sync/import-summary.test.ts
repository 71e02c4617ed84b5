import type { OrderMove } from "../../src/sources/order-moves";
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

  it("says by which orders somebody loses, and of nobody else", () => {
    const of = (...largest: readonly (readonly [string, OrderMove])[]) =>
      largest.map(([order, move]) => ({ order, move }));
    const orders = (count: number, move: OrderMove | null, ...largest: readonly (readonly [string, OrderMove])[]) => {
      return { ...ana, orders: { count, move, largest: of(...largest) } };
    };
    const why = (rep: RepChanges[number]) => headline([rep]).replace("Ana loses $5,000 of wholesale ", "");

    expect(why(orders(1, "voided", ["SO-7", "voided"]))).toBe("(SO-7 voided).");
    expect(why(orders(2, "voided", ["SO-7", "voided"], ["SO-8", "voided"]))).toBe("(SO-7 and SO-8 voided).");
    expect(why(orders(9, "voided", ["SO-7", "voided"], ["SO-8", "voided"]))).toBe("(SO-7, SO-8 and 7 more voided).");
    expect(why(orders(3, null, ["SO-7", "voided"], ["SO-8", "total"]))).toBe(
      "(SO-7 voided, SO-8 repriced and 1 more).",
    );
    expect(headline([{ ...ben, orders: { count: 1, move: "new", largest: of(["SO-9", "new"]) } }])).not.toContain(
      "SO-9",
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

  const row = (who: string, before: string, after: string, change: string, isSum = false) => {
    return { isSum, who, before, after, change };
  };
  /** What the rows before a sum come to, those that are no sum. */
  const adds = (rows: ReturnType<typeof importSummary>["rows"], upTo: string, column: "before" | "after" | "change") =>
    rows
      .slice(
        0,
        rows.findIndex(({ who }) => who === upTo),
      )
      .filter(({ isSum }) => !isSum)
      .reduce((all, one) => all + dollarsIn(one[column]), 0);

  it("add up: reps to what is credited, and that with what waits and what doesn't count to all orders", () => {
    const { rows, sum, waiting, notCounting, changedLeft } = importSummary(anImportPreview({ reps, credit }), SHOWN);

    expect(rows).toEqual([
      row("Ben, wholesale", "$100.50", "$50", "−$50.50"),
      row("Ana, wholesale", "$0", "$150", "+$150"),
      row("Ana, distribution", "$0", "$50", "+$50"),
      row("Everyone else", "$300", "$300", "$0"),
      row("Total credited", "$400.50", "$550", "+$149.50", true),
      row("Waiting", "$0", "$670", "+$670"),
      row("Not counting", "$5", "$20", "+$15"),
      row("All 9 orders", "$405.50", "$1,240", "+$834.50", true),
    ]);
    for (const { who, ...total } of rows.filter(({ isSum }) => isSum)) {
      for (const column of ["before", "after", "change"] as const) {
        expect(adds(rows, who, column)).toBeCloseTo(dollarsIn(total[column]), 5);
      }
    }
    expect(sum).toBe(
      "9 orders (3 orders of retyped customers among them), $1,240 = $550 credited + $670 waiting + $20 not counting",
    );
    expect(waiting).toEqual([
      { sum: "$640", waits: "waits for an account type: Blue Door Café" },
      { sum: "$30", waits: 'waits for matches: "C. Day" $15, "D. Poe" $15' },
    ]);
    expect(notCounting).toBe("$20 doesn't count: 1 void order $20 (was $5)");
    expect(changedLeft).toBe("1 void order $20 (was $5)");
  });

  it("show what is credited, waits and doesn't count where no rep's figures change, and nothing where nothing does", () => {
    const unchanged = { orders: { new: 0, changed: 0, unchanged: 9 } };
    const who = (more: object) => importSummary(anImportPreview({ credit, ...more }), SHOWN).rows.map((one) => one.who);

    expect(who({})).toEqual(["Total credited", "Waiting", "Not counting", "All 9 orders"]);
    expect(who(unchanged)).toEqual([]);
    const same = credit.uncredited.map((one) => ({ ...one, from: one.to }));
    const { notCounting, changedLeft } = importSummary(
      anImportPreview({ credit: { ...credit, uncredited: same } }),
      SHOWN,
    );
    expect([notCounting, changedLeft]).toEqual(["$20 doesn't count: 1 void order $20", null]);
  });

  it("fold many reps into a row, and add up all the same", () => {
    const many = Array.from({ length: 50 }, (_, n) => repChange(`R${n}`, ["wholesale", 10, n - 25.5]));
    const change = many.reduce((all, { metrics }) => all + (metrics[0]?.change ?? 0), 0);
    const to = 500 + change;
    const of = { orders: 6, total: { from: 500, to }, credited: { from: 500, to }, uncredited: [] };

    const { rows } = importSummary(anImportPreview({ reps: many, credit: of }), SHOWN);

    expect(rows.map(({ who }) => who).slice(-3)).toEqual(["R9, wholesale", "40 more reps", "Total credited"]);
    expect(adds(rows, "Total credited", "change")).toBeCloseTo(change, 5);
  });

  it("are said in plain lines to whoever asks by a program", () => {
    expect(summaryLines(anImportPreview({ reps, credit }), SHOWN)).toEqual([
      "Ben loses $50.50 of wholesale, Ana gains $200 of wholesale and distribution.",
      "Credited sales of these orders:",
      "Ben, wholesale: $100.50 → $50 (−$50.50)",
      "Ana, wholesale: $0 → $150 (+$150)",
      "Ana, distribution: $0 → $50 (+$50)",
      "Everyone else: $300 → $300 ($0)",
      "Total credited: $400.50 → $550 (+$149.50)",
      "Waiting: $0 → $670 (+$670)",
      "Not counting: $5 → $20 (+$15)",
      "All 9 orders: $405.50 → $1,240 (+$834.50)",
      "$640 waits for an account type: Blue Door Café",
      '$30 waits for matches: "C. Day" $15, "D. Poe" $15',
      "$20 doesn't count: 1 void order $20 (was $5)",
      "In all: 9 orders (3 orders of retyped customers among them), $1,240 = $550 credited + $670 waiting + $20 not counting",
      "In this file: 2 new ($200), 1 changed ($100.50 → $50), 3 unchanged ($300)",
    ]);
  });
});
