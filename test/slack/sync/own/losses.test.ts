import type { MetricType } from "../../../../src/metrics/metrics";
import { day } from "../../../../src/time/day";
import type { WhyQuery, WhyRecord } from "../../../../src/why/why";
import { anOverview, CALLS_GLANCE } from "../../../support/builders/overviews";
import { aReport } from "../../../support/builders/reports";
import { aRecord, aWhy } from "../../../support/builders/whys";
import { slackHarness } from "../../../support/harness/slack";
import { lines } from "../../../support/harness/slack-blocks";
import { eventually } from "../../../support/wait";

const order = (type: MetricType) => aRecord("SO-1021", { source: "fishbowl", type, amount: 485_000 });
const sold = (type: MetricType, month: number) => ({ ...CALLS_GLANCE, type, unit: "dollars" as const, month });
const [WHOLESALE, DISTRIBUTION] = ["new_sales_wholesale", "new_sales_distribution"] as const;

describe("what a rep's sync says of sales that fell", () => {
  it("finds an order that counts for a metric of which they had nothing before", async () => {
    let records: readonly WhyRecord[] = [order(WHOLESALE)];
    const why = async (asked: WhyQuery) => {
      return aWhy({ ...asked, records: records.filter(({ fact }) => fact.type === asked.type) });
    };
    const harness = await slackHarness({ deps: { why } });
    const figures = (wholesale: number, distribution: number) => {
      const glance = [sold(WHOLESALE, wholesale), sold(DISTRIBUTION, distribution)];
      harness.overviews.set("U0ANA", anOverview({ glance, goals: [] }));
    };
    figures(4_850, 0);

    await harness.command("U0ANA", "/sync", "");
    const run = await eventually(() => harness.sync.runs[0]);
    records = [order(DISTRIBUTION)];
    figures(0, 4_850);
    run.end(aReport());
    await harness.app.idle();

    expect(lines(JSON.parse(JSON.stringify(harness.dm("U0ANA")[0]?.blocks ?? []))).slice(1, 4)).toEqual([
      "*Wholesale this month*: $4,850 → $0",
      "• SO-1021 with another account type (−$4,850)",
      "*Also new*: +$4,850 distribution",
    ]);
    await harness.close();
  });

  it("asks why over the month of the reader's clock, which may have begun before the team's", async () => {
    // 9:00 PM on October 31 for the team, and November 1 in India.
    const harness = await slackHarness({ deps: { now: () => new Date("2026-11-01T01:00:00Z") } });
    const figures = (wholesale: number) => {
      const glance = [sold(WHOLESALE, wholesale)];
      harness.overviews.set("U0ANA", anOverview({ today: day("2026-11-01"), glance, goals: [] }));
    };
    figures(4_850);

    await harness.command("U0ANA", "/sync", "");
    const run = await eventually(() => harness.sync.runs[0]);
    figures(0);
    run.end(aReport());
    await harness.app.idle();

    const said = JSON.stringify(harness.dm("U0ANA")[0]?.blocks ?? []);
    expect(said).toContain("*Wholesale this month*");
    expect(said.match(/"value":"(new_sales[^"]*)"/)?.[1]).toBe("new_sales_wholesale me 2026-11-01 2026-11-30 0");
    await harness.close();
  });
});
