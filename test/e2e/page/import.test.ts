import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { fishbowlExport } from "../../../src/demo/sample/fishbowl-export";
import { ADMIN, REPS } from "../../../src/demo/sample/team";
import { day } from "../../../src/metrics/day";
import { describeInBrowser } from "../../support/browser";
import { home, linesOf, type } from "./doings";
import { DESKTOP, PHONE, pageLab } from "./lab";

const SCREENS = join(__dirname, "../../../build/screens");

describeInBrowser("a file of orders in the page", () => {
  const lab = pageLab();
  const { name, text } = fishbowlExport(day("2026-10-28"));
  const dropped = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  const shot = (page: Page, what: string) =>
    page.screenshot({ path: join(SCREENS, `import-${what}-${page.viewportSize()?.width}.png`) });

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    const page = await lab.open({ width: DESKTOP });
    await type(page, "/sync");
    await page.getByText("goals updated").first().waitFor();
    await page.context().close();
  });
  afterEach(() => {
    expect(lab.troubles()).toEqual([]);
  });

  it("is previewed for an admin, applied, and seen in a rep's numbers", async () => {
    const rep = await lab.open({ width: DESKTOP, user: REPS.ana.slack, at: "home" });
    const before = sold(await home(rep));
    const page = await lab.open({ width: DESKTOP, user: ADMIN.slack });
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Attach a file" }).click();
    await (await chooser).setFiles(dropped);

    const preview = page.getByRole("article").filter({ hasText: "would change this" });
    await preview.waitFor();
    const shown = await linesOf(preview);
    await shot(page, "preview");
    await preview.getByRole("button", { name: "Apply" }).click();
    await page.getByRole("dialog", { name: "Apply this file?" }).getByRole("button", { name: "Apply" }).click();
    const done = page.getByRole("article").filter({ hasText: "Fishbowl is synced for 19 Oct – 28 Oct" });
    await done.waitFor();
    await shot(page, "applied");

    expect(shown).toContain("SO-1017: status Historical → Void");
    expect(await linesOf(page.getByRole("list", { name: "Files" }))).toContain("fishbowl-orders.csv");
    await rep
      .getByText(dollars(before + 4_850))
      .first()
      .waitFor();
    await shot(rep, "home-after");
  });

  it("is refused with its rows on a phone, with no button to apply it", async () => {
    const page = await lab.open({ width: PHONE, user: ADMIN.slack });
    const wrong = text.replace("1,ea,4850.00", "1,ea,lots").replace("10/28/2026", "tomorrow");
    await page
      .locator('input[type="file"]')
      .setInputFiles({ ...dropped, buffer: Buffer.from(wrong), name: "wrong.csv" });

    const refused = page.getByRole("article").filter({ hasText: "wrong.csv cannot be imported" });
    await refused.waitFor();
    await shot(page, "refused");

    expect(await linesOf(refused)).toMatch(/Row \d+: /);
    expect(await refused.getByRole("button").count()).toBe(0);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(PHONE);
  });
});

/** What Ana has sold of her target for the month. */
function sold(home: string): number {
  const [, amount = ""] = /\$([\d,]+(?:\.\d\d)?) of \$100,000/.exec(home) ?? [];
  return Number(amount.replaceAll(",", ""));
}

function dollars(amount: number): string {
  return amount.toLocaleString("en-US", { style: "currency", currency: "USD" }).replace(".00", "");
}
