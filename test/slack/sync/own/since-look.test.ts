import type { Person } from "../../../../src/people/person";
import { testDatabase } from "../../../support/env/database";
import { ANA, ownMonthHarness, toldOf } from "../../../support/harness/figures/own-month";
import { lines } from "../../../support/harness/slack-blocks";

const NONE_NEW = "Nothing new for you: this month's numbers were already up to date.";

describe("what changed since a rep looked, before they synced", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof ownMonthHarness>>;
  beforeEach(async () => {
    harness = await ownMonthHarness(test.db);
    await harness.month({ new_sales_wholesale: 14_301.45, phone_call_quantity: 58 });
  });
  afterEach(() => harness.close());

  /** They look at 2:12 PM; something then brings an order and two calls. */
  const lookedBefore = async () => {
    harness.itIs("2026-10-28T18:12:00Z");
    await harness.open();
    harness.itIs("2026-10-28T18:40:00Z");
    await harness.month({ new_sales_wholesale: 19_151.45, phone_call_quantity: 60 });
  };
  const home = () => lines(harness.home(ANA)).join("\n");

  it("is one sum with what the sync changed, from the figure that Home showed to the one it shows now, and adds up", async () => {
    await lookedBefore();
    expect(home()).toContain("*$14,301 of $400*");

    const end = await harness.begin();
    await harness.month({ new_sales_wholesale: 8_025.85, phone_call_quantity: 63 });

    const report = await end();
    // They see at once that there is less than they saw.
    expect(report[0]).toBe("# ⚠️ Synced: wholesale fell to $8,025");
    expect(JSON.stringify(harness.dm(ANA))).toContain('"Why did wholesale fall?"');
    expect(toldOf(report)).toEqual([
      "*Wholesale since you looked at 2:12 PM EDT*: $14,301 → $8,025",
      "• This sync (−$11,126)",
      "• Earlier update (+$4,850)",
      "*Also new*: +5 calls",
      "[why_new_sales_wholesale]",
    ]);
    expect(home()).toContain("*$8,025 of $400*");
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("has its own time where a fall is of what was seen as the sync found it", async () => {
    harness.itIs("2026-10-28T18:12:00Z");
    await harness.open();
    await harness.month({ new_sales_wholesale: 14_301.45, phone_call_quantity: 60 });

    const end = await harness.begin();
    await harness.month({ new_sales_wholesale: 3_175.85, phone_call_quantity: 61 });

    expect(toldOf(await end())).toEqual([
      "*Wholesale this month*: $14,301 → $3,175 (−$11,126)",
      "*Since you looked at 2:12 PM EDT*: +3 calls",
      "[why_new_sales_wholesale]",
    ]);
  });

  it("is no fall in the heading where there is more than they saw, whatever the sync took away", async () => {
    await lookedBefore();

    const end = await harness.begin();
    await harness.month({ new_sales_wholesale: 18_000.45, phone_call_quantity: 60 });

    const report = await end();
    expect(report[0]).toBe("# ✅ Synced");
    expect(JSON.stringify(harness.dm(ANA))).toContain('"Why? wholesale"');
    expect(toldOf(report)).toEqual([
      "*Wholesale since you looked at 2:12 PM EDT*: $14,301 → $18,000",
      "• Earlier update (+$4,850)",
      "• This sync (−$1,151)",
      "*Also new*: +2 calls",
      "[why_new_sales_wholesale]",
    ]);
  });

  it("is told by each reader's own clock, and its money asks why, also where the sync itself brought nothing", async () => {
    await lookedBefore();

    const end = await harness.begin();

    expect(toldOf(await end())).toEqual([
      "*Wholesale since you looked at 2:12 PM EDT*: $14,301 → $19,151 (+$4,850)",
      "*Also new*: +2 calls",
      "[why_new_sales_wholesale]",
    ]);
    const at = Date.parse("2026-10-28T18:12:00Z") / 1_000;
    expect(JSON.stringify(harness.dm(ANA))).toContain(
      `*Wholesale since you looked at <!date^${at}^{time}|2:12 PM EDT>*: $14,301`,
    );
  });

  it("asks why of a fall as well, and of nothing else but money; what looks as it did is not told", async () => {
    harness.itIs("2026-10-28T18:12:00Z");
    await harness.open();
    await harness.month({ phone_call_quantity: 57, email_quantity: 4, new_sales_wholesale: 14_301.75 });

    const end = await harness.begin("7d");
    await harness.month({ email_quantity: 5, talk_time_minutes: 12 });

    expect(toldOf(await end())).toEqual([
      "*Calls since you looked at 2:12 PM EDT*: 58 → 57 (−1)",
      "*Also new*: +12m talk time, +5 emails",
      "[why_phone_call_quantity]",
    ]);
  });

  it("is nothing where they saw what the sync began with, or nothing at all yet", async () => {
    const first = await harness.begin();
    await harness.month({ phone_call_quantity: 59 });
    const unseen = toldOf(await first());
    await harness.open();
    const second = await harness.begin();
    await harness.month({ phone_call_quantity: 60 });
    const seen = toldOf(await second());
    const third = await harness.begin();

    expect([unseen, seen, toldOf(await third())]).toEqual([
      ["*New for you this month*: +1 call"],
      ["*New for you this month*: +1 call"],
      [NONE_NEW],
    ]);
  });

  it("names the day of a look on another one, by the clock of the reader who looked", async () => {
    // 11:42 PM in India, where it is another day half an hour later.
    await test.db.collection<Person>("users").updateOne({ _id: ANA }, { $set: { tz: "Asia/Kolkata" } });
    await lookedBefore();
    const midnight = await (await harness.begin())();
    await harness.month({ phone_call_quantity: 61 });
    harness.itIs("2026-10-30T18:00:00Z");
    await harness.month({ phone_call_quantity: 64 });

    const later = await harness.begin();

    expect(toldOf(midnight)[0]).toMatch(/^\*Wholesale since you looked on Wed, Oct 28\*: \$14,301 → \$19,151/);
    expect(toldOf(await later())).toEqual(["*Since my last report on Thu, Oct 29*: +4 calls"]);
  });

  it("is nothing of another month, by the reader's clock, nor of one that turns while the sync runs", async () => {
    harness.itIs("2026-11-01T03:50:00Z");
    await harness.open();
    await harness.month({ phone_call_quantity: 70 });
    harness.itIs("2026-11-01T04:10:00Z");
    await harness.month({ phone_call_quantity: 2 });
    const end = await harness.begin();
    const november = toldOf(await end());
    harness.itIs("2026-12-01T04:59:00Z");
    await harness.open();
    const last = await harness.begin();
    harness.itIs("2026-12-01T05:01:00Z");

    expect(november).toEqual(["Nothing new for you this month. *History* in Home has the days before."]);
    expect(toldOf(await last())).toEqual([]);
    // It told no figure of the month that began.
    expect(await harness.shownFigures.of(ANA)).toMatchObject({
      month: "2026-11-01",
      figures: { phone_call_quantity: { value: 2, surface: "home" } },
    });
  });
});
