import type { Browser, Locator } from "playwright-core";
import { describeInBrowser, type OpenPage, openBrowser, openPage } from "../../support/env/browser";
import { seriousFaults } from "../../support/harness/demo/accessibility";
import { DESKTOP, PHONE } from "../../support/harness/demo/page";
import { ANA } from "../../support/harness/demo/slack";
import { kitchenApp, messagesOf } from "../../support/harness/demo/small-app";

describeInBrowser("a field that takes several options", () => {
  let browser: Browser;
  let app: Awaited<ReturnType<typeof kitchenApp>>;
  let opened: OpenPage;
  let modal: Locator;
  let field: Locator;

  beforeAll(async () => {
    [browser, app] = await Promise.all([openBrowser(), kitchenApp()]);
  });
  afterAll(async () => {
    await app?.close();
    await browser?.close();
  });
  beforeEach(async () => {
    opened = await openPage(browser);
    await opened.page.goto(messagesOf(app.url, ANA.id));
    await opened.page.getByRole("textbox", { name: "Message" }).fill("/goals");
    await opened.page.keyboard.press("Enter");
    modal = opened.page.getByRole("dialog", { name: "Set a goal" });
    field = modal.getByRole("combobox", { name: "Sources" });
    await field.waitFor();
  });
  afterEach(async () => {
    await app.slack.closeView({ user: ANA.id });
    const { troubles } = opened;
    await opened.close();
    expect(troubles).toEqual([]);
  });

  const chips = () =>
    modal.getByRole("button", { name: /^Remove / }).evaluateAll((all) => all.map((one) => one.ariaLabel));

  it("is closed until it is pressed, keeps its list open while options are chosen, and shows each with its way out", async () => {
    expect(await modal.getByRole("listbox").count()).toBe(0);

    await field.click();
    await modal.getByRole("option", { name: "Copper" }).click();
    await modal.getByRole("option", { name: "JustCall" }).click();

    expect(await chips()).toEqual(["Remove Copper", "Remove JustCall"]);
    await modal.getByRole("option", { name: "Copper", selected: true }).waitFor();
    await modal.getByRole("button", { name: "Remove Copper" }).click();
    expect(await chips()).toEqual(["Remove JustCall"]);
  });

  it("is used by keyboard alone: typing opens and filters, arrows move, Enter chooses, Escape closes the list and not the form", async () => {
    await field.pressSequentially("just");
    await field.press("Enter");
    expect(await chips()).toEqual(["Remove JustCall"]);
    await field.press("ArrowDown");
    await field.press("Enter");
    expect(await chips()).toEqual([]);
    await field.press("ArrowUp");
    await field.press("Enter");
    expect(await chips()).toEqual(["Remove Copper"]);
    await field.press("Backspace");
    expect(await chips()).toEqual([]);
    await field.press("Escape");

    expect(await modal.getByRole("listbox").count()).toBe(0);
    expect(await modal.isVisible()).toBe(true);
    expect(app.submitted).toEqual([]);
  });

  it.each([DESKTOP, PHONE])(
    "has no serious fault of accessibility while its list is open, %i pixels wide",
    async (width) => {
      await opened.page.setViewportSize({ width, height: 844 });
      await field.click();
      await modal.getByRole("option", { name: "Copper" }).click();

      expect(await seriousFaults(opened.page)).toEqual([]);
      expect(await opened.page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    },
  );
});
