import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { REPS } from "../../../src/demo/sample/team";
import { describeInBrowser } from "../../support/env/browser";
import { DESKTOP, PHONE, pageHarness } from "../../support/harness/demo/page";
import { home, type } from "../../support/harness/demo/page-actions";

const SCREENS = join(__dirname, "../../../build/screens");

describeInBrowser("a trend in the page", () => {
  const harness = pageHarness();

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    const page = await harness.open({ width: DESKTOP });
    await type(page, "/sync");
    await page.getByText("goals updated").first().waitFor();
  });
  afterEach(() => {
    expect(harness.troubles()).toEqual([]);
  });

  async function faultsOf(page: Page): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    return violations.flatMap(({ id, impact }) => (impact === "serious" || impact === "critical" ? [id] : []));
  }

  it.each([
    { width: DESKTOP, theme: "light" as const, user: REPS.ana.slack },
    { width: PHONE, theme: "dark" as const, user: REPS.ben.slack },
  ])("is a chart for a rep who types /goals trend calls, $width pixels wide", async (look) => {
    const page = await harness.open(look);

    await type(page, "/goals trend calls");
    const chart = page.getByRole("figure", { name: /^Calls by week/ });
    await chart.waitFor();
    await page.getByRole("button", { name: "This month" }).last().click();
    const month = page.getByRole("figure", { name: /^Calls so far/ });
    await month.waitFor();
    await page.screenshot({ path: join(SCREENS, `trend-${look.width}-${look.theme}.png`) });

    // What the chart draws is a table for whoever cannot see it.
    expect(await month.getByRole("columnheader").allTextContents()).toEqual([expect.any(String), "You", "Pace"]);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(look.width);
    await page.context().close();
  });

  it("is bars of text in Home, where Slack draws no charts", async () => {
    const page = await harness.open({ width: DESKTOP, user: REPS.ana.slack, at: "home" });
    await home(page);

    await page.getByRole("button", { name: "Trend of Calls" }).first().click();

    const dialog = page.getByRole("dialog", { name: "Trend" });
    await dialog.getByText("▰").first().waitFor();
    await page.screenshot({ path: join(SCREENS, "trend-home-1280-light.png") });
    await page.context().close();
  });
});
