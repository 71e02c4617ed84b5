import {
  decodeWhyQuestion,
  decodeWhyQuestions,
  encodeWhyQuestion,
  encodeWhyQuestions,
  type WhyQuestion,
} from "../../../src/slack/why/payload";
import { addDays, day } from "../../../src/time/day";

describe("a question in a button", () => {
  it.each(["me", "nobody", "U0ANA", "team:west"])("comes back as it was asked of %s", (whose) => {
    const question = {
      whose,
      type: "phone_call_quantity",
      range: { from: day("2026-10-26"), to: day("2026-11-01") },
      page: 12,
    } as const;

    expect(decodeWhyQuestion(encodeWhyQuestion(question))).toEqual(question);
  });

  it("says of which individual goals a figure is the sum, and one from before it could say so is still understood", () => {
    const range = { from: day("2026-10-26"), to: day("2026-11-01") };
    const question = { whose: "team:west", type: "phone_call_quantity", range, page: 0 } as const;

    const value = encodeWhyQuestion({ ...question, sum: "weekly" });

    expect(decodeWhyQuestion(value)).toEqual({ ...question, sum: "weekly" });
    expect(decodeWhyQuestion(value.replace(" sum:weekly", ""))).toEqual(question);
  });

  it("says of money that fell which digest said so", () => {
    const range = { from: day("2026-10-01"), to: day("2026-10-31") };
    const question = { whose: "me", type: "new_sales_wholesale", range, page: 0 } as const;
    const values = ["digest:U0ANA:2026-10-29", "digest:U0ANA:2026-10-29:again:2"].map((fellIn) => ({
      ...question,
      fellIn,
    }));

    expect(values.map((one) => decodeWhyQuestion(encodeWhyQuestion(one)))).toEqual(values);
    expect(() => decodeWhyQuestion(`${encodeWhyQuestion(question)} fell:board:C0ALL:2026-10-29`)).toThrow(RangeError);
  });

  it.each([
    "",
    "phone_call_quantity team:west 2026-10-26 2026-11-01 0 sum:yearly",
    "calls me 2026-10-26 2026-11-01 0",
    "phone_call_quantity 2026-10-26 2026-11-01 0",
    "phone_call_quantity $ne 2026-10-26 2026-11-01 0",
    "phone_call_quantity me 2026-10-26 2026-02-30 0",
    "phone_call_quantity me 2026-10-26 2026-11-01 -1",
  ])("is refused when it is %j", (value) => {
    expect(() => decodeWhyQuestion(value)).toThrow(RangeError);
  });
});

describe("several questions in one button", () => {
  /** The longest question: of a team with an id as long as they are, and of the metric with the longest name. */
  const ofDay = (count: number): WhyQuestion => {
    const on = addDays(day("2026-10-01"), count);
    const [whose, type] = [`team:${"w".repeat(20)}`, "new_sales_distribution"] as const;
    return { whose, type, range: { from: on, to: on }, page: 0, sum: "monthly" };
  };

  it("come back in their order, each once", () => {
    const [first, second] = [ofDay(2), ofDay(1)];

    expect(decodeWhyQuestions(encodeWhyQuestions([first, second, first]))).toEqual([first, second]);
  });

  it("are one's own value where there is one alone, as in messages from before there could be several", () => {
    expect(encodeWhyQuestions([ofDay(1)])).toBe(encodeWhyQuestion(ofDay(1)));
    expect(decodeWhyQuestions(encodeWhyQuestion(ofDay(1)))).toEqual([ofDay(1)]);
  });

  it("are as many from the front as Slack takes in a button's value", () => {
    const asked = Array.from({ length: 60 }, (_, count) => ofDay(count));

    const value = encodeWhyQuestions(asked);

    const kept = decodeWhyQuestions(value);
    expect(value.length).toBeLessThanOrEqual(2_000);
    expect(`${value},${encodeWhyQuestion(ofDay(kept.length))}`.length).toBeGreaterThan(2_000);
    expect(kept).toEqual(asked.slice(0, kept.length));
    expect(kept.length).toBeGreaterThanOrEqual(20);
  });

  it.each([
    "",
    ",",
    "phone_call_quantity me 2026-10-26 2026-11-01 0,",
    "phone_call_quantity me 2026-10-26 2026-11-01 0,calls",
  ])("are refused when they are %j", (value) => {
    expect(() => decodeWhyQuestions(value)).toThrow(RangeError);
  });
});
