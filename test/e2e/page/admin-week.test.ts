import type { Page } from "playwright-core";
import { fishbowlExport } from "../../../src/demo/sample/fishbowl-export";
import { ADMIN, REPS } from "../../../src/demo/sample/team";
import { day } from "../../../src/time/day";
import { describeInBrowser } from "../../support/env/browser";
import { type CountedFigure, countedFigure } from "../../support/harness/demo/counted-figures";
import { DESKTOP, PHONE, pageHarness } from "../../support/harness/demo/page";
import { adminHome, control, home, linesOf, synced, syncNow, type } from "../../support/harness/demo/page-actions";
import { pictured } from "../../support/harness/demo/pictures";
import { eventually } from "../../support/wait";

const { ana, dev } = REPS;
const OCTOBER = { from: "2026-10-01", to: "2026-10-31" };

/** Alex, an admin, has no goals of their own; what they do shows in the figures of others, which are counted here. */
describeInBrowser("the week of an admin", () => {
  const harness = pageHarness();
  let page: Page;
  const figureOf = (asked: CountedFigure) => countedFigure(harness.demo.database.db, asked);
  const sales = (user: string) => figureOf({ type: "new_sales_wholesale", users: [user], ...OCTOBER });
  const panel = () => page.getByRole("tabpanel", { name: "Home" });
  /** What the app has told Alex in their DM. */
  const told = (words: string) => {
    const { slack } = harness.demo.fakes;
    return slack.messages(slack.dm(ADMIN.slack)).filter((message) => JSON.stringify(message).includes(words));
  };
  const part = async (name: string) => {
    await page.getByRole("main").getByRole("button", { name, exact: true }).click();
    // What was pressed is rendered once more where a sync has just ended.
    await panel().getByRole("heading", { name, exact: true }).waitFor();
    await harness.demo.idle();
  };

  beforeAll(async () => {
    page = await harness.open({ width: DESKTOP, user: ADMIN.slack });
    await type(page, "/sync");
    await synced(page);
  });
  afterEach(() => {
    expect(harness.troubles()).toEqual([]);
  });

  it("reads in the report of their own sync that Copper refuses its key, hears it of nothing else, and once that it is back; no figure falls meanwhile", async () => {
    const emails = () => figureOf({ type: "email_quantity", users: [ana.slack], ...OCTOBER });
    const before = await emails();
    await adminHome(page);

    await control(page, "Copper refuses the key");
    for (let times = 0; times < 2; times += 1) {
      await syncNow(page);
      await harness.demo.app.tick();
    }

    await eventually(() => told("I'll tell you when it's back").length > 0);
    await panel().getByText("Calls, talk time, emails, and stages may be missing since").waitFor();
    await pictured(page, "admin-broken");
    expect(await emails()).toBe(before);

    await control(page, "Copper refuses the key");
    for (let times = 0; times < 2; times += 1) {
      await syncNow(page);
      await harness.demo.app.tick();
    }
    await eventually(() => told("Copper* is back").length > 0);
    expect([told("Copper* can't be read").length, told("Copper* is back").length]).toEqual([0, 1]);
    expect(await linesOf(panel())).not.toMatch(/can't be read|may be missing/);
    expect(await emails()).toBe(before);
  }, 120_000);

  it("matches an unmatched sales rep by the form, and a recompute credits all of their orders, to the cent", async () => {
    // B. Lee's orders are of the thirty days that are counted, of which two are September's.
    const both = async () => {
      const of = { users: [dev.slack], from: "2026-09-29", to: "2026-10-28" };
      const [wholesale, distribution] = await Promise.all(
        (["new_sales_wholesale", "new_sales_distribution"] as const).map((type) => figureOf({ type, ...of })),
      );
      return (wholesale ?? 0) + (distribution ?? 0);
    };
    const before = await both();
    await adminHome(page);
    await part("People");
    const row = panel().getByText(/14 records, \$9,120/);
    await row.waitFor();
    await panel().getByRole("button", { name: "Match B. Lee" }).click();
    const form = page.getByRole("dialog", { name: "Match a person" });
    await form.getByLabel("Slack member").selectOption({ label: "Dev Patel" });
    await pictured(page, "admin-match");
    await form.getByRole("button", { name: "Save" }).click();
    await form.waitFor({ state: "detached" });

    await panel().getByText("credited from the next sync").waitFor();
    await panel().getByRole("button", { name: "Recompute now" }).click();
    await eventually(async () => (await both()) !== before);
    await harness.demo.idle();

    expect(Math.round(((await both()) - before) * 100)).toBe(912_000);
    await panel().getByText("B. Lee, Fishbowl sales rep").waitFor();
    expect(await linesOf(panel())).not.toContain("14 records, $9,120");
    const theirs = await harness.open({ width: PHONE, user: dev.slack, at: "home" });
    await home(theirs);
    const words = await linesOf(theirs.getByRole("tabpanel", { name: "Home" }));
    expect(words).toMatch(
      new RegExp(`this month: .*\\$${Math.floor(await sales(dev.slack)).toLocaleString("en-US")} wholesale`),
    );
    await theirs.context().close();
  }, 120_000);

  it("chooses the holidays of a country and adds one by hand, and neither is a workday of anybody's goals", async () => {
    await adminHome(page);
    await part("Settings");
    await panel().getByRole("button", { name: "Change the country" }).click();
    const form = page.getByRole("dialog", { name: "Public holidays" });
    await form.getByLabel("Country").selectOption({ label: "United States of America" });
    await form.getByRole("button", { name: "Continue" }).click();
    await form.getByLabel("State").waitFor();
    await form.getByRole("button", { name: "Continue" }).click();
    await form.waitFor({ state: "detached" });
    await panel().getByText("Thu, Nov 26 · Thanksgiving").waitFor();

    const daysLeft = async (words: string) => {
      const rep = await harness.open({ width: DESKTOP, user: ana.slack });
      await type(rep, "/goals why wholesale");
      await rep.getByText(`over ${words}`).first().waitFor();
      await rep.context().close();
    };
    await daysLeft("3 workdays");
    await panel().getByRole("button", { name: "Add a holiday" }).click();
    const added = page.getByRole("dialog", { name: "Add a holiday" });
    await added.getByLabel("Day").fill("2026-10-30");
    await added.getByLabel("Name").fill("Company day");
    await pictured(page, "admin-holiday");
    await added.getByRole("button", { name: "Add" }).click();
    await added.waitFor({ state: "detached" });
    await panel().getByText("Fri, Oct 30 · Company day").waitFor();

    // Of today, Thursday and Friday two are left.
    await daysLeft("2 workdays");
  }, 120_000);

  it("previews a file of orders and applies it, and the figures move by what the preview said, once", async () => {
    const { name, text } = fishbowlExport(day("2026-10-28"));
    const before = await sales(ana.slack);
    const drop = () =>
      page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByRole("tab", { name: "Messages" }).click();
    await drop();
    const preview = page.getByRole("article").filter({ hasText: `Import preview: ${name}` });
    await preview.getByRole("button", { name: "Apply" }).waitFor();
    expect(await linesOf(preview)).toMatch(/^\s*Ana Torres \+\$4,850 wholesale/m);
    await pictured(page, "admin-import");
    expect(await sales(ana.slack)).toBe(before);

    await preview.getByRole("button", { name: "Apply" }).click();
    await page.getByRole("dialog", { name: "Apply this file?" }).getByRole("button", { name: "Apply" }).click();
    await page.getByText("3 new orders and 2 changed. Figures updated").waitFor();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await page.getByRole("dialog", { name: "Undo this import?" }).getByRole("button", { name: "Undo" }).click();
    await page.getByText("3 orders taken out, 2 put back. Figures updated").waitFor();
    expect(await sales(ana.slack)).toBe(before);
    await drop();
    await preview.last().getByRole("button", { name: "Apply" }).click();
    await page.getByRole("dialog", { name: "Apply this file?" }).getByRole("button", { name: "Apply" }).click();
    await page.getByText("3 new orders and 2 changed. Figures updated").waitFor();
    await drop();
    await page.getByRole("heading", { name: `Nothing to import: ${name}` }).waitFor();

    expect(await page.getByRole("button", { name: "Apply" }).count()).toBe(0);
    expect(Math.round(((await sales(ana.slack)) - before) * 100)).toBe(485_000);
    const rep = await harness.open({ width: PHONE, user: ana.slack, at: "home" });
    await rep
      .getByText(`$${Math.floor(before + 4_850).toLocaleString("en-US")} of $100,000`)
      .first()
      .waitFor();
    await rep.context().close();
  }, 120_000);

  it("sees after the morning what became of each digest, and a rep sees theirs beforehand as it then comes", async () => {
    const rep = await harness.open({ width: DESKTOP, user: ana.slack });
    await type(rep, "/goals digest preview");
    const preview = rep.getByRole("article").filter({ hasText: "Your goals for Wed, Oct 28" }).last();
    await preview.waitFor();
    const figures = (text: string) => text.match(/\$?[\d,]+ of \$?\d+(?:,\d{3})*/g) ?? [];
    const previewed = figures(await linesOf(preview));
    const month = () => figureOf({ type: "phone_call_quantity", users: [ana.slack], ...OCTOBER });
    expect(previewed).toContain(`${await month()} of 110`);
    await control(page, "Tomorrow 8:00 AM");
    await rep.getByRole("article").filter({ hasText: "Your goals for Thu, Oct 29" }).first().waitFor();
    const arrived = figures(
      await linesOf(rep.getByRole("article").filter({ hasText: "Your goals for Thu, Oct 29" }).last()),
    );

    expect(arrived).toContain(`${await month()} of 110`);
    await rep.context().close();
    await type(page, "/goals deliveries");
    const answer = page.getByRole("article").filter({ hasText: "Digests and boards" }).last();
    await answer.waitFor();
    expect(await linesOf(answer)).toMatch(/Thu, Oct 29: 8 arrived/);
    await pictured(page, "admin-deliveries");
  }, 120_000);
});
