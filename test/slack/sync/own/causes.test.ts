import type { MetricType } from "../../../../src/metrics/metrics";
import { withCauses, withEarlierCauses } from "../../../../src/slack/sync/own/causes";
import type { OwnChange } from "../../../../src/slack/sync/own/changes";
import { ownChangesInWords } from "../../../../src/slack/sync/own/changes-view";
import { netChanges } from "../../../../src/slack/sync/own/since-look";
import { day } from "../../../../src/time/day";
import { aFact, stored } from "../../../support/builders/facts";

const [WHOLESALE, DISTRIBUTION] = ["new_sales_wholesale", "new_sales_distribution"] as const;
const today = day("2026-10-28");
const synced = { range: { from: day("2026-09-29"), to: today }, today, zone: "America/New_York" };

type Sales = typeof WHOLESALE | typeof DISTRIBUTION;
const order = (recordId: string, amount: number, leftOut: string | null = null, type: Sales = WHOLESALE) => {
  return { fact: stored(aFact(recordId, { source: "fishbowl", type, amount })), leftOut };
};
type Order = ReturnType<typeof order>;
const recordsOf = (...all: readonly Order[]) =>
  new Map<MetricType, { readonly records: readonly Order[] }>(
    [WHOLESALE, DISTRIBUTION].map((type) => [type, { records: all.filter(({ fact }) => fact.type === type) }]),
  );

describe("the orders that made money change", () => {
  const before = [order("SO-1", 500), order("SO-2", 900), order("SO-3", 100), order("SO-4", 7, "order is Void")];
  const changed = (change: number) => [{ type: WHOLESALE, unit: "dollars", change, month: 20 }] as const;
  const said = (change: number, ...after: readonly Order[]) => {
    const own = withCauses(changed(change), { before: recordsOf(...before), after: recordsOf(...after) });
    return ownChangesInWords(netChanges(own, []), synced).replace(/^.*month\*: /, "");
  };

  it("stand with their amounts, the largest fall first, and add up to what the figure lost", () => {
    const [one, two, three] = [order("SO-1", 500), order("SO-2", 900, "order is Void"), order("SO-3", 100)];

    expect(said(-9, one, two, three)).toBe("$29 → $20\n• SO-2 voided (−$9)");
    expect(said(-11, order("SO-1", 400), order("SO-3", 100, "its day is not kept")).split("\n")).toEqual([
      "$31 → $20",
      "• SO-2 no longer yours this month (−$9)",
      "• SO-1 repriced (−$1)",
      "• SO-3 left out: order older than Paceline keeps (−$1)",
    ]);
    expect(said(-4, one, two, three, order("SO-5", 500))).toBe("$24 → $20\n• SO-2 voided (−$9)\n• SO-5 new (+$5)");
  });

  it("are few: of more than three the rest is told together", () => {
    const [five, six] = [order("SO-5", 200), order("SO-6", 200)];

    expect(said(-10, order("SO-3", 100), five, six, order("SO-4", 7, "order is Void")).split("\n")).toEqual([
      "$30 → $20",
      "• SO-2 no longer yours this month (−$9)",
      "• SO-1 no longer yours this month (−$5)",
      "• 2 more orders (+$4)",
    ]);
  });

  it("are not told where they don't come to the change, nor of what only rose", () => {
    const two = order("SO-2", 900, "order is Void");

    expect(said(-8, order("SO-1", 500), two, order("SO-3", 100))).toBe("$28 → $20 (−$8)");
    expect(said(5)).toBe("+$5 wholesale");
    expect(withCauses(changed(-9), { before: recordsOf(...before), after: new Map() })).toEqual(changed(-9));
  });

  it("have their cents where one is less than a dollar, and then all have", () => {
    expect(said(-9.4, order("SO-1", 460), order("SO-2", 900, "order is Void"), order("SO-3", 100))).toBe(
      "$29.40 → $20.00\n• SO-2 voided (−$9.00)\n• SO-1 repriced (−$0.40)",
    );
  });

  it.each([
    ["SO-1 with another account type", order("SO-1", 500), order("SO-1", 500, null, DISTRIBUTION)],
    [
      "SO-1 without an account type",
      order("SO-1", 500),
      order("SO-1", 500, "customer has no account type", DISTRIBUTION),
    ],
    [
      "SO-1 left out: order with no sales rep",
      order("SO-1", 500),
      order("SO-1", 500, "order has no salesman", DISTRIBUTION),
    ],
    ["SO-1 repriced", order("SO-1", 700), order("SO-1", 200)],
    ["SO-1 deleted", order("SO-1", 500), order("SO-1", 500, "deleted at the source")],
  ])("are said to be what the import says of them: %s", (words, was, is) => {
    const change = { type: WHOLESALE, unit: "dollars", change: -5, month: 0 } as const;
    const [own] = withCauses([change], { before: recordsOf(was), after: recordsOf(is) });

    expect(own?.causes).toEqual([{ words, change: -5 }]);
  });

  it.each([
    ["SO-1 new", [], order("SO-1", 500)],
    ["SO-1 counted now", [order("SO-1", 500, "order is Estimate")], order("SO-1", 500)],
    ["SO-1 repriced", [order("SO-1", 200)], order("SO-1", 700)],
    ["SO-1 with another account type", [order("SO-1", 500, null, DISTRIBUTION)], order("SO-1", 500)],
  ])("are said to be what brought them where they brought more: %s", (words, was, is) => {
    const change = { type: WHOLESALE, unit: "dollars", change: 5, month: 9 } as const;
    const [own] = withCauses([change], { before: recordsOf(...was), after: recordsOf(is) });

    expect(own?.causes).toEqual([{ words, change: 5 }]);
  });
});

describe("the orders that made money change before a sync", () => {
  const days = { from: day("2026-10-01"), to: day("2026-10-27") };
  const kept = [
    {
      ...days,
      type: WHOLESALE,
      orders: [
        ["SO-1", 1_000],
        ["SO-2", 500],
      ] as const,
    },
  ];
  const dated = (one: Order, on: string) => ({ ...one, fact: { ...one.fact, day: day(on) } });
  const said = (change: number, month: number, ...before: readonly Order[]) => {
    const since: readonly OwnChange[] = [{ type: WHOLESALE, unit: "dollars", change, month }];
    return withEarlierCauses(since, { kept, before: recordsOf(...before) })[0]?.causes;
  };

  it("are named where a digest kept those of what the reader saw", () => {
    const added = dated(order("SO-3", 700), "2026-10-28");

    expect(said(7, 22, order("SO-1", 1_000), order("SO-2", 500), added)).toEqual([{ words: "SO-3 new", change: 7 }]);
    expect(
      said(-3, 12, order("SO-1", 1_000), order("SO-2", 500, "order is Void"), dated(order("SO-4", 200), "2026-10-05")),
    ).toEqual([
      { words: "SO-2 voided", change: -5 },
      { words: "SO-4 counted now", change: 2 },
    ]);
  });

  it("are not where what they saw is another figure, or the orders do not come to the change", () => {
    const now = [order("SO-1", 1_000), order("SO-2", 500), dated(order("SO-3", 700), "2026-10-28")];

    expect(said(8, 22, ...now)).toBeUndefined();
    expect(said(6, 21, ...now)).toBeUndefined();
  });
});
