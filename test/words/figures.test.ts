import fc from "fast-check";
import {
  bar,
  changeFigure,
  exactFigure,
  figure,
  neededFigure,
  percent,
  shortBar,
  shownAmount,
  shownChange,
  shownDifference,
  shownPercent,
} from "../../src/words/figures";

describe("figure", () => {
  it.each([
    [0, "count", "0"],
    [-0, "count", "0"],
    [1234, "count", "1,234"],
    [1234567, "count", "1,234,567"],
    [9120, "dollars", "$9,120"],
    [9120.99, "dollars", "$9,120"],
    [0.1 + 0.2, "dollars", "$0"],
    [-12.5, "dollars", "−$13"],
    [683.03, "minutes", "11h 23m"],
    [75.5, "minutes", "1h 15m"],
    [1200, "minutes", "20h"],
    [599.99, "minutes", "9h 59m"],
    [0.5, "minutes", "30s"],
    [0, "minutes", "0m"],
  ] as const)("writes %d in %s as %s, in full dollars and minutes, never as more than it is", (value, unit, words) => {
    expect(figure(value, unit)).toBe(words);
  });
});

describe("shownChange", () => {
  it.each([
    [51, 48, "count", "+3"],
    [9, 20, "count", "−11"],
    [7, 7, "count", "same"],
    [1250.75, 3000.5, "dollars", "−$1,750"],
    [16_684.9, 16_684.1, "dollars", "same"],
    [47.9, 158.2, "minutes", "−1h 51m"],
    [1, 0.5, "minutes", "+30s"],
    [0.5, 0, "minutes", "+30s"],
  ] as const)("is what %d and %d in %s differ by as they are shown: %s", (now, before, unit, words) => {
    expect(shownChange(now, before, unit)).toBe(words);
  });
});

describe("shownAmount", () => {
  const amount = fc.double({ min: -1_000_000, max: 1_000_000, noNaN: true });
  const unit = fc.constantFrom("count" as const, "dollars" as const, "minutes" as const);

  it("is the number that is written, whatever lies behind its point", () => {
    fc.assert(
      fc.property(fc.oneof(amount, fc.double({ min: -2, max: 2, noNaN: true })), unit, (value, one) => {
        expect(figure(shownAmount(value, one), one)).toBe(figure(value, one));
      }),
    );
    expect(shownDifference(0.1 + 0.2 + 28.7, 28, "dollars")).toBe(1);
    expect(shownDifference(1.995, 1, "minutes")).toBe(1);
    expect(shownDifference(0.1 + 0.2, 0.3, "count")).toBe(0);
    expect([shownPercent(99.6, 100), shownPercent(100.4, 100)]).toEqual([99, 100]);
  });
});

describe("neededFigure", () => {
  it.each([
    [17, "count", "17"],
    [9120.01, "dollars", "$9,121"],
    [9120, "dollars", "$9,120"],
    [74.2, "minutes", "1h 15m"],
  ] as const)("writes %d in %s as %s, never as less than it is", (value, unit, words) => {
    expect(neededFigure(value, unit)).toBe(words);
  });
});

describe("exactFigure", () => {
  it.each([
    [1234, "count", "1,234"],
    [9120, "dollars", "$9,120"],
    [9120.5, "dollars", "$9,120.50"],
    [0.1 + 0.2, "dollars", "$0.30"],
    [-12.5, "dollars", "−$12.50"],
    [75.5, "minutes", "1h 15m 30s"],
    [600, "minutes", "10h"],
    [0, "minutes", "0m"],
  ] as const)("writes %d in %s as %s, to the cent and the second", (value, unit, words) => {
    expect(exactFigure(value, unit)).toBe(words);
  });
});

describe("changeFigure", () => {
  it.each([
    [11_125.6, "dollars", "$11,125.60"],
    [0.125, "dollars", "$0.13"],
    [4_850, "dollars", "$4,850"],
    [3, "count", "3"],
    [75.5, "minutes", "1h 15m 30s"],
    [30, "minutes", "30m"],
  ] as const)("writes %d in %s as %s, up and down alike", (value, unit, words) => {
    expect([changeFigure(value, unit), changeFigure(-value, unit)]).toEqual([words, words]);
    expect(exactFigure(-value, unit).replace(/[-−]/, "")).toBe(exactFigure(value, unit));
  });
});

describe("bar", () => {
  it.each([
    [0, 400, "▱▱▱▱▱▱▱▱▱▱", "0%"],
    [0.01, 400, "▰▱▱▱▱▱▱▱▱▱", "0%"],
    [39, 400, "▰▱▱▱▱▱▱▱▱▱", "10%"],
    [68, 400, "▰▰▱▱▱▱▱▱▱▱", "17%"],
    [2, 3, "▰▰▰▰▰▰▰▱▱▱", "67%"],
    [398, 400, "▰▰▰▰▰▰▰▰▰▱", "99%"],
    [40, 400, "▰▱▱▱▱▱▱▱▱▱", "10%"],
    [399.99, 400, "▰▰▰▰▰▰▰▰▰▱", "99%"],
    [400, 400, "▰▰▰▰▰▰▰▰▰▰", "100%"],
    [1000, 400, "▰▰▰▰▰▰▰▰▰▰", "250%"],
    [-5, 400, "▱▱▱▱▱▱▱▱▱▱", "-1%"],
    [5, 0, "▱▱▱▱▱▱▱▱▱▱", "0%"],
  ])("shows %d of %d as %s, %s", (current, target, cells, share) => {
    expect([bar(current, target), percent(current, target)]).toEqual([cells, share]);
  });
});

describe("shortBar", () => {
  it.each([
    [0, 120, "▱▱▱▱▱"],
    [0.01, 120, "▰▱▱▱▱"],
    [13, 120, "▰▱▱▱▱"],
    [47, 120, "▰▰▱▱▱"],
    [0.75, 1, "▰▰▰▰▱"],
    [0.83, 1, "▰▰▰▰▱"],
    [119, 120, "▰▰▰▰▱"],
    [120, 120, "▰▰▰▰▰"],
    [1.33, 1, "▰▰▰▰▰"],
    [-5, 120, "▱▱▱▱▱"],
    [5, 0, "▱▱▱▱▱"],
  ])("shows %d beside %d to the nearest cell, and full from it on alone: %s", (value, full, cells) => {
    expect(shortBar(value, full)).toBe(cells);
  });
});
