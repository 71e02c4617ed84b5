import { whyMessage } from "../../../src/slack/why/view";
import { day } from "../../../src/time/day";
import { aWhy } from "../../support/builders/whys";
import { lines } from "../../support/harness/slack-blocks";
import { READING } from "../../support/harness/why";

const MONTH = { from: day("2026-10-01"), to: day("2026-10-31") };

describe("the title of what a figure is made of", () => {
  it("names the sum, by its month or its days, and that more may come", () => {
    const titled = (given: Parameters<typeof aWhy>[0]) => lines(whyMessage(aWhy(given), READING).blocks)[0];

    expect(titled({ range: MONTH })).toBe("# 2 calls in October so far");
    expect(titled({ range: { from: day("2026-09-01"), to: day("2026-09-30") } })).toBe("# 2 calls in September");
    expect(titled({ range: { from: day("2025-10-01"), to: day("2025-10-31") } })).toBe(
      "# 2 calls, Wed, Oct 1, 2025 – Fri, Oct 31, 2025",
    );
    expect(titled({ range: { from: day("2026-10-28"), to: day("2026-10-28") } })).toBe("# 2 calls, Wed, Oct 28");
  });
});
