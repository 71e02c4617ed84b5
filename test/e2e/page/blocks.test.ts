import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { App } from "@slack/bolt";
import type { Browser, Page } from "playwright-core";
import type { PageServer } from "../../../src/demo/page-server/serve-page";
import type { FakeSlack } from "../../../src/demo/slack/fake-slack";
import { describeInBrowser, openBrowser, openPage } from "../../support/env/browser";
import { pageOn } from "../../support/harness/demo/page-server";
import { BEN, boltApp, workspace } from "../../support/harness/demo/slack";

const SCREENS = join(__dirname, "../../../build/screens");
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const plain = (text: string) => ({ type: "plain_text", text });
const cell = (text: string) => ({ type: "raw_text", text });
const dollars = (value: number) => ({ type: "raw_number", value, text: `$${value.toLocaleString("en-US")}` });

const DAYS = ["Oct 1", "Oct 2", "Oct 5", "Oct 6", "Oct 7", "Oct 8", "Oct 9", "Oct 12"];
const points = (rate: number) => DAYS.map((label, at) => ({ label, value: Math.round((at + 1) * rate) }));
const chart = (type: string) => ({
  type: "data_visualization",
  title: `Calls, as ${type}`,
  chart: {
    type,
    series: [
      { name: "You", data: points(7.5) },
      { name: "Pace", data: points(9) },
    ],
    axis_config: { categories: DAYS, x_label: "Day", y_label: "Calls" },
  },
});
const PIE = {
  type: "data_visualization",
  title: "Sales by kind",
  chart: {
    type: "pie",
    segments: [
      { label: "Wholesale", value: 9_120.5 },
      { label: "Distribution", value: 2_400 },
    ],
  },
};
const SELLERS: readonly (readonly [string, number])[] = [
  ["Ben", 900],
  ["Ana", 12_000],
  ["Chloé", 4_850],
  ["Dev", 0],
  ["Noor", 75],
  ["Maya", 310],
];
const TABLE = {
  type: "data_table",
  caption: "Sales this week",
  rows: [[cell("Rep"), cell("Sales")], ...SELLERS.map(([name, sum]) => [cell(name), dollars(sum)])],
};
const FOLDED = {
  type: "container",
  title: plain("Details"),
  is_collapsible: true,
  default_collapsed: true,
  child_blocks: [{ type: "section", text: mrkdwn("Copper, 1,204 records") }],
};
const CARD = {
  type: "card",
  title: mrkdwn("*Ana Torres*"),
  subtitle: mrkdwn("Rep"),
  body: mrkdwn("41 of 40 calls"),
  actions: [{ type: "button", action_id: "more", text: plain("More") }],
};
const MESSAGES = [[chart("line"), chart("bar")], [chart("area"), PIE], [TABLE], [FOLDED, CARD]];

describeInBrowser("Slack's newer blocks in the page", () => {
  let parts: { readonly slack: FakeSlack; readonly app: App; readonly page: PageServer; readonly browser: Browser };

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    const { slack, client } = await workspace({ rateLimits: false });
    const app = await boltApp(slack, (bolt) => {
      bolt.event("app_home_opened", async () => {});
    });
    for (const blocks of MESSAGES) await client.chat.postMessage({ channel: BEN.id, text: "Blocks", blocks });
    parts = { slack, app, page: (await pageOn(slack)).page, browser: await openBrowser() };
  });
  afterAll(async () => {
    await parts.browser.close();
    await parts.page.close();
    await parts.app.stop();
    await parts.slack.close();
  });

  const open = async (width: number, colorScheme: "light" | "dark") => {
    const opened = await openPage(parts.browser, { viewport: { width, height: 2_600 }, colorScheme });
    await opened.page.goto(`${parts.page.url}/#/${BEN.id}/messages`);
    await opened.page.getByRole("figure", { name: "Sales by kind" }).waitFor();
    return opened;
  };
  const rows = (page: Page) =>
    page.getByRole("table", { name: "Sales this week" }).getByRole("rowheader").allTextContents();

  it.each([
    [1280, "light"],
    [390, "dark"],
  ] as const)("are drawn for everybody, %d pixels wide, %s", async (width, theme) => {
    const { page, troubles, close } = await open(width, theme);
    await page.screenshot({ path: join(SCREENS, `blocks-${width}-${theme}.png`) });

    const drawn = await page
      .getByRole("figure")
      .evaluateAll((all) =>
        all.map((one) =>
          ["polyline", "rect", "polygon", "path"].map((mark) => one.querySelectorAll(`svg ${mark}`).length),
        ),
      );
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();

    expect(drawn).toEqual([
      [2, 0, 0, 0],
      [0, 16, 0, 0],
      [2, 0, 2, 0],
      [0, 0, 0, 2],
    ]);
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    expect(troubles).toEqual([]);
    await close();
  });

  it("give a chart's numbers to whoever cannot see it", async () => {
    const { page, close } = await open(1280, "light");
    const pie = page.getByRole("figure", { name: "Sales by kind" }).getByRole("table");

    expect(await pie.getByRole("row").allTextContents()).toEqual([
      "PartValue",
      "Wholesale9,120.5",
      "Distribution2,400",
    ]);
    await close();
  });

  it("let their reader sort a table by its numbers and turn its pages", async () => {
    const { page, close } = await open(1280, "light");
    const sort = page.getByRole("button", { name: "Sales", exact: true });

    expect(await rows(page)).toEqual(["Ben", "Ana", "Chloé", "Dev", "Noor"]);
    await sort.click();
    await sort.click();
    expect(await rows(page)).toEqual(["Ana", "Chloé", "Ben", "Maya", "Noor"]);
    await page.getByRole("button", { name: "Next", exact: true }).click();
    expect(await rows(page)).toEqual(["Dev"]);
    await close();
  });

  it("unfold what a container folds away", async () => {
    const { page, close } = await open(1280, "light");
    const details = page.getByText("Copper, 1,204 records");

    expect(await details.isVisible()).toBe(false);
    await page.getByText("Details").click();
    await details.waitFor();
    await close();
  });

  it("show digits in a font of letters, not in that of emoji", async () => {
    const { page, close } = await open(1280, "light");
    const session = await page.context().newCDPSession(page);
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root } = await session.send("DOM.getDocument");
    const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: ".data-table td" });

    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });

    expect(fonts.map(({ familyName }) => familyName).filter((name) => /emoji/i.test(name))).toEqual([]);
    expect(fonts).not.toEqual([]);
    await close();
  });
});
