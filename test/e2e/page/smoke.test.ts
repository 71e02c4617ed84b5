import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { describeInBrowser, type OpenPage, openBrowser, openPage } from "../../support/env/browser";
import { pick } from "../../support/harness/demo/page-actions";
import { ANA, BEN } from "../../support/harness/demo/slack";
import { kitchenApp, messagesOf } from "../../support/harness/demo/small-app";

describeInBrowser("the workspace in a browser", () => {
  let browser: Browser;
  let app: Awaited<ReturnType<typeof kitchenApp>>;
  let opened: OpenPage;
  let page: Page;

  beforeAll(async () => {
    [browser, app] = await Promise.all([openBrowser(), kitchenApp()]);
  });
  afterAll(async () => {
    await app?.close();
    await browser?.close();
  });
  beforeEach(async () => {
    opened = await openPage(browser);
    page = opened.page;
    await page.goto(messagesOf(app.url, ANA.id));
  });
  afterEach(async () => {
    const { troubles } = opened;
    await opened.close();
    expect(troubles).toEqual([]);
  });

  const message = () => page.getByRole("textbox", { name: "Message" });
  const type = async (text: string) => {
    await message().fill(text);
    await message().press("Enter");
  };

  it("completes a command by keyboard and shows an answer that only I see", async () => {
    await message().pressSequentially("/s");
    await page.getByRole("option", { name: /^\/sync/ }).waitFor();
    await message().press("Tab");
    expect(await message().inputValue()).toBe("/sync ");
    await message().press("Enter");

    await page.getByText("Only visible to you").waitFor();
    await page.getByRole("button", { name: /^Ben Lee/ }).click();
    await page.getByText("Nothing here yet.").waitFor();
    expect(await page.getByText("Only visible to you").count()).toBe(0);
  });

  it("names a block that it cannot draw, and draws the others", async () => {
    await type("/sync");

    await page.getByRole("note").getByText("a block of type video").first().waitFor();
    await page.getByRole("button", { name: "Remove…" }).last().waitFor();
  });

  it("asks before what wants that, and does nothing after a no", async () => {
    await type("/sync");
    const remove = page.getByRole("button", { name: "Remove…" }).last();
    await remove.click();
    await page.getByRole("dialog", { name: "Remove it?" }).getByRole("button", { name: "Keep" }).click();
    expect(await page.getByText("Removed, or").count()).toBe(0);
    await remove.click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();

    await page.getByText("Removed, or not 🎉").waitFor();
  });

  it("fills in a modal, shows what is wrong at its field, and closes when all is right", async () => {
    await type("/goals");
    const dialog = page.getByRole("dialog", { name: "Set a goal" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Calls");
    await dialog.getByRole("textbox", { name: "Target" }).fill("3");
    await dialog.getByRole("combobox", { name: "Who" }).selectOption({ label: BEN.name });
    await dialog.getByRole("radio", { name: "Weekly" }).check();
    await pick(dialog, { field: "Sources", only: ["Copper", "JustCall"] });
    await dialog.getByLabel("From").fill("2026-11-02");
    await dialog.getByLabel("At").fill("08:30");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("At least 10, please.").waitFor();
    await dialog.getByRole("textbox", { name: "Target" }).fill("30");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });

    expect(app.submitted.at(-1)).toMatchObject({
      name: { v: { value: "Calls" } },
      target: { v: { value: "30" } },
      who: { v: { selected_user: BEN.id } },
      period: { v: { selected_option: { value: "weekly" } } },
      sources: { v: { selected_options: [{ value: "copper" }, { value: "justcall" }] } },
      from: { v: { selected_date: "2026-11-02" } },
      at: { v: { selected_time: "08:30" } },
    });
  });

  it("closes a modal by Escape and gives the focus back", async () => {
    await type("/goals");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    expect(await message().evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(app.slack.modals(ANA.id)).toEqual([]);
  });

  it("moves the stage and says what to look at", async () => {
    await page.getByRole("button", { name: "JustCall is down" }).click();

    await page.getByRole("region", { name: "What to look at" }).getByText("Done: fault.justcall-down").waitFor();
    await page.getByRole("button", { name: "JustCall is down", pressed: true }).waitFor();
  });

  it.each([
    [1280, "light"],
    [390, "dark"],
  ] as const)(
    "has no serious fault of accessibility, and stays within %i pixels, %s",
    async (width, colorScheme) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 844 });
      await type("/sync");
      await page.getByRole("button", { name: "Remove…" }).last().waitFor();

      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");

      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    },
    60_000,
  );
});
