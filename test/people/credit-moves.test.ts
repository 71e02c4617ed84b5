import { creditMoves } from "../../src/people/credit-moves";
import type { Salesman } from "../../src/people/person";
import { salesmanLookup } from "../../src/people/salesmen";

const userIds = new Set(["UANA", "UBEN"]);
const sum = (owner: string, month: string, records: number, amount: number) => ({ owner, month, records, amount });
const SUMS = [
  sum("B. Lee", "2026-09", 2, 50_000),
  sum("b. lee ", "2026-10", 3, 912_050),
  sum("X | B. Lee", "2026-10", 1, 100),
  sum("A. Torres | B. Lee", "2026-10", 4, 400),
];
const ANA: Salesman = { _id: "A. Torres", userId: "UANA" };

describe("what a change of a salesman's name moves", () => {
  it("is the orders that name them in any spelling and that no earlier name of theirs credits, by month, the newest first", () => {
    const moves = creditMoves({ name: "B. Lee", userId: "UBEN" }, { salesmen: [ANA], userIds, sums: SUMS });

    expect(moves).toEqual([
      { month: "2026-10", from: null, to: "UBEN", orders: 4, cents: 912_150 },
      { month: "2026-09", from: null, to: "UBEN", orders: 2, cents: 50_000 },
    ]);
  });

  it("comes from whom the name was, goes to nobody where it is taken back, and is nothing where nothing changes", () => {
    const salesmen = [ANA, { _id: "B. Lee", userId: "UANA" }];
    const given = { salesmen, userIds, sums: SUMS.slice(0, 1) };

    expect(creditMoves({ name: "B. Lee", userId: "UBEN" }, given)).toMatchObject([{ from: "UANA", to: "UBEN" }]);
    expect(creditMoves({ name: "B. Lee", userId: null }, given)).toMatchObject([{ from: "UANA", to: null }]);
    expect(creditMoves({ name: "B. Lee", userId: "UANA" }, given)).toEqual([]);
    expect(creditMoves({ name: "B. Lee", userId: "USTRANGER" }, { ...given, salesmen: [] })).toEqual([]);
  });

  it("adds up to the difference that roll-up's look-up makes for each person, whatever the names are", () => {
    const names = ["A", "a", "B", "B ", "A | B", "B | A", "C | a", "D"];
    const sums = names.flatMap((owner, at) =>
      ["2026-08", "2026-09"].map((month) => sum(owner, month, at + 1, 7 ** at)),
    );
    const maps: readonly (readonly Salesman[])[] = [[], [{ _id: "A", userId: "UANA" }], [{ _id: "b", userId: "UBEN" }]];
    const total = (salesmen: readonly Salesman[], userId: string) => {
      const who = salesmanLookup(salesmen);
      return sums.reduce((all, { owner, amount }) => all + (who(owner) === userId ? amount : 0), 0);
    };

    for (const salesmen of maps) {
      for (const name of ["A", "a", "B", "D"]) {
        const after = [...salesmen.filter(({ _id }) => _id !== name), { _id: name, userId: "UBEN" }];
        const sorted = after.sort((a, b) => (a._id < b._id ? -1 : 1));
        const moves = creditMoves({ name, userId: "UBEN" }, { salesmen, userIds, sums });
        for (const userId of userIds) {
          const gained = moves.reduce((all, { from, to, cents }) => {
            return all + (to === userId ? cents : 0) - (from === userId ? cents : 0);
          }, 0);
          expect(gained).toBe(total(sorted, userId) - total(salesmen, userId));
        }
      }
    }
  });
});
