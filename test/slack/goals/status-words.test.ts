import { OUTCOMES, STATUSES, statusCounts } from "../../../src/slack/goals/status-words";
import { CALLS, SALES } from "../../support/builders/overviews";
import { code, files } from "../../support/source-files";

const SIGNS = Object.values(STATUSES).map(({ sign }) => sign);

describe("the sign of a state", () => {
  it("means one state alone", () => {
    expect(new Set(SIGNS).size).toBe(SIGNS.length);
    expect(Object.values(STATUSES).filter(({ words }) => words === "")).toEqual([]);
  });

  it("is the same of a period that is over", () => {
    expect([OUTCOMES.reached.sign, OUTCOMES.missed.sign, OUTCOMES.off.sign, OUTCOMES.unread.sign]).toEqual([
      STATUSES.reached.sign,
      STATUSES.missed.sign,
      STATUSES.off.sign,
      STATUSES.unread.sign,
    ]);
  });

  it("is written in the table alone", () => {
    // A check mark also says that something went well, a cross that it failed, and a dash is one.
    const colors = SIGNS.filter((sign) => !["✅", "❌", "➖"].includes(sign));
    const own = files.filter((file) => file.startsWith("slack/") && file !== "slack/goals/status-words.ts");

    expect(own.filter((file) => colors.some((sign) => code(file).includes(sign)))).toEqual([]);
  });

  it("is counted, the worst first", () => {
    expect(statusCounts([SALES, CALLS, SALES])).toEqual(["🔴 1 behind", "✅ 2 reached"]);
  });
});
