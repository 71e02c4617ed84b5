import { decodeWhyQuestion, encodeWhyQuestion } from "../../../src/slack/why/button-view";
import { day } from "../../../src/time/day";

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
