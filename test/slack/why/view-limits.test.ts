import { METRICS } from "../../../src/metrics/metrics";
import { fits } from "../../../src/slack/ui/blocks";
import { whyMessage } from "../../../src/slack/why/view";
import { addDays, day } from "../../../src/time/day";
import { aLeftOut, aWhy } from "../../support/builders/whys";
import { lines } from "../../support/harness/slack-blocks";
import { READING } from "../../support/harness/why";

describe("whyMessage", () => {
  const hostile = "<!channel> *x* & ‮`evil` ".repeat(20);
  const everyDay = Array.from({ length: 31 }, (_, index) =>
    (["copper", "justcall", "fishbowl"] as const).map((source) => ({
      day: addDays(day("2025-12-15"), index),
      source,
      value: 123_456_789.12,
      now: 123_456_789.11,
      records: 999_999,
    })),
  ).flat();

  it.each(METRICS.map(({ type }) => type))("stays within Slack's limits with hostile and huge %s", (type) => {
    const given = {
      type,
      owner: hostile,
      amount: 999_999_999,
      link: `https://x.example/${"y".repeat(500)}`,
      to: [hostile, hostile],
    };
    const why = aWhy({
      type,
      userId: null,
      name: hostile,
      range: { from: day("2025-12-15"), to: day("2026-01-14") },
      figure: { value: 11_481_481_388.16, now: 11_481_481_387.23, cells: everyDay },
      reasons: Array.from({ length: 40 }, (_, index) => ({ why: `${index} ${hostile}`, records: 999_999 })),
      records: Array.from({ length: 30 }, (_, index) =>
        aLeftOut(`${index}${hostile}`, hostile, { ...given, detail: hostile }),
      ),
      pages: 99_999,
      page: 0,
      leftOutPage: 99_998,
    });

    const others = { ...why, userId: "U0BEN", name: "😀".repeat(80) };
    for (const message of [whyMessage(why, READING), whyMessage(others, READING)]) {
      expect(fits(message)).toBe(true);
      expect([message.text, ...lines(message.blocks).slice(1)].join("\n")).not.toContain("<!channel>");
    }
  });
});
