import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { fishbowlExport } from "../../../src/demo/sample/fishbowl-export";
import { ADMIN, REPS } from "../../../src/demo/sample/team";
import { day } from "../../../src/time/day";
import { describeInBrowser } from "../../support/env/browser";
import { seriousFaults } from "../../support/harness/demo/accessibility";
import { DESKTOP, type Look, PHONE, pageHarness } from "../../support/harness/demo/page";
import { boardPreview, control, home, synced, trend, trendInHome, type } from "../../support/harness/demo/page-actions";

const SCREENS = join(__dirname, "../../../build/screens");
const { ana, ben, chloe, maya } = REPS;

/** What there is to see: where, for whom, and what brings one there. */
const SURFACES: readonly (readonly [name: string, look: Omit<Look, "width">, go: (page: Page) => Promise<unknown>])[] =
  [
    ["report", {}, synced],
    ["goals", {}, (page) => typed(page, "/goals", "of 60")],
    ["trend", {}, trend],
    ["trend-in-home", { at: "home", user: ben.slack }, trendInHome],
    ["help", {}, (page) => typed(page, "/goals help", "More commands")],
    ["offers", {}, (page) => page.getByRole("textbox", { name: "Message" }).fill("/")],
    ["workspace", {}, (page) => drawer(page, "Workspace")],
    ["controls", {}, (page) => drawer(page, "Demo controls")],
    ["reset", {}, reset],
    ["home", { at: "home" }, home],
    ["home-of-a-manager", { at: "home", user: maya.slack }, home],
    ["home-of-an-admin", { at: "home", user: ADMIN.slack }, home],
    ["home-of-a-guest", { at: "home", user: "U0GINA0009" }, (page) => page.locator("#panel-home .home-page").waitFor()],
    ["board-preview", { at: "home", user: chloe.slack }, boardPreview],
    ["file", { user: ADMIN.slack }, dropped],
    ["channel", { at: "channel/C0SALES001" }, (page) => page.getByRole("log").waitFor()],
  ];

/** The names of whatever changes a goal. */
const EDITS = /edit|target|new goal|set a? ?goal|archive|delete/i;

const LOOKS = [
  { width: DESKTOP, theme: "light" },
  { width: PHONE, theme: "dark" },
] as const;

describeInBrowser("what one can see in the page", () => {
  const harness = pageHarness();

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    const page = await harness.open({ width: DESKTOP });
    await type(page, "/sync");
    await synced(page);
  });
  afterEach(() => {
    expect(harness.troubles()).toEqual([]);
  });

  describe.each(LOOKS)("$width pixels wide, $theme", (look) => {
    it.each(SURFACES)("has no serious fault of accessibility in %s", async (name, where, go) => {
      const page = await harness.open({ ...look, ...where });
      await go(page);
      await page.screenshot({ path: join(SCREENS, `${name}-${look.width}-${look.theme}.png`) });

      const faults = await seriousFaults(page);

      expect(faults).toEqual([]);
      await page.context().close();
    });
  });

  it("fits on a phone: nothing makes the page wider than it is", async () => {
    const page = await harness.open({ width: PHONE });
    await synced(page);

    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(PHONE);
  });

  it("has nothing for a rep to edit a goal with", async () => {
    const page = await harness.open({ width: DESKTOP, user: ana.slack, at: "home" });
    await home(page);
    const inHome = await operable(page);
    await type(page, "/goals");
    await page.getByText("of 60").first().waitFor();
    const inMessages = await operable(page);

    expect(inHome).toContain("Sync now");
    expect(inMessages).toContain("Message");
    expect([...inHome, ...inMessages].filter((name) => EDITS.test(name))).toEqual([]);
  });

  it("has what edits Everyone's goals on the team's page of an admin", async () => {
    const page = await harness.open({ width: DESKTOP, user: ADMIN.slack, at: "home" });
    await home(page);
    await page.getByRole("main").getByRole("button", { name: "Team", exact: true }).click();
    await page.getByRole("heading", { name: "Team goals" }).waitFor();

    const onTeam = await operable(page);

    expect(onTeam.filter((name) => EDITS.test(name))).toEqual([
      "Edit the goal Wholesale sales, monthly",
      "Archive the goal Wholesale sales, monthly",
      "Edit the goal Calls, monthly",
      "Archive the goal Calls, monthly",
      "Set a goal",
    ]);
    await page.getByRole("button", { name: "Set a goal" }).click();
    const form = page.getByRole("dialog", { name: "Set a goal" });
    await form.waitFor();
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
  });

  it("names a person in a command as Slack does, by the list behind an @", async () => {
    const page = await harness.open({ width: DESKTOP, user: maya.slack });
    const message = page.getByRole("textbox", { name: "Message" });
    await message.pressSequentially("/goals set emails daily 4 @an");
    await page.getByRole("option", { name: "@Ana Torres" }).waitFor();

    await message.press("Tab");
    await message.press("Enter");

    await page.getByRole("article").getByText("Ana Torres's goal: Emails, daily").waitFor();
    await page.getByRole("button", { name: "Confirm", exact: true }).waitFor();
  });

  it("closes the controls on a phone by Escape, wherever the focus went", async () => {
    const page = await harness.open({ width: PHONE });
    const shade = page.getByRole("button", { name: "Close Demo controls" });
    await drawer(page, "Demo controls");
    await page.getByRole("button", { name: "+1 hour", exact: true }).click();
    await page.evaluate("document.activeElement.blur()");

    await page.keyboard.press("Escape");

    await shade.waitFor({ state: "detached" });
  });

  // The last, since it moves the clock.
  it("brings on Monday what last week came to with a chart, and in the history what was missed", async () => {
    const page = await harness.open({ width: DESKTOP });
    await control(page, "Monday 8:00 AM");

    for (const look of LOOKS) {
      const shown = await harness.open(look);
      const digest = shown.getByRole("article").filter({ hasText: "Your goals for Mon, Nov 2" });
      await digest.getByText("Last week").waitFor();
      await digest.getByRole("figure").first().waitFor();
      await digest.getByRole("heading", { name: "Your goals for Mon, Nov 2" }).scrollIntoViewIfNeeded();
      await seen(shown, `digest-of-a-monday-${look.width}-${look.theme}`);
      await digest.getByRole("button", { name: "Open Home" }).click();
      await shown.getByRole("heading", { name: "Mon, Nov 2", exact: true }).waitFor();
      await shown.getByRole("button", { name: "History", exact: true }).click();
      const missed = shown.getByText(/\d+\sof\s60,\smissed\sby\s\d+/);
      await missed.first().waitFor();
      await seen(shown, `history-${look.width}-${look.theme}`);
      await shown.getByRole("button", { name: "Back to my page", exact: true }).click();
      await shown.getByRole("heading", { name: "Mon, Nov 2", exact: true }).waitFor();
    }
  });
});

/** Takes a picture of what is there, which has no serious fault of accessibility. */
async function seen(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENS, `${name}.png`) });
  expect(await seriousFaults(page)).toEqual([]);
}

/** The names of all that can be pressed or filled in. */
async function operable(page: Page): Promise<readonly string[]> {
  const found = page.getByRole("main").locator("button, select, input, textarea, a[href]");
  return found.evaluateAll((all) =>
    all.map((one) => `${one.getAttribute("aria-label") ?? one.textContent ?? ""}`.trim()),
  );
}

async function typed(page: Page, command: string, answer: string): Promise<void> {
  await type(page, command);
  await page.getByText(answer).last().waitFor();
}

/** A file of orders, and what it would change. */
async function dropped(page: Page): Promise<void> {
  const { name, text } = fishbowlExport(day("2026-10-28"));
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Discard" }).last().waitFor();
}

/** On a wide screen it is there anyway. */
async function drawer(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name, exact: true });
  if (await button.isVisible()) await button.click();
  await page.getByRole("complementary", { name }).waitFor();
}

async function reset(page: Page): Promise<void> {
  await drawer(page, "Demo controls");
  await page.getByRole("button", { name: "Reset…" }).click();
  await page.getByRole("dialog").waitFor();
}
