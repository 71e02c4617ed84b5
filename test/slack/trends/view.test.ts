import fc from "fast-check";
import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import { viewFaults } from "../../../src/demo/slack/rules/views";
import { METRICS } from "../../../src/metrics/metrics";
import { trendModal } from "../../../src/slack/trends/view";
import type { Figure } from "../../support/builders/goals";
import { CALLS } from "../../support/builders/overviews";
import { HOSTILE_NAMES, messageFaults } from "../../support/harness/slack-blocks";
import { trendOf } from "../../support/harness/trends/trend-message";

describe("a trend", () => {
  const period = fc.constantFrom("daily" as const, "weekly" as const, "monthly" as const);
  const figure = fc.record({
    userId: fc.constant("U01"),
    type: fc.constantFrom(...METRICS.map(({ type }) => type)),
    before: fc.nat(366),
    value: fc.integer({ min: -5, max: 9_999_999 }),
  });

  it("stays within Slack's limits, drawn, in words and in a modal, whosever it is and over whatever days", () => {
    const given = fc.record({
      count: fc.integer({ min: 1, max: 366 }),
      period,
      name: fc.constantFrom(null, "Ana Torres", ...HOSTILE_NAMES),
      figures: fc.array(figure, { maxLength: 30 }),
    });

    fc.assert(
      fc.property(given, (one) => {
        const shown = trendOf(one);
        if (!("plain" in shown)) throw new Error("Nothing is drawn");
        const { plain, text, blocks } = shown;

        expect(blockFaults(blocks, "message")).toEqual([]);
        expect(blockFaults(plain, "message")).toEqual([]);
        // A heading is plain text, in which nothing pings.
        expect(messageFaults({ text, blocks: plain.filter(({ type }) => type !== "header") })).toEqual([]);
        expect(viewFaults(trendModal(shown), "modal")).toEqual([]);
        expect(JSON.stringify(trendModal(shown))).not.toContain("action_id");
        expect(JSON.stringify(blocks).length).toBeLessThan(12_500);
      }),
      { numRuns: 40 },
    );
  });

  it("draws days of a weekly goal as how far they had come, since nobody does a tenth of an email", () => {
    const figures = [3, 2].map((value, n): Figure => ({ userId: "U01", type: "email_quantity", before: n + 1, value }));

    const shown = trendOf({ count: 10, period: "weekly", name: null, target: 12, figures, types: ["email_quantity"] });

    // Seven working days have ended, at 2.4 a day; the eighth is today.
    expect(shown.text).toMatch(/^Emails: 5 of 17 by Tue, Oct 27, 12 behind pace\./);
    expect(shown.text.match(/: \d+ of \d+(?=;|\.)/g)?.map((words) => words.split(" of ")[1])).toEqual([
      "3",
      "5",
      "8",
      "10",
      "12",
      "15",
      "17",
      "20",
    ]);
  });

  it("judges a stretch by what was asked of it, not by how that is shown", () => {
    const figures = [14, 7].map(
      (before): Figure => ({ userId: "U01", type: "new_sales_wholesale", before, value: 99.4 }),
    );

    const types = ["new_sales_wholesale"] as const;
    const shown = trendOf({ count: 40, period: "weekly", name: null, target: 99.4, figures, types });

    expect(shown.text).toMatch(/^Wholesale sales: 2 of \d+ weeks at or above pace/);
  });

  it("puts first what is behind now, whatever the days that are drawn brought", () => {
    const [calls, emails] = ["phone_call_quantity", "email_quantity"] as const;
    const figures = [{ userId: "U01", type: calls, before: 9, value: 40 }];
    const trend = { count: 60, period: "weekly", name: null, target: 400, figures, types: [calls, emails] } as const;

    expect(trendOf(trend).text).toMatch(/^Emails and Calls, /);
    expect(trendOf({ ...trend, running: [CALLS] }).text).toMatch(/^Calls and Emails, /);
    expect(trendOf({ ...trend, running: [CALLS] }).text).toContain("This week: 🔴 51 of 400, behind by 109; ");
  });

  it("says every number that the chart draws, for whoever cannot see it", () => {
    const figures: readonly Figure[] = [
      { userId: "U01", type: "email_quantity", before: 1, value: 61 },
      { userId: "U01", type: "email_quantity", before: 9, value: 7 },
    ];

    const shown = trendOf({ count: 60, period: "weekly", name: null, figures, types: ["email_quantity"] });
    const [chart] = shown.blocks.flatMap((block) =>
      block.type === "data_visualization" ? [JSON.parse(JSON.stringify(block))] : [],
    );
    const values: readonly number[] = chart.chart.series[0].data.map(({ value }: { readonly value: number }) => value);

    const words = values.map((value) => `: ${value} of `);
    expect(values).toContain(61);
    for (const word of words) expect(shown.text).toContain(word);
  });
});
