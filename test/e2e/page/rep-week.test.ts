import type { Locator, Page } from "playwright-core";
import { REPS } from "../../../src/demo/sample/team";
import type { MetricType } from "../../../src/metrics/metrics";
import { describeInBrowser } from "../../support/env/browser";
import { columnSum, countedFigure, receivedFile } from "../../support/harness/demo/counted-figures";
import { DESKTOP, pageHarness } from "../../support/harness/demo/page";
import { control, home, linesOf, synced, type } from "../../support/harness/demo/page-actions";
import { pictured } from "../../support/harness/demo/pictures";
import { eventually } from "../../support/wait";

const ANA = REPS.ana.slack;
const OCTOBER = { from: "2026-10-01", to: "2026-10-31" };
const LAST_WEEK = { from: "2026-10-26", to: "2026-11-01" };
const METRICS: Readonly<Record<string, MetricType>> = {
  Emails: "email_quantity",
  Calls: "phone_call_quantity",
  "Wholesale sales": "new_sales_wholesale",
};

/** Ana's goals a month: 60 emails, 110 calls and $100,000 wholesale; a week: 30 calls. Each figure is counted here, from `metrics`. */
describeInBrowser("the week of a rep", () => {
  const harness = pageHarness();
  let page: Page;
  const own = (metric: MetricType, days: { readonly from: string; readonly to: string }) =>
    countedFigure(harness.demo.database.db, { type: metric, users: [ANA], ...days });

  beforeAll(async () => {
    page = await harness.open({ width: DESKTOP });
    await type(page, "/sync");
    await synced(page);
  });
  afterEach(() => {
    expect(harness.troubles()).toEqual([]);
  });

  it.each([
    ["calls", "phone_call_quantity", "110", "Calls", "calls"],
    ["dollars", "new_sales_wholesale", "$100,000", "Wholesale sales", "wholesale"],
  ] as const)(
    "on Wednesday: a month's %s in Home, and the file behind them adds up to it",
    async (_, metric, of, title, noun) => {
      const counted = await own(metric, OCTOBER);
      const inWords = shown(metric, counted);

      expect(counted).toBeGreaterThan(0);
      expect(await home(page)).toContain(`${inWords} of ${of}`);
      await whyBelow(page.getByRole("tabpanel", { name: "Home" }).getByText(`${inWords} of ${of}`).first()).click();
      const why = page.getByRole("dialog", { name: "Why this number?" });
      const menu = why.getByRole("combobox");
      const figure = `${title}, October`;
      // Nobody can choose what it shows already.
      if ((await menu.locator("option:checked").textContent()) !== figure) await menu.selectOption({ label: figure });
      const exported = why.getByRole("button", { name: "Export these records as a CSV file" });
      // The figure that the modal opened with stands there until the chosen one is read.
      const total = `\n${exact(metric, counted)} ${noun} in October`.replaceAll(",", "");
      await eventually(async () => (await linesOf(why)).replaceAll(",", "").includes(total));
      await exported.click();

      const rows = await receivedFile(harness.demo, {
        user: ANA,
        name: `${title.toLowerCase().replace(" ", "-")}-of-ana-torres-2026-10-01-to-28.csv`,
      });
      const counting = rows.filter((row) => row.Counts === "yes");
      expect(columnSum(counting, "Amount")).toBe(counted);
      expect(counting.every(({ Day = "" }) => OCTOBER.from <= Day && Day <= OCTOBER.to)).toBe(true);
      await page.keyboard.press("Escape");
      await why.waitFor({ state: "detached" });
    },
  );

  it("on Monday: the digest looks back on the week and the month, with what was reached and missed, and a chart of it", async () => {
    await control(page, "Monday 8:00 AM");
    await page.getByRole("tab", { name: "Messages" }).click();
    const digest = page.getByRole("article").filter({ hasText: "Your goals for Mon, Nov 2" });
    await digest.getByText("Last week").first().waitFor();
    await digest.getByRole("figure").first().waitFor();

    const text = await linesOf(digest);
    const week = await own("phone_call_quantity", LAST_WEEK);
    const lastWeek = partOf(text, "Last week");
    expect(lastWeek).toContain(outcome("Calls", [week, 30], "30"));
    const october = partOf(text, "October");
    for (const [title, target] of [
      ["Calls", 110],
      ["Emails", 60],
      ["Wholesale sales", 100_000],
    ] as const) {
      const metric = METRICS[title] ?? "email_quantity";
      const value = await own(metric, OCTOBER);
      expect(october).toContain(outcome(title, [value, target], shown(metric, target)));
    }
    const charts = await digest.getByRole("figure").all();
    expect(charts.length).toBeGreaterThan(0);
    for (const chart of charts) await expectAddsUp(chart);
    await digest.scrollIntoViewIfNeeded();
    await pictured(page, "rep-monday");
  });

  /** What a chart draws of Ana, in the table of it, against what was counted of its days. */
  async function expectAddsUp(chart: Locator): Promise<void> {
    const title = (await chart.locator("figcaption").textContent()) ?? "";
    const [, metric = ""] = /(Calls|Emails|Wholesale sales)/.exec(title) ?? [];
    const days = title.includes("Oct 1–") ? OCTOBER : LAST_WEEK;
    const values = (await chart.locator("tbody tr td:nth-child(2)").allTextContents()).map(number);
    const counted = await own(METRICS[metric] ?? "email_quantity", days);
    // Where each point holds those before it, it never falls, and its last is the sum.
    const last = values.at(-1) ?? 0;
    const isSoFar = values.every((value, at) => value >= (values[at - 1] ?? 0)) && last === Math.max(...values);
    expect([title, isSoFar ? last : values.reduce((sum, value) => sum + value, 0)]).toEqual([title, counted]);
  }

  it("a trend of October: the chart's last point, its words and the count agree", async () => {
    const counted = await own("phone_call_quantity", OCTOBER);
    const charts = page.getByRole("figure", { name: "Calls against pace, Oct 1–31" });
    const before = await charts.count();
    await type(page, "/goals trend calls last month");
    const chart = charts.nth(before);
    await chart.waitFor();

    const answer = page.getByRole("article").filter({ has: chart }).last();
    expect(await linesOf(answer)).toMatch(
      new RegExp(`Calls: ${counted.toLocaleString("en-US")} of [\\d,]+ in October, (?:reached|missed)`),
    );
    await expectAddsUp(chart);
    await chart.scrollIntoViewIfNeeded();
    await pictured(page, "rep-trend");
  });

  it("the goal that was missed stands in the history with its records, and the month's file says the same", async () => {
    const counted = await own("email_quantity", OCTOBER);
    await home(page);
    await page.getByRole("main").getByRole("button", { name: "History", exact: true }).click();
    const panel = page.getByRole("tabpanel", { name: "Home" });
    await panel.getByRole("heading", { name: "History: Oct 2026" }).waitFor();
    await pictured(page, "rep-history");

    const missed = `${counted} of 60, missed by ${60 - counted}`;
    expect(counted).toBeLessThan(60);
    expect(await linesOf(panel)).toContain(missed);
    await panel.getByRole("button", { name: "Why these numbers?" }).click();
    const why = page.getByRole("dialog", { name: "Why this number?" });
    await why.getByRole("combobox").selectOption({ label: "Emails, October" });
    await why.getByRole("heading", { name: new RegExp(`^${counted} emails in October$`) }).waitFor();
    await page.keyboard.press("Escape");
    await why.waitFor({ state: "detached" });
    await panel.getByRole("button", { name: "Export this month's history as a CSV file" }).click();

    const rows = await receivedFile(harness.demo, { user: ANA, name: "goal-history-2026-10-01-to-31.csv" });
    const monthly = rows.filter(({ Period }) => Period === "monthly");
    const wanted = await Promise.all(
      monthly.map(async ({ Metric = "", Target }) => {
        const value = await own(METRICS[Metric] ?? "email_quantity", OCTOBER);
        return { Metric, Result: `${value}`, Outcome: value >= Number(Target) ? "reached" : "missed" };
      }),
    );
    expect(monthly.map(({ Metric, Result, Outcome }) => ({ Metric, Result, Outcome }))).toEqual(wanted);
    expect(monthly.map(({ Metric }) => Metric)).toEqual(["Wholesale sales", "Calls", "Emails"]);
    const days = rows.filter(({ Metric, Period }) => Metric === "Emails" && Period === "daily");
    expect(columnSum(days, "Result")).toBe(await own("email_quantity", OCTOBER));
  });
});

/** "Why?" of the part in which the figure stands: the next one on the page. */
function whyBelow(figure: Locator): Locator {
  return figure.locator("xpath=following::button[starts-with(@aria-label, 'Why these numbers?')][1]");
}

/** The part of a digest that begins with this heading, up to the chart. */
function partOf(text: string, heading: string): string {
  const from = text.indexOf(heading);
  return from < 0 ? "" : text.slice(from, from + 900);
}

/** "❌ Calls: 21 of 30, 9 short", "✅ Calls: 31 of 30". */
function outcome(title: string, [value, target]: readonly [number, number], of: string): string {
  const metric = METRICS[title] ?? "email_quantity";
  const figures = `${title}: ${shown(metric, value)} of ${of}`;
  const short =
    metric === "new_sales_wholesale" ? `$${Math.ceil(target - value).toLocaleString("en-US")}` : target - value;
  return value >= target ? `✅ ${figures}` : `❌ ${figures}, ${short} short`;
}

/** A figure as people read it: full dollars, rounded down. */
function shown(metric: MetricType, value: number): string {
  const words = Math.floor(value).toLocaleString("en-US");
  return metric === "new_sales_wholesale" ? `$${words}` : words;
}

/** A figure with its cents. */
function exact(metric: MetricType, value: number): string {
  if (metric !== "new_sales_wholesale") return value.toLocaleString("en-US");
  return value.toLocaleString("en-US", { style: "currency", currency: "USD" }).replace(".00", "");
}

function number(text: string): number {
  return Number(text.replaceAll(",", ""));
}
