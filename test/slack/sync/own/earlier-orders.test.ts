import type { MonthOrders } from "../../../../src/metrics/moved/month-orders";
import { day } from "../../../../src/time/day";
import type { WhyQuery, WhyRecord } from "../../../../src/why/why";
import { aRecord, aWhy } from "../../../support/builders/whys";
import { closedAfterEach } from "../../../support/env/closed-after-each";
import { testDatabase } from "../../../support/env/database";
import { unusedDeps } from "../../../support/fakes/unused-deps";
import { ANA, ownMonthHarness, toldOf } from "../../../support/harness/figures/own-month";

const type = "new_sales_wholesale" as const;
const order = (recordId: string, cents: number, on: string): WhyRecord =>
  aRecord(recordId, { source: "fishbowl", type, amount: cents, day: on });
const [OLD, NEW] = [order("SO-1021", 1_112_560, "2026-10-08"), order("SO-1101", 485_000, "2026-10-28")];
const KEPT: MonthOrders = { type, from: day("2026-10-01"), to: day("2026-10-27"), orders: [["SO-1021", 1_112_560]] };

describe("what a sync says of orders that came before it", () => {
  const test = testDatabase();
  const closed = closedAfterEach();

  /** Ana looks at what her digest told, an order comes in an update, and her sync finds the other one voided. */
  async function told(orders: () => Promise<readonly MonthOrders[]>) {
    let records: readonly WhyRecord[] = [OLD];
    const why = async (asked: WhyQuery) =>
      aWhy({ ...asked, pages: 1, records: records.filter(({ fact }) => fact.type === asked.type) });
    const asked: unknown[] = [];
    const digests = {
      ...unusedDeps().digests,
      orders: (of: unknown) => {
        asked.push(of);
        return orders();
      },
    };
    const harness = closed(await ownMonthHarness(test.db, { why, digests }));
    harness.itIs("2026-10-28T18:00:00Z");
    await harness.month({ [type]: 11_125.6 });
    await harness.open();
    harness.itIs("2026-10-28T18:40:00Z");
    records = [OLD, NEW];
    await harness.month({ [type]: 15_975.6 });
    const end = await harness.begin();
    records = [NEW, { ...OLD, leftOut: "order is Void" }];
    await harness.month({ [type]: 4_850 });
    return { report: toldOf(await end()).slice(1, 3), asked };
  }

  it("names them where the digest kept the orders of what the reader saw", async () => {
    const { report, asked } = await told(async () => [KEPT]);

    expect(report).toEqual(["• SO-1021 voided (−$11,125.60)", "• SO-1101 new (+$4,850.00)"]);
    expect(asked).toEqual([{ to: ANA, day: "2026-10-28" }]);
  });

  it("goes by the one that kept those of what the reader saw, where several did", async () => {
    const other: MonthOrders = { ...KEPT, to: day("2026-10-26"), orders: [["SO-1021", 900_000]] };
    const { report } = await told(async () => [other, KEPT]);

    expect(report).toEqual(["• SO-1021 voided (−$11,125.60)", "• SO-1101 new (+$4,850.00)"]);
  });

  it.each<[string, () => Promise<readonly MonthOrders[]>]>([
    ["no digest kept them", async () => []],
    ["one kept those of another figure", async () => [{ ...KEPT, orders: [["SO-1021", 1_112_500]] }]],
    ["one kept those of another month", async () => [{ ...KEPT, from: day("2026-09-01") }]],
    ["they cannot be read", () => Promise.reject(new Error("no database"))],
  ])("calls it an update where %s", async (_, orders) => {
    expect((await told(orders)).report).toEqual(["• SO-1021 voided (−$11,125.60)", "• Earlier update (+$4,850.00)"]);
  });
});
