import { type Credited, type Moved, movesOf, repOrders } from "../../../../src/sources/fishbowl/import/moves";

const moved = (order: string, cents: number, more: Partial<Moved> = {}): Moved => {
  return { order, cents, retyped: 0, move: cents > 0 ? "new" : "voided", ...more };
};
const retyped = (order: string, amount: number, cents = 0) =>
  moved(order, cents, { retyped: amount, move: "account-type" });
const named = (...all: readonly Moved[]) => repOrders(all).largest.map(({ order }) => order);

describe("the orders that a change is explained by", () => {
  it("are of a loss those that lower it, however much others bring", () => {
    const voided = ["SO-3", "SO-4", "SO-5", "SO-6"].map((order) => moved(order, -3_000_00));

    expect(repOrders([moved("SO-1", 5_000_00), moved("SO-2", 5_000_00), ...voided])).toEqual({
      ...{ count: 6, move: null },
      largest: [
        { order: "SO-3", move: "voided" },
        { order: "SO-4", move: "voided" },
      ],
    });
  });

  it("are of a gain those that raise it, however much one is lowered by", () => {
    expect(named(moved("SO-1", -5_000_00), moved("SO-2", 4_000_00), moved("SO-3", 3_000_00))).toEqual(["SO-2", "SO-3"]);
  });

  it("are of a shift between metrics those that shift, by their amount", () => {
    const shifted = [moved("SO-1", 200_00), retyped("SO-2", 5_000_00), retyped("SO-3", 100_00)];

    expect(named(...shifted)).toEqual(["SO-2", "SO-1"]);
    expect(named(retyped("SO-3", 100_00), retyped("SO-4", 900_00))).toEqual(["SO-4", "SO-3"]);
    expect(named(moved("SO-1", 100_00), moved("SO-2", -100_00), retyped("SO-3", 900_00))).toEqual(["SO-3", "SO-1"]);
  });

  it("are of a loss what it is lost by before what shifts, and what shifts before what is gained", () => {
    const [lost, shifted, gained] = [moved("SO-9", -300_00), retyped("SO-2", 5_000_00), moved("SO-1", 200_00)];

    expect(named(gained, shifted, lost)).toEqual(["SO-9", "SO-2"]);
    expect(named(retyped("SO-2", 5_000_00, -10_00), lost)).toEqual(["SO-9", "SO-2"]);
  });

  it("have the amount that counts for another metric, and none where the metric stays", () => {
    const was: Credited = { key: "Ana", type: "new_sales_wholesale", cents: 5_000_00 };
    const is: Credited = { key: "Ana", type: "new_sales_distribution", cents: 4_990_00 };
    const of = (after: Credited) => movesOf("SO-1", { isNew: false, was, is: after, fact: null });

    expect(of(is)).toEqual([{ key: "Ana", moved: retyped("SO-1", 5_000_00, -10_00) }]);
    expect(of({ ...was, cents: 1_00 })).toMatchObject([{ moved: { cents: -4_999_00, retyped: 0, move: "total" } }]);
  });
});
