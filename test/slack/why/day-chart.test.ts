import { whyWithChart } from "../../../src/slack/why/day-chart";
import { day } from "../../../src/time/day";
import { aWhy } from "../../support/builders/whys";
import { READING } from "../../support/harness/why";

/** The title, the labels and the values of the chart over these days, of which so many have records. */
function drawn(
  range: readonly [from: string, to: string],
  ...values: readonly (readonly [day: string, value: number])[]
) {
  const cells = values.map(([on, value]) => {
    return { day: day(on), source: "justcall", value, now: value, records: value } as const;
  });
  const why = aWhy({ range: { from: day(range[0]), to: day(range[1]) }, figure: { value: 0, now: 0, cells } });
  const { blocks } = whyWithChart(why, { ...READING, today: day("2026-10-28") });
  const chart = blocks.flatMap((block) =>
    block.type === "data_visualization" ? [JSON.parse(JSON.stringify(block))] : [],
  )[0];
  if (chart === undefined) return null;
  const points: readonly { readonly label: string; readonly value: number }[] = chart.chart.series[0].data;
  return [chart.title, ...points.map(({ label, value }) => `${label}: ${value}`)];
}

describe("the chart of a figure's days", () => {
  it("stands above the records, which it sums up", () => {
    const cells = [26, 27].map((on) => {
      return { day: day(`2026-10-${on}`), source: "justcall", value: 2, now: 2, records: 2 } as const;
    });
    const why = aWhy({ figure: { value: 4, now: 4, cells } });
    const { blocks } = whyWithChart(why, { ...READING, today: day("2026-10-28") });
    const chart = blocks.findIndex(({ type }) => type === "data_visualization");

    expect(blocks[chart - 1]).toMatchObject({ text: { text: expect.stringMatching(/^4 calls so far/) } });
    expect(blocks[chart + 1]).toMatchObject({ text: { text: expect.stringMatching(/^\*Records\*/) } });
  });

  it("draws each workday up to today, also those without a record, and a weekend that has one", () => {
    expect(drawn(["2026-10-22", "2026-11-01"], ["2026-10-24", 2], ["2026-10-27", 5])).toEqual([
      "Calls by day",
      ...["Oct 22: 0", "Oct 23: 0", "Oct 24: 2", "Oct 26: 0", "Oct 27: 5", "Oct 28: 0"],
    ]);
  });

  it("draws weeks where these are more than 20 days, however few have records, and goes to the last record", () => {
    expect(drawn(["2026-09-01", "2026-10-31"], ["2026-09-30", 2], ["2026-10-15", 5])).toEqual([
      "Calls by week",
      ...["Sep 28: 2", "Oct 5: 0", "Oct 12: 5", "Oct 19: 0", "Oct 26: 0"],
    ]);
    expect(drawn(["2026-10-01", "2026-11-30"], ["2026-10-28", 2], ["2026-11-03", 5])).toEqual([
      "Calls by week",
      ...["Oct 26: 2", "Nov 2: 5"],
    ]);
  });

  it("draws months where the weeks are too many, from the first record on", () => {
    const months = drawn(["2026-01-01", "2026-12-31"], ["2026-03-02", 2], ["2026-10-15", 5]);

    expect(months).toEqual([
      "Calls by month",
      ...["Mar 2026: 2", "Apr 2026: 0", "May 2026: 0", "Jun 2026: 0", "Jul 2026: 0", "Aug 2026: 0", "Sep 2026: 0"],
      "Oct 2026: 5",
    ]);
  });

  it("is none of a single day", () => {
    expect(drawn(["2026-10-22", "2026-11-01"], ["2026-10-27", 5])).toBeNull();
  });
});
