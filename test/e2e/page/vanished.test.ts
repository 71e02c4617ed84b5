import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ADMIN } from "../../../src/demo/sample/team";
import { describeInBrowser } from "../../support/env/browser";
import { DESKTOP, PHONE, pageHarness } from "../../support/harness/demo/page";
import { linesOf, type } from "../../support/harness/demo/page-actions";

const SCREENS = join(__dirname, "../../../build/screens");

describeInBrowser("a source that has lost its records, as an admin sees it", () => {
  const harness = pageHarness();

  beforeAll(() => mkdirSync(SCREENS, { recursive: true }));
  afterEach(() => {
    expect(harness.troubles()).toEqual([]);
  });

  const callsOfJustCall = () =>
    harness.demo.database.db.collection("metrics").countDocuments({ source: "justcall", value: { $gt: 0 } });

  it("asks before it takes anything back, does nothing after a no, and takes it back after a yes", async () => {
    const page = await harness.open({ width: DESKTOP, user: ADMIN.slack });
    await type(page, "/sync");
    await report(page, "✅ Synced 29 Sep – 28 Oct").waitFor();
    const before = await callsOfJustCall();
    const { calls } = harness.demo.fakes.justcall.account;
    for (const { id } of calls.all()) calls.remove(id);

    await type(page, "/sync");
    const braked = report(page, "but JustCall could not be read");
    const button = braked.getByRole("button", { name: "Yes, JustCall's missing records are really gone" });
    await button.click();
    const dialog = page.getByRole("dialog", { name: "Gone from JustCall?" });
    await dialog.waitFor();
    await page.screenshot({ path: join(SCREENS, `vanished-${DESKTOP}-light.png`) });
    const asked = await linesOf(dialog);
    await dialog.getByRole("button", { name: "No, keep counting them" }).click();
    const stored = await callsOfJustCall();
    await button.click();
    await dialog.getByRole("button", { name: "Yes, count them no more" }).click();
    await page.getByText(/you said that these are really gone/).waitFor();
    await report(page, "JustCall ✅").last().getByText("fell to zero").waitFor();

    expect(asked).toMatch(
      /\d+ records of JustCall, 29 Sep – 28 Oct: a sync of JustCall over these days counts them no more/,
    );
    expect([before > 0, stored]).toEqual([true, before]);
    expect(await callsOfJustCall()).toBe(0);
    await page.screenshot({ path: join(SCREENS, `vanished-after-${DESKTOP}-light.png`) });
  });

  it("shows on a phone, in the dark, what was asked and what was said", async () => {
    const page = await harness.open({ width: PHONE, theme: "dark", user: ADMIN.slack });
    await page.getByText(/you said that these are really gone/).waitFor();
    await page.screenshot({ path: join(SCREENS, `vanished-${PHONE}-dark.png`) });

    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(PHONE);
  });
});

function report(page: Page, words: string) {
  return page.getByRole("article").filter({ hasText: words });
}
