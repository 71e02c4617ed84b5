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
    await report(page, "✅ Synced").waitFor();
    const before = await callsOfJustCall();
    const { calls } = harness.demo.fakes.justcall.account;
    for (const { id } of calls.all()) calls.remove(id);

    await type(page, "/sync");
    const braked = report(page, "but JustCall could not be read");
    const button = braked.getByRole("button", { name: "Yes, JustCall's missing records were deleted" });
    await button.click();
    const dialog = page.getByRole("dialog", { name: "Deleted in JustCall?" });
    await dialog.waitFor();
    await page.screenshot({ path: join(SCREENS, `vanished-${DESKTOP}-light.png`) });
    const asked = await linesOf(dialog);
    await dialog.getByRole("button", { name: "Keep counting them" }).click();
    const stored = await callsOfJustCall();
    await button.click();
    await dialog.getByRole("button", { name: "Stop counting them" }).click();
    await page.getByText(/You confirmed at .* that these were deleted/).waitFor();
    await report(page, "JustCall ✅").last().getByText("fell to zero").waitFor();

    expect(asked).toMatch(
      /\d+ JustCall records, Sep 29 – Oct 28: a sync of JustCall for these days stops counting them for everyone/,
    );
    expect([before > 0, stored]).toEqual([true, before]);
    expect(await callsOfJustCall()).toBe(0);
    await page.screenshot({ path: join(SCREENS, `vanished-after-${DESKTOP}-light.png`) });
  });

  it("shows on a phone, in the dark, what was asked and what was said", async () => {
    const page = await harness.open({ width: PHONE, theme: "dark", user: ADMIN.slack });
    await page.getByText(/You confirmed at .* that these were deleted/).waitFor();
    await page.screenshot({ path: join(SCREENS, `vanished-${PHONE}-dark.png`) });

    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(PHONE);
  });
});

function report(page: Page, words: string) {
  return page.getByRole("article").filter({ hasText: words });
}
