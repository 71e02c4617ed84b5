import type { Person } from "../../../../src/people/person";
import { aPerson } from "../../../support/builders/people";
import { aReport } from "../../../support/builders/reports";
import { testDatabase } from "../../../support/env/database";
import { monitoredDatabase } from "../../../support/env/monitored-database";
import { ANA, ownMonthHarness, toldOf } from "../../../support/harness/figures/own-month";
import { lines } from "../../../support/harness/slack-blocks";
import { eventually } from "../../../support/wait";

describe("what a rep was shown of this month", () => {
  const test = testDatabase();
  const { commands, reads, db: watched } = monitoredDatabase(test);
  let harness: Awaited<ReturnType<typeof ownMonthHarness>>;
  let refreshHomes: (userIds: readonly string[]) => Promise<void>;
  beforeEach(async () => {
    harness = await ownMonthHarness(watched(), {
      onStarted: (refresh) => {
        refreshHomes = refresh;
      },
    });
    await harness.month({ new_sales_wholesale: 14_301.45, new_sales_distribution: 500, phone_call_quantity: 58 });
    harness.itIs("2026-10-28T18:12:00Z");
    await harness.open();
  });
  afterEach(() => harness.close());

  const goals = async () => {
    await harness.command(ANA, "/goals", "");
    await harness.app.idle();
  };
  const calls = async () => (await harness.shownFigures.of(ANA))?.figures.phone_call_quantity;
  /** How often each command was sent, and what was read for figures shown, from now on. */
  const sent = async (work: () => Promise<unknown>) => {
    await harness.app.idle();
    commands.length = 0;
    reads.length = 0;
    await work();
    await harness.app.idle();
    const updates = commands.filter((name) => name === "update" || name === "insert").length;
    return { updates, reads: reads.filter((read) => read.endsWith("shown_figures")).length };
  };

  const press = async (action: string, title: RegExp) => {
    await harness.press(ANA, action);
    await eventually(() => lines(harness.home(ANA)).some((line) => title.test(line)));
  };

  it("is recorded by one write where they open Home or turn a page back to it, by none where it is drawn behind them", async () => {
    // Beside it Home asks once whether it is somebody's first opening, which these know.
    expect(await sent(() => harness.open())).toEqual({ updates: 1, reads: 0 });
    expect(await sent(() => press("home_history", /^# History/))).toEqual({ updates: 0, reads: 0 });
    expect(await sent(() => press("home_me", /^# Wed/))).toEqual({ updates: 1, reads: 0 });
    expect(await sent(goals)).toEqual({ updates: 1, reads: 0 });
    expect(await sent(() => refreshHomes([ANA]))).toEqual({ updates: 0, reads: 0 });
    // A sync draws Home twice; its report reads what was shown once, and is recorded once it has arrived.
    const all = await sent(async () => (await harness.begin())());
    expect(all).toEqual({ updates: 1, reads: 1 });
  });

  it("is not what a page brought up to date while it was open, as an import does, of which nobody knows whether they saw it", async () => {
    await harness.month({ new_sales_wholesale: 19_151.45 });
    harness.itIs("2026-10-28T18:30:00Z");
    await refreshHomes([ANA]);
    expect(lines(harness.home(ANA)).join("\n")).toContain("*$19,151 of $400*");

    const end = await harness.begin();

    expect(toldOf(await end())[0]).toBe("*Wholesale since you looked at 2:12 PM EDT*: $14,301 → $19,151 (+$4,850)");
  });

  it("is of /goals what their monthly goals say: all else they saw before it, on Home", async () => {
    await harness.month({ new_sales_wholesale: 15_000, new_sales_distribution: 800, phone_call_quantity: 59 });
    harness.itIs("2026-10-28T18:30:00Z");
    await goals();
    harness.itIs("2026-10-28T18:40:00Z");
    await harness.month({ new_sales_wholesale: 15_100, phone_call_quantity: 60 });

    const end = await harness.begin();

    expect(toldOf(await end())).toEqual([
      "*Wholesale since you looked at 2:30 PM EDT*: $15,000 → $15,100 (+$100)",
      "*Distribution since you looked at 2:12 PM EDT*: $500 → $800 (+$300)",
      "*Also new*: +2 calls",
      "[why_new_sales_wholesale]",
      "[why_new_sales_distribution]",
    ]);
  });

  it("is told in one line where they saw it within a minute", async () => {
    harness.itIs("2026-10-28T18:12:50Z");
    await goals();
    await harness.month({ new_sales_wholesale: 15_100, phone_call_quantity: 60 });

    const end = await harness.begin();

    expect(toldOf(await end())[0]).toBe("*Wholesale since you looked at 2:12 PM EDT*: $14,301 → $15,100 (+$799)");
  });

  it("is what a report said, once it has arrived", async () => {
    harness.itIs("2026-10-28T18:50:00Z");
    const first = await harness.begin();
    await harness.month({ phone_call_quantity: 61 });
    await first();
    expect(await calls()).toMatchObject({ value: 61, surface: "report" });
    harness.itIs("2026-10-28T19:05:00Z");
    await harness.month({ phone_call_quantity: 62 });

    const second = await harness.begin();

    expect(toldOf(await second())).toEqual(["*Since my last report at 2:50 PM EDT*: +1 call"]);
  });

  it("is no look of before where they open Home while the sync writes: what the sync changed is told from its beginning", async () => {
    await harness.month({ phone_call_quantity: 59 });
    harness.itIs("2026-10-28T18:20:00Z");
    const end = await harness.begin();
    await harness.month({ phone_call_quantity: 60 });
    harness.itIs("2026-10-28T18:21:00Z");
    await harness.open();
    await harness.month({ phone_call_quantity: 63 });
    harness.itIs("2026-10-28T18:22:00Z");

    expect(toldOf(await end())).toEqual(["*New for you this month*: +4 calls"]);
  });

  it("has a sync that waited for another tell nothing again that the other's report told", async () => {
    await harness.month({ new_sales_wholesale: 19_151.45 });
    harness.itIs("2026-10-28T18:20:00Z");
    const first = await harness.begin("7d");
    harness.itIs("2026-10-28T18:21:00Z");
    const second = await harness.begin("90d");
    await harness.month({ new_sales_wholesale: 8_025.85, phone_call_quantity: 60 });
    harness.itIs("2026-10-28T18:22:00Z");
    const told = toldOf(await first());
    await harness.month({ new_sales_wholesale: 8_000.85, phone_call_quantity: 61 });
    harness.itIs("2026-10-28T18:23:00Z");

    expect(told.slice(0, 4)).toEqual([
      "*Wholesale since you looked at 2:12 PM EDT*: $14,301 → $8,025",
      "• This sync (−$11,126)",
      "• Earlier update (+$4,850)",
      "*Also new*: +2 calls",
    ]);
    expect(toldOf(await second()).slice(0, 2)).toEqual([
      "*Wholesale this month*: $8,025 → $8,000 (−$25)",
      "*Also new*: +1 call",
    ]);
  });

  it("is nothing that somebody else looked at, nor a report that did not arrive", async () => {
    await test.db.collection<Person>("users").insertOne(aPerson("U0MAX", { name: "Max", role: "manager" }));
    const before = await calls();
    await harness.month({ phone_call_quantity: 60 });
    harness.itIs("2026-10-28T18:30:00Z");
    await harness.command("U0MAX", "/goals", `<@${ANA}>`);
    await eventually(() => harness.shown("U0MAX")[0]);
    harness.slack.faults.push({ method: "conversations.open", times: 2, outcome: { error: "user_disabled" } });
    await harness.commandInChannel(ANA, "/sync", "");
    (await eventually(() => harness.sync.runs[0])).end(aReport());
    await harness.app.idle();

    expect(harness.responses().at(-1)).toMatchObject({ text: expect.stringContaining("I couldn't DM you.") });
    expect(await calls()).toEqual(before);
    expect(await harness.shownFigures.of("U0MAX")).toBeNull();
  });

  it("fails no Home and no answer where it cannot be recorded, nor a report, which is as if nothing had been where it cannot be read", async () => {
    await harness.month({ phone_call_quantity: 60 });
    await test.db.command({ collMod: "shown_figures", validator: { never: { $exists: true } } });
    await harness.open();
    await goals();
    const unrecorded = await (await harness.begin())();
    await test.db.command({ collMod: "shown_figures", validator: {} });
    Object.assign(harness.shownFigures, { of: () => Promise.reject(new Error("the database is gone")) });
    const unread = await (await harness.begin())();

    expect(toldOf(unrecorded)).toEqual(["*Since you looked at 2:12 PM EDT*: +2 calls"]);
    expect(toldOf(unread)).toEqual(["Nothing new for you: this month's numbers were already up to date."]);
    expect(lines(harness.home(ANA)).join("\n")).toContain("# Wed, Oct 28");
    expect(harness.shown(ANA).length).toBeGreaterThan(0);
    expect(harness.log.at("warn", "error").map(({ message }) => message)).toEqual([
      ...Array(3).fill("What somebody was shown could not be recorded"),
    ]);
  });
});
