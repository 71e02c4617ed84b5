import { loadDigests } from "../../../src/digests/content/load-digests";
import { fallenMonthsStore } from "../../../src/digests/content/orders/fallen-months-store";
import { deliveryStore } from "../../../src/digests/delivery/delivery-store";
import { deliveryId } from "../../../src/digests/planned-message";
import type { Goal } from "../../../src/goals/goal";
import { factId } from "../../../src/metrics/fact";
import { metricStore } from "../../../src/metrics/metric-store";
import { cellId } from "../../../src/metrics/rollup";
import type { Person, Salesman } from "../../../src/people/person";
import { renderDigests } from "../../../src/slack/digests/render";
import { type Day, day, zoneDays } from "../../../src/time/day";
import { aFact, leftOut } from "../../support/builders/facts";
import { aGoal } from "../../support/builders/goals";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { digestLoader } from "../../support/harness/digests/digest-loader";
import { lines } from "../../support/harness/slack-blocks";

const [ANA, BEN] = ["U0ANA", "U0BEN"];
const [WHOLESALE, DISTRIBUTION] = ["new_sales_wholesale", "new_sales_distribution"] as const;
const [WEDNESDAY, THURSDAY] = [day("2025-10-15"), day("2025-10-16")];

describe("a digest after money fell", () => {
  const test = testDatabase();
  const { commands, db: watched } = monitoredDatabase(test);
  const days = zoneDays("America/New_York");
  const [at, cutOffAt] = [(of: Day) => new Date(`${of}T12:00:00Z`), new Date("2025-10-31T00:00:00Z")];
  let run = 1;

  interface Order {
    readonly cents: number;
    readonly on?: string;
    readonly of?: string;
    readonly why?: string;
    readonly type?: typeof WHOLESALE | typeof DISTRIBUTION;
  }
  /** Stores an order as a sync does, and its day's totals anew. */
  const order = async (
    number: string,
    { cents, on = "2025-10-08", of = "A. Torres", why, type = WHOLESALE }: Order,
  ) => {
    const fact = aFact(number, { source: "fishbowl", type, amount: cents, owner: of, day: on });
    const written = why === undefined ? fact : leftOut(fact, why);
    const facts = test.db.collection<{ _id: string }>("facts");
    run += 1;
    await facts.replaceOne({ _id: factId(fact) }, { ...written, asOf: run }, { upsert: true });
    for (const [userId, owner] of [
      [ANA, "A. Torres"],
      [BEN, "B. Okafor"],
    ] as const) {
      for (const one of [WHOLESALE, DISTRIBUTION]) {
        const [sum] = await facts
          .aggregate<{ cents: number }>([
            { $match: { type: one, day: on, owner, counts: true } },
            { $group: { _id: null, cents: { $sum: "$amount" } } },
          ])
          .toArray();
        const key = { userId, type: one, day: day(on), source: "fishbowl" } as const;
        const cell = {
          _id: cellId(key),
          ...key,
          value: (sum?.cents ?? 0) / 100,
          date: days.startOf(key.day),
          records: 1,
        };
        await metricStore(test.db).save([{ cell, change: "updated" }], { asOf: run, now: at(WEDNESDAY) });
      }
    }
  };
  /** Has the digests of a morning arrive; answers what Ana's says below its fall. */
  const morning = async (of: Day, to: readonly string[] = [ANA]) => {
    const freshness = async () => [
      { source: "fishbowl", asOf: at(of), state: "fresh", from: day("2025-08-01") } as const,
    ];
    const planned = to.map((one) => ({ kind: "digest", to: one, day: of, dueAt: at(of), cutOffAt }) as const);
    const rows = planned.map((one) => ({ _id: deliveryId(one), to: one.to, day: of }));
    const loaded = await loadDigests({ rows, now: at(of) }, digestLoader(watched(), { days, freshness }));
    const made = renderDigests(loaded, { days, now: at(of) });
    await deliveryStore(test.db).addPlanned(planned);
    for (const { _id } of rows) {
      const { reported: told = [], orders = [], fell = [] } = made.get(_id) ?? {};
      const row = { state: "sent", body: "{}", told, orders, fell };
      await test.db.collection<{ _id: string }>("deliveries").updateOne({ _id }, { $set: row });
    }
    const said = lines(made.get(rows[0]?._id ?? "")?.blocks ?? []).map((line) => line.replaceAll("\u00a0", " "));
    const fall = said.findIndex((line) => line.startsWith("↩️"));
    const end = said.findIndex((line) => line.startsWith("*Yesterday"));
    return fall < 0 ? [] : said.slice(fall, end).map((line) => line.replace("↩️ *Wholesale sales ", ""));
  };
  beforeEach(async () => {
    run = 1;
    await test.db.collection<Person>("users").insertMany([aPerson(ANA), aPerson(BEN)]);
    await test.db.collection<Salesman>("fishbowl_users_map").insertMany([
      { _id: "A. Torres", userId: ANA },
      { _id: "B. Okafor", userId: BEN },
    ]);
    const target = [{ from: day("2025-09-01"), target: 100_000 }];
    const goal = { type: WHOLESALE, targets: target } as const;
    await test.db.collection<Goal>("goals").insertMany([ANA, BEN].map((userId) => aGoal(userId, { ...goal, userId })));
    await order("SO-1", { cents: 1_112_560 });
    await order("SO-2", { cents: 317_585, on: "2025-10-02" });
    await order("SO-9", { cents: 50_000, of: "B. Okafor" });
    expect(await morning(WEDNESDAY, [ANA, BEN])).toEqual([]);
  });

  it("names the orders that made it, with what came since, which come to what it says", async () => {
    await order("SO-1", { cents: 1_112_560, why: "order is Void" });
    await order("SO-3", { cents: 485_000, on: "2025-10-15" });

    expect(await morning(THURSDAY)).toEqual([
      "fell* since your last digest: $14,301 → $8,025",
      "• SO-1 voided (−$11,126)",
      "• SO-3 new (+$4,850)",
    ]);
    const id = `digest:${ANA}:${THURSDAY}`;
    const fell = await fallenMonthsStore(test.db).of({ id, to: ANA });
    expect(fell).toEqual([{ type: WHOLESALE, from: "2025-10-01", said: expect.stringContaining("\n• SO-1 voided") }]);
    expect(await fallenMonthsStore(test.db).of({ id, to: BEN })).toEqual([]);
  });

  it.each<[string, Order, string]>([
    ["repriced", { cents: 100_000 }, "• SO-1 repriced (−$10,126)"],
    ["canceled", { cents: 1_112_560, why: "order is Cancelled" }, "• SO-1 canceled (−$11,126)"],
    ["deleted", { cents: 1_112_560, why: "deleted at the source" }, "• SO-1 deleted (−$11,126)"],
    ["of another rep", { cents: 1_112_560, of: "B. Okafor" }, "• SO-1 no longer yours this month (−$11,126)"],
  ])("says of an order that was %s what became of it", async (_, after, said) => {
    await order("SO-1", after);

    expect((await morning(THURSDAY))[1]).toBe(said);
  });

  it("says of one that counts for another metric that its account type is another", async () => {
    await order("SO-1", { cents: 1_112_560, why: "deleted at the source" });
    await order("SO-1", { cents: 1_112_560, type: DISTRIBUTION });

    expect((await morning(THURSDAY))[1]).toBe("• SO-1 with another account type (−$11,126)");
  });

  it("doesn't call an order new of which it knows only that it did not count", async () => {
    await order("SO-1", { cents: 1_112_560, why: "order is Void" });
    await order("SO-4", { cents: 100_000, on: "2025-10-03" });

    expect((await morning(THURSDAY)).slice(1)).toEqual(["• SO-1 voided (−$11,126)", "• SO-4 counted now (+$1,000)"]);
  });

  it("names none where they don't come to what it tells, or the digest before kept none", async () => {
    const days = "−$11,126 in Oct 1–14. *Why?* below lists the orders";
    await order("SO-1", { cents: 1_112_560, why: "order is Void" });
    await test.db.collection<{ _id: string }>("facts").updateOne({ recordId: "SO-2" }, { $set: { amount: 300_000 } });

    expect((await morning(THURSDAY))[1]).toBe(days);
    await test.db.collection<{ _id: string }>("facts").updateOne({ recordId: "SO-2" }, { $set: { amount: 317_585 } });
    await test.db.collection("deliveries").deleteMany({ day: THURSDAY });
    await test.db.collection("deliveries").updateMany({}, { $unset: { orders: "" } });
    expect((await morning(THURSDAY))[1]).toBe(days);
  });

  it("asks as often for two people whose money fell as for one", async () => {
    await order("SO-1", { cents: 1_112_560, why: "order is Void" });
    await order("SO-9", { cents: 50_000, of: "B. Okafor", why: "order is Void" });
    commands.length = 0;
    await morning(THURSDAY);
    const one = commands.filter((name) => !/^(update|insert)/.test(name)).sort();
    await test.db.collection("deliveries").deleteMany({ day: THURSDAY });
    commands.length = 0;

    await morning(THURSDAY, [ANA, BEN]);

    expect(commands.filter((name) => !/^(update|insert)/.test(name)).sort()).toEqual(one);
  });
});
