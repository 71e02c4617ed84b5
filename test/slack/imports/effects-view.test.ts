import { repLines } from "../../../src/slack/imports/effects-view";

type RepChanges = Parameters<typeof repLines>[0]["reps"];

describe("what an import does to reps", () => {
  it("says of nobody that they gain who loses in a metric, counts no unmatched name as a rep, and names all beyond the first", () => {
    const metric = (type: "wholesale" | "distribution", change: number) =>
      ({ type: `new_sales_${type}`, from: 6_000, to: 6_000 + change, change }) as const;
    const rep = (name: string, ...metrics: readonly ReturnType<typeof metric>[]) => ({ name, matched: true, metrics });
    const reps = [
      rep("Ana", metric("wholesale", -5_000), metric("distribution", 5_000)),
      rep("Ben", metric("wholesale", -5_000), metric("distribution", 4_999.9)),
      rep("Cleo", metric("wholesale", 0.1)),
      rep("Dev", metric("wholesale", 0.1), metric("distribution", -0.05)),
      { ...rep("C. Day", metric("distribution", 5)), matched: false },
    ];
    const said = (some: RepChanges) => repLines({ reps: some }, 10);

    expect(said(reps)).toEqual([
      "*1 rep loses, 1 rep gains, 2 reps shift between metrics, 1 unmatched* · net +$0.05 by this file",
      "▼ Ben: Wholesale sales $6,000 → $1,000 (−\u2060$5,000), Distribution sales $6,000 → $10,999.90 (+$4,999.90)",
      "▲ Cleo: Wholesale sales $6,000 → $6,000.10 (+$0.10)",
      "↔ Ana: Wholesale sales $6,000 → $1,000 (−\u2060$5,000), Distribution sales $6,000 → $11,000 (+$5,000)",
      "↔ Dev: Wholesale sales $6,000 → $6,000.10 (+$0.10), Distribution sales $6,000 → $5,999.95 (−\u2060$0.05)",
      '• "C. Day", who isn\'t matched to anyone: Distribution sales $6,000 → $6,005 (+$5)',
    ]);
    expect(said(reps.slice(0, 1))).toContain("*1 rep shifts between metrics* · net +$0 by this file");
    expect(said(reps.slice(4))).toContain("*1 unmatched* · net +$0 by this file");
    expect(said(Array(12).fill(reps[4]))).toContain("and 2 more");
  });
});
