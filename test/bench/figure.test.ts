import { atLeast, atMost, type Figure, figureLine, figuresTable, took, written } from "./figure";

const figures: readonly Figure[] = [
  { what: "sync", measured: "1.20 ×", target: atMost(1.2, 1.5) },
  { what: "old dashboard", measured: "19.9 ×", target: atLeast(19.9, 20) },
  { what: "writes", measured: "3" },
];

describe("a figure", () => {
  it("says in words whether its target holds", () => {
    expect(figures.map(figureLine)).toEqual([
      "sync: 1.20 × (target at most 1.5: holds)",
      "old dashboard: 19.9 × (target at least 20: does not hold)",
      "writes: 3",
    ]);
  });

  it("stands in a table that is ready for the README", () => {
    expect(figuresTable(figures)).toBe(
      [
        "| what | measured | target |",
        "| --- | --- | --- |",
        "| sync | 1.20 × | at most 1.5: holds |",
        "| old dashboard | 19.9 × | at least 20: does not hold |",
        "| writes | 3 | |",
      ].join("\n"),
    );
  });

  it("is written in milliseconds below a second, else in seconds, and with its thousands apart", () => {
    expect([999, 1_234, 12_345].map(took)).toEqual(["999 ms", "1.23 s", "12.3 s"]);
    expect(written(1_500_000)).toBe("1,500,000");
  });
});
