import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { fishbowlExport } from "../../../src/demo/sample/fishbowl-export";
import { ADMIN, REPS } from "../../../src/demo/sample/team";
import { day } from "../../../src/time/day";
import { describeInBrowser } from "../../support/env/browser";
import { DESKTOP, PHONE, pageHarness } from "../../support/harness/demo/page";
import { control, home, linesOf, synced, type } from "../../support/harness/demo/page-actions";

const SCREENS = join(__dirname, "../../../build/screens");
const { name, text } = fishbowlExport(day("2026-10-28"));

describeInBrowser("a file of orders in the page", () => {
  const harness = pageHarness();
  const shot = (page: Page, what: string) =>
    page.screenshot({ path: join(SCREENS, `import-${what}-${page.viewportSize()?.width}.png`) });
  const saying = (page: Page, words: string) => page.getByRole("article").filter({ hasText: words }).last();

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    const page = await harness.open({ width: DESKTOP });
    await type(page, "/sync");
    await synced(page);
    await page.context().close();
  });
  afterEach(() => {
    expect(harness.troubles()).toEqual([]);
  });

  it.each([
    [DESKTOP, "4850.00", 4_850, "Oct 19–28"],
    // By then Ana's order is there, and becomes larger.
    [PHONE, "5000.00", 150, "Oct 28"],
  ])(
    "is previewed for an admin, applied, and seen in a rep's numbers, %i pixels wide",
    async (width, price, more, days) => {
      const rep = await harness.open({ width, user: REPS.ana.slack, at: "home" });
      const before = sold(await home(rep));
      const page = await harness.open({ width, user: ADMIN.slack });
      const chooser = page.waitForEvent("filechooser");
      const attach = page.getByRole("button", { name: "Attach a file" });
      // By then the browser asks us rather than somebody at a screen.
      await attach.waitFor();
      await attach.press("Enter");
      await (await chooser).setFiles({
        name,
        mimeType: "text/csv",
        buffer: Buffer.from(text.replace("4850.00", price)),
      });

      const preview = saying(page, "Import preview:");
      await preview.getByRole("button", { name: "Apply" }).waitFor();
      const shown = await linesOf(preview);
      await shot(page, "preview");
      await preview.getByRole("button", { name: "Apply" }).click();
      await page.getByRole("dialog", { name: "Apply this file?" }).getByRole("button", { name: "Apply" }).click();
      await saying(page, `Figures updated for ${days}`).waitFor();
      await shot(page, "applied");

      expect(shown).toMatch(/Credited sales (rise|fall) by .*Credited sales of these 3\d orders: /s);
      expect(shown).toMatch(/60 rows: .+, 2[59] unchanged\. .*Nothing is written until you apply it/);
      expect(await linesOf(page.getByRole("list", { name: "Files" }).last())).toMatch(
        /fishbowl-orders\.csv\s+CSV · 3\.\d KB/,
      );
      expect(before).toBeGreaterThan(0);
      await rep
        .getByText(`${dollars(before + more)} of $100,000`)
        .first()
        .waitFor();
      await shot(rep, "home");
    },
  );

  it.each([DESKTOP, PHONE])("is refused with its rows and no button to apply it, %i pixels wide", async (width) => {
    const page = await harness.open({ width, user: ADMIN.slack });
    const wrong = text.replace("1,ea,4850.00", "1,ea,lots").replace("10/28/2026", "tomorrow");
    await dropOnto(page, `wrong-${width}.csv`, wrong);

    const refused = saying(page, `Fix 2 rows in wrong-${width}.csv`);
    await refused.waitFor();
    await shot(page, "refused");

    expect(await linesOf(refused)).toMatch(/Nothing was imported\.[\s\S]*Row 13: [\s\S]*Row 58: /);
    expect(await refused.getByRole("button").count()).toBe(0);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  });

  it("of a rep is not read, and who may is named", async () => {
    const page = await harness.open({ width: DESKTOP, user: REPS.ben.slack });
    await dropOnto(page, name, text);

    await saying(page, "Only admins can import orders. Here that's Alex Kim.").waitFor();
    expect(await page.getByRole("button", { name: "Apply" }).count()).toBe(0);
  });

  it("is at hand in the controls: to be dropped by Alex, and to be saved", async () => {
    const page = await harness.open({ width: DESKTOP, user: ADMIN.slack });
    const before = await page.getByRole("list", { name: "Files" }).count();
    await control(page, "Drop a Fishbowl file");
    await page.getByRole("list", { name: "Files" }).nth(before).waitFor();

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download a sample Fishbowl export" }).click();

    expect((await download).suggestedFilename()).toBe(name);
  });

  it("is answered by words to words", async () => {
    const page = await harness.open({ width: DESKTOP, user: ADMIN.slack });
    await type(page, "Where do I import orders?");

    await saying(page, "Drop a CSV file of Fishbowl's orders here").waitFor();
  });
});

/** Drags a file over the conversation and lets it go there. */
async function dropOnto(page: Page, called: string, content: string): Promise<void> {
  const script = `(() => {
    const carried = new DataTransfer();
    carried.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(called)}, { type: "text/csv" }));
    return carried;
  })()`;
  const dataTransfer = await page.evaluateHandle(script);
  const panel = page.locator("#panel-messages");
  await panel.dispatchEvent("dragover", { dataTransfer });
  await page.getByText("Drop the file here, and Paceline").waitFor();
  await page.screenshot({ path: join(SCREENS, `import-drop-${page.viewportSize()?.width}.png`) });
  await panel.dispatchEvent("drop", { dataTransfer });
}

/** What Ana has sold of her target for the month. */
function sold(home: string): number {
  const [, amount = ""] = /\$([\d,]+(?:\.\d\d)?) of \$100,000/.exec(home) ?? [];
  return Number(amount.replaceAll(",", ""));
}

function dollars(amount: number): string {
  return amount.toLocaleString("en-US", { style: "currency", currency: "USD" }).replace(".00", "");
}
