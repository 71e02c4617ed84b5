import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { REPS } from "../../../src/demo/sample/team";
import { describeInBrowser } from "../../support/env/browser";
import { seriousFaults } from "../../support/harness/demo/accessibility";
import { DESKTOP, PHONE, pageHarness } from "../../support/harness/demo/page";
import { boardPreview, control, home, linesOf, synced, type } from "../../support/harness/demo/page-actions";

const SCREENS = join(__dirname, "../../../build/screens");
const MAYA = REPS.maya.slack;

describeInBrowser("the manager of West", () => {
  const harness = pageHarness();

  /** Takes a picture of what is there, wide and narrow, which has no serious fault of accessibility. */
  async function seen(page: Page, name: string): Promise<void> {
    for (const width of [PHONE, DESKTOP]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(SCREENS, `${name}-${width}.png`) });
    }
    expect(await seriousFaults(page)).toEqual([]);
  }

  /** The file that Maya was sent, read as a spreadsheet does. */
  async function sentRows(): Promise<readonly Readonly<Record<string, string>>[]> {
    const { slack, env } = harness.demo.fakes;
    const [file] = slack.messages(slack.dm(MAYA)).findLast(({ files = [] }) => files.length > 0)?.files ?? [];
    const headers = { authorization: `Bearer ${env.SLACK_BOT_TOKEN}` };
    return parse(await (await fetch(String(file?.url_private), { headers })).text(), { bom: true, columns: true });
  }

  it("sets one goal for three people at once, and each of them finds it in their Home", async () => {
    mkdirSync(SCREENS, { recursive: true });
    const page = await harness.open({ width: DESKTOP, user: MAYA });
    await type(page, "/sync");
    await synced(page);
    await home(page);
    await page.getByRole("button", { name: "Change the leaderboard" }).click();
    await page.getByRole("dialog", { name: "Leaderboard" }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "Set goals for several" }).click();
    const form = page.getByRole("dialog", { name: "Goals for several" });
    for (const name of ["Ana Torres", "Dev Patel", "Maya Brooks"]) await form.getByRole("checkbox", { name }).check();
    await form.getByLabel("Metric").selectOption({ label: "Contact" });
    await form.getByRole("radio", { name: "Daily" }).check();
    await form.getByLabel("Target").fill("777");
    expect(await form.getByRole("checkbox", { name: "Ben Okafor" }).count()).toBe(0);
    await seen(page, "several-form");
    await form.getByRole("button", { name: "Review" }).click();
    const check = page.getByRole("dialog", { name: "Review and save" });
    await check.getByText("Will be set for 3 people").waitFor();
    await seen(page, "several-review");
    await check.getByRole("button", { name: "Save" }).click();
    await page.getByRole("dialog", { name: "Saved" }).getByText("3 goals set").waitFor();

    for (const user of [REPS.ana.slack, REPS.dev.slack]) {
      const theirs = await harness.open({ width: PHONE, user, at: "home" });
      await theirs
        .getByRole("tabpanel", { name: "Home" })
        .getByText(/of 777/)
        .first()
        .waitFor();
      await theirs.context().close();
    }
    await page.keyboard.press("Escape");
    await page.getByRole("main").getByRole("button", { name: "My page" }).click();
    await page
      .getByRole("tabpanel", { name: "Home" })
      .getByText(/of 777/)
      .first()
      .waitFor();
    expect(harness.troubles()).toEqual([]);
  }, 120_000);

  it("sets her board by a form, takes the figures along as a file that adds up, and sees the board in the morning", async () => {
    mkdirSync(SCREENS, { recursive: true });
    const page = await harness.open({ width: DESKTOP, user: MAYA });
    await type(page, "/sync");
    await synced(page);

    await boardPreview(page);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const shown = await linesOf(page.getByRole("tabpanel", { name: "Home" }));
    await page.getByRole("button", { name: "Export the team's figures as a CSV file" }).click();
    await page.getByRole("tab", { name: "Messages" }).click();
    await page.getByText("west-figures-2026-10-28.csv").waitFor();

    const calls = (await sentRows()).filter(({ Metric, Period }) => Metric === "Calls" && Period === "monthly");
    const parts = calls.filter(({ What }) => What === "Goal").map(({ Actual }) => Number(Actual));
    const total = parts.reduce((sum, part) => sum + part, 0);
    expect(parts.length).toBeGreaterThan(1);
    expect(shown).toContain(`Calls, monthly: ${total} of ${calls.find(({ Person }) => Person === "")?.Target}`);

    await control(page, "Tomorrow 8:00 AM");
    for (const look of [{ width: DESKTOP }, { width: PHONE, theme: "dark" as const }]) {
      const channel = await harness.open({ ...look, user: MAYA, at: "channel/C0WEST0003" });
      await channel.getByRole("figure", { name: "Calls" }).waitFor();
      expect(await linesOf(channel.getByRole("log"))).toMatch(/West leaderboard: this week[\s\S]*🥇 Ana Torres · \d+/);
      await channel.screenshot({ path: join(SCREENS, `board-${look.width}.png`) });
    }
    expect(harness.troubles()).toEqual([]);
  }, 120_000);
});
