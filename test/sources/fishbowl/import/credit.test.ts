import { fishbowlImportHarness, keepTwoReps, typedOrders as typed } from "../../../support/harness/fishbowl-import";

describe("the credit of a file of orders", () => {
  const { apply, test } = fishbowlImportHarness();
  beforeEach(() => keepTwoReps(test.db));

  it("says where all dollars go: to reps, or for which reason to nobody, which adds up to the orders", async () => {
    await apply(
      typed(
        { order: "1", total: "100" },
        { order: "2", total: "50" },
        { order: "8", account: "C-8", type: "", total: "8" },
      ),
    );

    const { preview } = await apply(
      typed(
        { order: "1", total: "150.25" },
        { order: "2", total: "50", status: "Void" },
        { order: "3", account: "C-2", type: "", total: "640" },
        { order: "4", account: "C-3", type: "", total: "60" },
        { order: "5", rep: "C. Poe", total: "10" },
        { order: "6", account: "C-4", type: "Retail", total: "7" },
        { order: "7", rep: "", total: "3" },
        { order: "9", rep: "B. Lee", total: "1" },
      ),
    );

    const { credit, reps } = preview;
    const part = (name: string, to: number) => ({ name, from: 0, to, added: 1 });
    const added = (...largest: readonly { order: string; name: string | null; total: number }[]) => {
      return { orders: largest.length, total: largest.reduce((all, { total }) => all + total, 0), largest };
    };
    expect(credit).toEqual({
      orders: 8,
      total: { from: 150, to: 921.25 },
      credited: { from: 150, to: 151.25 },
      uncredited: [
        {
          ...{ why: "customer has no account type", orders: 2, from: 0, to: 700, named: 2 },
          parts: [part("Customer C-2", 640), part("Customer C-3", 60)],
          added: added(
            { order: "3", name: "Customer C-2", total: 640 },
            { order: "4", name: "Customer C-3", total: 60 },
          ),
        },
        { why: "order is Void", orders: 1, from: 0, to: 50, parts: [], named: 0 },
        {
          ...{ why: "its salesman is mapped to nobody", orders: 1, from: 0, to: 10, named: 1 },
          parts: [part("C. Poe", 10)],
          added: added({ order: "5", name: "C. Poe", total: 10 }),
        },
        {
          ...{ why: "account type is neither Wholesale nor Distribution", orders: 1, from: 0, to: 7, named: 1 },
          parts: [part("Retail", 7)],
          added: added({ order: "6", name: "Retail", total: 7 }),
        },
        {
          why: "order has no salesman",
          orders: 1,
          from: 0,
          to: 3,
          parts: [],
          named: 0,
          added: added({ order: "7", name: null, total: 3 }),
        },
      ],
    });
    const left = credit.uncredited.reduce((all, { to }) => all + to, 0);
    expect(credit.credited.to + left).toBeCloseTo(credit.total.to, 5);
    const gained = reps.filter(({ matched }) => matched).flatMap(({ metrics }) => metrics);
    expect(gained.reduce((all, { change }) => all + change, 0)).toBeCloseTo(
      credit.credited.to - credit.credited.from,
      5,
    );
  });
});
