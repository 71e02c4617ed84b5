import fc from "fast-check";
import { fallenOrders, movedOrders, reportedOrders } from "../../../../src/digests/content/orders/month-orders";
import type { GoalLine } from "../../../../src/goals/overview";
import type { MoneyRecord } from "../../../../src/metrics/money-record-store";
import { causesOf } from "../../../../src/slack/ui/changes/causes";
import { addDays, day } from "../../../../src/time/day";
import { SALES } from "../../../support/builders/overviews";

const type = "new_sales_wholesale" as const;
const [FIRST, LAST] = [day("2026-10-01"), day("2026-10-27")];
const sumOf = (orders: readonly MoneyRecord[]) => orders.reduce((sum, { amount }) => sum + amount, 0);
const within = (orders: readonly MoneyRecord[]) => orders.filter((one) => one.day <= LAST);

const order = fc.record({
  number: fc.integer({ min: 1, max: 12 }),
  at: fc.integer({ min: 0, max: 30 }),
  amount: fc.integer({ min: -5_000, max: 2_000_000 }),
});
const orders = fc.uniqueArray(order, { selector: ({ number }) => number, maxLength: 12 }).map((all) =>
  all.map(({ number, at, amount }): MoneyRecord => {
    const recordId = `SO-${number}`;
    const _id = `fishbowl:${recordId}:${type}`;
    return { _id, source: "fishbowl", recordId, type, owner: "A", day: addDays(FIRST, at), amount, leftOut: null };
  }),
);

const SALE: MoneyRecord = {
  ...{ _id: `fishbowl:SO-1:${type}`, source: "fishbowl", recordId: "SO-1", type, owner: "A" },
  ...{ day: FIRST, amount: 4_850, leftOut: null },
};

/** What is known of a month that was told with these orders and has others now. */
function fallen(
  before: readonly MoneyRecord[],
  { after, current }: { after: readonly MoneyRecord[]; current: number },
) {
  const value = sumOf(within(before)) / 100;
  const told = reportedOrders([{ type, from: FIRST, to: LAST, value, month: true }], before);
  const days = { type, from: FIRST, to: LAST, title: "Wholesale sales", unit: "dollars", isMonth: true } as const;
  const correction = { ...days, reported: value, now: sumOf(within(after)) / 100 };
  const goals: readonly GoalLine[] = [
    { ...SALES, type, period: "monthly", from: FIRST, to: day("2026-10-31"), current: current / 100 },
  ];
  const [known] = fallenOrders({ corrections: [correction] }, told);
  return known === undefined ? undefined : movedOrders(known, { goals, counting: after, stored: [] });
}

describe("the orders that made a month fall", () => {
  it("come to the change that is told, whatever came, went or was repriced", () => {
    fc.assert(
      fc.property(orders, orders, (before, after) => {
        const moved = fallen(before, { after, current: sumOf(after) });
        const cents = (moved ?? []).reduce((sum, { amount }) => sum + amount, 0);

        expect(moved).not.toBeNull();
        expect(cents).toBe(sumOf(after) - sumOf(within(before)));
        const said = causesOf(moved ?? []).reduce((sum, { change }) => sum + Math.round(change * 100), 0);
        expect(said).toBe(cents);
      }),
    );
  });

  it("are kept only of a figure that they come to", () => {
    const figure = { type, from: FIRST, to: LAST, month: true } as const;
    const kept = (value: number) => reportedOrders([{ ...figure, value }], [SALE]);

    expect(kept(48.5)).toEqual([{ type, from: FIRST, to: LAST, orders: [["SO-1", 4_850]] }]);
    expect(kept(48.51)).toEqual([]);
  });

  it("are those that were kept of the very figure that was told last, of days that were told twice", () => {
    const days = { type, from: FIRST, to: LAST } as const;
    const told = [4_900, 4_850].map((cents) => ({ ...days, orders: [["SO-1", cents] as const] }));
    const correction = { ...days, title: "", unit: "dollars", isMonth: true, reported: 48.5, now: 0 } as const;

    expect(fallenOrders({ corrections: [correction] }, told)).toEqual([{ correction, was: told[1] }]);
  });

  it("are not told where they don't come to it, by so little as a cent", () => {
    fc.assert(
      fc.property(orders, orders, fc.constantFrom(-1, 1), (before, after, cent) => {
        expect(fallen(before, { after, current: sumOf(after) + cent })).toBeNull();
      }),
    );
  });
});
