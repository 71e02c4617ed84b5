import type { Person } from "../../../src/people/person";
import { testDatabase } from "../../support/env/database";
import { ANA, ownMonthHarness, toldOf } from "../../support/harness/figures/own-month";
import { lines } from "../../support/harness/slack-blocks";

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

  it("stands above what the sync changed, and both lead from the figure that Home showed to the one it shows now", async () => {
    await lookedBefore();
    expect(home()).toContain("*$14,301 of $400*");

    const end = await harness.begin();
    await harness.month({ new_sales_wholesale: 8_025.85, phone_call_quantity: 63 });

    const report = await end();
    // They see at once that there is less than they saw.
    expect(report[0]).toBe("# ⚠️ Synced: wholesale fell to $8,025");
    expect(JSON.stringify(harness.dm(ANA))).toContain('"Why did wholesale fall?"');
    expect(toldOf(report)).toEqual([
      "*Since you looked at 2:12 PM EDT*: +$4,850 wholesale ($14,301 → $19,151), +2 calls (58 → 60)",
      "*This sync*: −$11,125.60 wholesale: $19,151 → $8,025",
      "*Up*: +3 calls (60 → 63)",
      "[why_new_sales_wholesale]",
    ]);
    expect(home()).toContain("*$8,025 of $400*");
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("is no fall in the heading where there is more than they saw, whatever the sync took away", async () => {
    await lookedBefore();

    const end = await harness.begin();
    await harness.month({ new_sales_wholesale: 18_000.45, phone_call_quantity: 60 });

    const report = await end();
    expect(report[0]).toBe("# ✅ Synced");
    expect(JSON.stringify(harness.dm(ANA))).toContain('"Why? wholesale"');
    expect(report).toContain("*This sync*: −$1,151 wholesale: $19,151 → $18,000");
  });

  it("is told by each reader's own clock, and its money asks why, also where the sync itself brought nothing", async () => {
    await lookedBefore();

    const end = await harness.begin();

    expect(toldOf(await end())).toEqual([
      "*Since you looked at 2:12 PM EDT*: +$4,850 wholesale ($14,301 → $19,151), +2 calls (58 → 60)",
      "[why_new_sales_wholesale]",
    ]);
    const at = Date.parse("2026-10-28T18:12:00Z") / 1_000;
    expect(JSON.stringify(harness.dm(ANA))).toContain(
      `*Since you looked at <!date^${at}^{time}|2:12 PM EDT>*: +$4,850`,
    );
  });

  it("asks why of a fall as well, and of nothing else but money; what looks as it did is not told", async () => {
    harness.itIs("2026-10-28T18:12:00Z");
    await harness.open();
    await harness.month({ phone_call_quantity: 57, email_quantity: 4, new_sales_wholesale: 14_301.75 });

    const end = await harness.begin("7d");
    await harness.month({ email_quantity: 5, talk_time_minutes: 12 });

    expect(toldOf(await end())).toEqual([
      "*Since you looked at 2:12 PM EDT*: −1 call (58 → 57), +4 emails (0 → 4)",
      "*This sync*: +12m talk time, +1 email (4 → 5)",
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

    expect(toldOf(midnight)[0]).toMatch(/^\*Since you looked on Wed, Oct 28\*: \+\$4,850 wholesale/);
    expect(toldOf(await later())).toEqual(["*Since my last report on Thu, Oct 29*: +4 calls (60 → 64)"]);
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
