import { day } from "../../src/metrics/day";
import { questionOf, questionText } from "../../src/slack/why-question";

describe("a question in a button", () => {
  it.each(["me", "nobody", "U0ANA"])("comes back as it was asked of %s", (whose) => {
    const question = {
      whose,
      type: "phone_call_quantity",
      range: { from: day("2026-10-26"), to: day("2026-11-01") },
      page: 12,
    } as const;

    expect(questionOf(questionText(question))).toEqual(question);
  });

  it.each([
    "",
    "calls me 2026-10-26 2026-11-01 0",
    "phone_call_quantity 2026-10-26 2026-11-01 0",
    "phone_call_quantity $ne 2026-10-26 2026-11-01 0",
    "phone_call_quantity me 2026-10-26 2026-02-30 0",
    "phone_call_quantity me 2026-10-26 2026-11-01 -1",
  ])("is refused when it is %j", (value) => {
    expect(() => questionOf(value)).toThrow(RangeError);
  });
});
