import type { Db } from "mongodb";
import type { SampleMonth } from "../../../src/demo/sample/sample-month";
import type { Fact } from "../../../src/metrics/fact";
import { type MetricType, metricValue } from "../../../src/metrics/metrics";
import { cellId } from "../../../src/metrics/rollup";
import type { SourceId } from "../../../src/metrics/sources";
import type { Day, DayRange } from "../../../src/time/day";
import { days } from "../../support/builders/team-zone";
import type { Urls } from "../vendors";
import { type Seller, sellerOf } from "./seller";
import { callsOfCopper, callsOfJustCall, entries, mails, orders } from "./seller-facts";

/** What the dashboard's three sync buttons are given. */
export interface Buttons {
  readonly db: Db;
  readonly urls: Urls;
  readonly month: Pick<SampleMonth, "team" | "overrides" | "fishbowl">;
  readonly range: DayRange;
}

/**
 * The reading of a plain web dashboard, kept to be measured against: person by person and metric by metric, every list
 * read anew page by page, one request after the other, and one write a daily total. It comes to the same totals as a
 * sync into an empty database; what a sync does besides (facts, retiring, checks) it knows nothing of.
 */
export async function oldDashboard({ db, urls, month, range }: Buttons): Promise<void> {
  for (const member of month.team.filter(({ bot, guest, deactivated }) => !bot && !guest && !deactivated)) {
    const seller = await sellerOf(member, { urls, month });
    for (const { source, types, facts } of READINGS) {
      for (const type of types) {
        const found = await facts({ seller, urls, range: days.instantsOf(range), db });
        await save(db, { seller, source, type, facts: found.filter((fact) => fact.type === type && fact.counts) });
      }
    }
  }
}

const READINGS = [
  { source: "justcall", types: ["phone_call_quantity", "talk_time_minutes"], facts: callsOfJustCall },
  { source: "copper", types: ["email_quantity"], facts: mails },
  { source: "copper", types: ["phone_call_quantity", "talk_time_minutes"], facts: callsOfCopper },
  { source: "copper", types: ["lead_progression_a", "lead_progression_b", "lead_progression_c"], facts: entries },
  { source: "fishbowl", types: ["new_sales_wholesale", "new_sales_distribution"], facts: orders },
] as const satisfies readonly { source: SourceId; types: readonly MetricType[]; facts: unknown }[];

interface Saved {
  readonly seller: Seller;
  readonly source: SourceId;
  readonly type: MetricType;
  readonly facts: readonly Fact[];
}

async function save(db: Db, { seller: { userId }, source, type, facts }: Saved): Promise<void> {
  const amounts = new Map<Day, number>();
  for (const { day, amount } of facts) amounts.set(day, (amounts.get(day) ?? 0) + amount);
  for (const [day, amount] of amounts) {
    const cell = { userId, type, day, source };
    const set = { ...cell, value: metricValue(type, amount), date: days.startOf(day) };
    await db.collection<{ _id: string }>("metrics").updateOne({ _id: cellId(cell) }, { $set: set }, { upsert: true });
  }
}
