import { bar, figure, percent } from "../../../src/slack/ui/figures";

describe("figure", () => {
  it.each([
    [0, "count", "0"],
    [-0, "count", "0"],
    [1234, "count", "1,234"],
    [1234567, "count", "1,234,567"],
    [9120, "dollars", "$9,120"],
    [9120.5, "dollars", "$9,120.50"],
    [0.1 + 0.2, "dollars", "$0.30"],
    [-12.5, "dollars", "-$12.50"],
    [75.5, "minutes", "75.5 min"],
    [1200, "minutes", "1,200 min"],
  ] as const)("writes %d in %s as %s", (value, unit, words) => {
    expect(figure(value, unit)).toBe(words);
  });
});

describe("bar", () => {
  it.each([
    [0, 400, "▱▱▱▱▱▱▱▱▱▱", "0%"],
    [39, 400, "▱▱▱▱▱▱▱▱▱▱", "9%"],
    [40, 400, "▰▱▱▱▱▱▱▱▱▱", "10%"],
    [399.99, 400, "▰▰▰▰▰▰▰▰▰▱", "99%"],
    [400, 400, "▰▰▰▰▰▰▰▰▰▰", "100%"],
    [1000, 400, "▰▰▰▰▰▰▰▰▰▰", "250%"],
    [-5, 400, "▱▱▱▱▱▱▱▱▱▱", "-2%"],
    [5, 0, "▱▱▱▱▱▱▱▱▱▱", "0%"],
  ])("shows %d of %d as %s, %s", (current, target, cells, share) => {
    expect([bar(current, target), percent(current, target)]).toEqual([cells, share]);
  });
});
