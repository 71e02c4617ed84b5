import { parseAmount, targetFrom } from "../../../src/slack/parse/amount";
import { exactFigure } from "../../../src/words/figures";

describe("writtenAmount", () => {
  it.each([
    ["20", 20, null],
    ["0", 0, null],
    ["-5", -5, null],
    ["1,500", 1500, null],
    ["1,234,567.89", 1_234_567.89, null],
    ["100 000", 100_000, null],
    ["$100,000", 100_000, "dollars"],
    ["-$5", -5, "dollars"],
    ["$-5", -5, "dollars"],
    ["100k", 100_000, null],
    ["$100k", 100_000, "dollars"],
    ["100 k", 100_000, null],
    ["1.5k", 1500, null],
    ["1.125k", 1125, null],
    ["2.5", 2.5, null],
    ["90 min", 90, "minutes"],
    ["90min", 90, "minutes"],
    ["500 dollars", 500, "dollars"],
    ["10h", 600, "minutes"],
    ["1h 30m", 90, "minutes"],
    ["1.5 hours", 90, "minutes"],
  ])("takes %j for %d", (words, amount, unit) => {
    expect(parseAmount(words)).toEqual({ kind: "amount", amount, unit });
  });

  it("takes the m of 45m for minutes where the metric is talk time, else for millions", () => {
    const amount = parseAmount("45m");

    expect(amount && targetFrom(amount, "talk_time_minutes")).toBe(45);
    expect(amount && targetFrom(amount, "new_sales_wholesale")).toBe(45_000_000);
  });

  it.each(["45m", "1h 30m", "10h", "1h", "1,000h"])("takes a talk time for the target as it is shown: %s", (shown) => {
    const amount = parseAmount(shown);

    expect(exactFigure(Number(amount && targetFrom(amount, "talk_time_minutes")), "minutes")).toBe(shown);
  });

  it.each(["1.500", "1.234.567", "1.234.567,89", "1,5", "1,50", "15,00", "1..5", "1,5k", "12,3456"])(
    "asks what %j means, rather than guess",
    (words) => {
      expect(parseAmount(words)).toEqual({
        kind: "fault",
        fault: `“${words.replace("k", "")}” is ambiguous. Write 1500, 1,500 or 1.5.`,
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
