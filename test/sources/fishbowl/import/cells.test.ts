import fc from "fast-check";
import { statusNamed, statusOf } from "../../../../src/sources/fishbowl/import/cells/codes";
import {
  centsOf,
  decimal,
  dollarsText,
  plus,
  times,
  ZERO,
} from "../../../../src/sources/fishbowl/import/cells/decimal";
import { orderDay } from "../../../../src/sources/fishbowl/import/cells/order-date";
import { days } from "../../../support/builders/team-zone";

const cents = (text: string) => {
  const read = decimal(text);
  return read === null ? null : centsOf(read);
};

describe("an amount of money", () => {
  it.each([
    ["0.1", 10],
    ["1,234.50", 123_450],
    ["$1,234.50", 123_450],
    ["-$5", -500],
    ["$-5", -500],
    ["(45.10)", -4_510],
    ["($45.10)", -4_510],
    ["\u22125", -500],
    [" 12 ", 1_200],
    [".5", 50],
    ["5.", 500],
    ["1.005", 101],
    ["-1.005", -101],
    ["1.0049", 100],
    ["0.035", 4],
    ["1,234,567.89", 123_456_789],
  ])("is read to the cent: %s", (text, expected) => {
    expect(cents(text)).toBe(expected);
  });

  it.each([
    "",
    "-",
    "$",
    "1.234,50",
    "12,50",
    "1,23,456",
    "1e3",
    "ten",
    "--5",
    "-(5)",
    "1.2.3",
    "0x10",
    "99999999999999",
  ])("is no number: %p", (text) => {
    expect(decimal(text)).toBeNull();
  });

  it("is summed and multiplied without a fraction of a cent being lost, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (amounts) => {
        const texts = amounts.map(dollarsText);
        const sum = (list: readonly string[]) => list.map((text) => decimal(text) ?? ZERO).reduce(plus, ZERO);

        expect(centsOf(sum(texts))).toBe(amounts.reduce((total, amount) => total + amount, 0));
        expect(centsOf(sum([...texts].reverse()))).toBe(centsOf(sum(texts)));
      }),
    );
    expect(centsOf(times(decimal("0.1") ?? ZERO, decimal("3") ?? ZERO))).toBe(30);
  });
});

describe("an order's day", () => {
  it.each([
    ["2026-10-15", "2026-10-15"],
    ["2026-10-15 13:22:11.000", "2026-10-15"],
    ["2026-10-15T13:22:11Z", "2026-10-15"],
    ["10/15/2026", "2026-10-15"],
    ["10-15-2026", "2026-10-15"],
    ["1/5/26", "2026-01-05"],
    ["10/15/2026 11:59 PM", "2026-10-15"],
    ["46310", "2026-10-15"],
    ["46310.75", "2026-10-15"],
    ["36526", "2000-01-01"],
    ["2/29/2024", "2024-02-29"],
  ])("is read however it is written: %s", (text, expected) => {
    expect(orderDay(text, days)).toBe(expected);
  });

  it.each([
    "",
    "soon",
    "2/29/2026",
    "15/10/2026",
    "10/15-2026",
    "2026-13-01",
    "0",
    "46310x",
    "10/15/1926",
    "99999",
    "1015",
  ])("is none that exists: %p", (text) => {
    expect(orderDay(text, days)).toBeNull();
  });
});

describe("a status", () => {
  it.each([
    ["10", "Estimate"],
    ["20", "Issued"],
    ["25", "In Progress"],
    ["60", "Fulfilled"],
    ["70", "Closed Short"],
    ["80", "Void"],
    ["85", "Cancelled"],
    ["90", "Expired"],
    ["95", "Historical"],
    [" in  progress ", "In Progress"],
    ["VOIDED", "Void"],
    ["Canceled", "Cancelled"],
  ])("is Fishbowl's: %s is %s", (text, status) => {
    expect(statusOf(text)).toEqual({ status, known: true });
  });

  it("stays as it stands when it isn't a Fishbowl type", () => {
    expect([statusOf("30"), statusOf("Picked"), statusNamed("60"), statusNamed("void")]).toEqual([
      { status: "30", known: false },
      { status: "Picked", known: false },
      { status: "60", known: false },
      { status: "Void", known: true },
    ]);
  });
});
