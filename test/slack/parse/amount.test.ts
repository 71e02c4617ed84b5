import { parseAmount } from "../../../src/slack/parse/amount";

describe("writtenAmount", () => {
  it.each([
    ["20", 20, false],
    ["0", 0, false],
    ["-5", -5, false],
    ["1,500", 1500, false],
    ["1,234,567.89", 1_234_567.89, false],
    ["100 000", 100_000, false],
    ["$100,000", 100_000, true],
    ["-$5", -5, true],
    ["$-5", -5, true],
    ["100k", 100_000, false],
    ["$100k", 100_000, true],
    ["100 k", 100_000, false],
    ["1.5k", 1500, false],
    ["1.125k", 1125, false],
    ["2m", 2_000_000, false],
    ["2.5", 2.5, false],
    ["90 min", 90, false],
    ["90min", 90, false],
    ["500 dollars", 500, true],
  ])("takes %j for %d", (words, amount, dollars) => {
    expect(parseAmount(words)).toEqual({ kind: "amount", amount, dollars });
  });

  it.each(["1.500", "1.234.567", "1.234.567,89", "1,5", "1,50", "15,00", "1..5", "1,5k", "12,3456"])(
    "asks what %j means, rather than guess",
    (words) => {
      expect(parseAmount(words)).toEqual({
        kind: "fault",
        fault: `“${words.replace("k", "")}” can be read in two ways: write 1500, 1,500 or 1.5.`,
      });
    },
  );

  it.each(["", "k", "$", "twenty", "1e9", "infinity", "nan", "0x10", "20%", "٢٠", "9".repeat(4_000)])(
    "finds no number in %j",
    (words) => {
      expect(parseAmount(words)).toBeNull();
    },
  );
});
