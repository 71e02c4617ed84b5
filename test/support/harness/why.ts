import type { Fact } from "../../../src/metrics/fact";
import { factStore } from "../../../src/metrics/fact-store";
import { metricStore } from "../../../src/metrics/metric-store";
import { recordStore } from "../../../src/metrics/record-store";
import { peopleStore } from "../../../src/people/people-store";
import { roster } from "../../../src/people/roster";
import { whyMessage } from "../../../src/slack/why/view";
import { NO_OVERLAP } from "../../../src/sync/totals/overlap";
import { recompute } from "../../../src/sync/totals/recompute";
import { type DayRange, day, zoneDays } from "../../../src/time/day";
import { type Why, type WhyQuery, why } from "../../../src/why/why";
import { aPerson } from "../builders/people";
import { days } from "../builders/team-zone";
import { aWhy } from "../builders/whys";
import { testDatabase } from "../env/database";
import { unsealed } from "../fakes/unsealed";
import { lines } from "./slack-blocks";

export const RANGE: DayRange = { from: day("2026-10-26"), to: day("2026-11-01") };
export const ANA = aPerson("UANA", {
  email: "ana@acme.com",
  copperUserId: 77,
  justcallEmail: "ana@acme.com",
  name: "Ana",
});
export const BEN = aPerson("UBEN", {
  email: "ben@acme.com",
  copperUserId: 78,
  addresses: ["ben@home.example"],
  name: "Ben",
});

/** People and records on a real database, and why their figures are what they are. */
export function whyHarness() {
  const test = testDatabase();
  const deps = (db = test.db) => ({
    records: recordStore(db),
    facts: factStore(db),
    people: peopleStore(db),
    seal: unsealed,
    retainedFrom: async () => null,
    freshness: async () =>
      (["copper", "justcall", "fishbowl"] as const).map((source) => ({ source, asOf: null, state: "never" as const })),
  });
  const asked = (given: Partial<WhyQuery> = {}): WhyQuery => {
    return { userId: "UANA", type: "phone_call_quantity", range: RANGE, page: 0, ...given };
  };

  async function savePeople(): Promise<void> {
    await peopleStore(test.db).save([], [ANA, BEN]);
    await test.db
      .collection<{ _id: string; userId: string }>("fishbowl_users_map")
      .insertOne({ _id: "A. Diaz", userId: "UANA" });
  }

  async function saveFacts(facts: readonly Fact[]): Promise<void> {
    await factStore(test.db).save({ write: facts, gone: [] }, 1);
  }

  async function recomputeTotals(): Promise<void> {
    const people = peopleStore(test.db);
    const who = roster(await people.all(), await people.salesmen());
    const stores = { facts: factStore(test.db), metrics: metricStore(test.db) };
    const held = { fence: { check: async () => {}, token: 1 }, now: () => new Date("2026-11-01T12:00:00Z") };
    await recompute(RANGE, { ...stores, roster: who, days, overlap: NO_OVERLAP, retainedFrom: null, ...held });
  }

  async function pagesOf(ask: WhyQuery): Promise<readonly Why[]> {
    const first = await why(ask, deps());
    const rest = [];
    for (let page = 1; page < first.pages; page += 1) rest.push(await why({ ...ask, page }, deps()));
    return [first, ...rest];
  }
  return { test, deps, asked, savePeople, saveFacts, recomputeTotals, pagesOf };
}

/** Ana reads it in New York, on the afternoon of Wed, Oct 28, 2026. */
export const READING = {
  days: zoneDays("America/New_York"),
  now: new Date("2026-10-28T18:06:00Z"),
  reader: "U0ANA",
  goals: [],
};

/** What she sees, line by line. */
export function shown(given: Partial<Why> = {}): readonly string[] {
  return lines(whyMessage(aWhy(given), READING).blocks);
}
