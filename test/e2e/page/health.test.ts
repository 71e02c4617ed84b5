import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ADMIN } from "../../../src/demo/sample/team";
import { describeInBrowser } from "../../support/env/browser";
import { DESKTOP, PHONE, pageHarness } from "../../support/harness/demo/page";
import { home, linesOf, syncNow } from "../../support/harness/demo/page-actions";

const SCREENS = join(__dirname, "../../../build/screens");
const LOOKS = [DESKTOP, PHONE].flatMap((width) => (["light", "dark"] as const).map((theme) => ({ width, theme })));

describeInBrowser("the doctor in an admin's App Home", () => {
  const harness = pageHarness();

  beforeAll(() => mkdirSync(SCREENS, { recursive: true }));
  afterEach(() => {
    expect(harness.troubles()).toEqual([]);
  });

  it("names the sample team's planted faults, with what to do about each", async () => {
    const page = await harness.open({ width: DESKTOP, user: ADMIN.slack, at: "home" });
    await home(page);
    await syncNow(page);
    await health(page);
    await shot(page, `health-before-${DESKTOP}-light`);

    await page.getByRole("button", { name: "Run check" }).click();
    await page.getByText("Checked just now by Alex Kim").waitFor();

    const reported = await linesOf(page.getByRole("tabpanel", { name: "Home" }));
    expect(reported).toMatch(
      /➖ Not matched in Slack\s+• No Slack match for JustCall agent "Front Desk" \(front\.desk@acme\.com\)\./,
    );
    expect(reported).toMatch(/⚠️ \d things wait for you: \$[\d,.]+ and \d+ records? uncredited/);
    expect(reported).not.toMatch(/B\. Lee/);
    expect(reported).toMatch(/⚠️ JustCall: needs a look, as of .*\s+JustCall has no user for .*alex@acme\.com/);
    expect(reported).not.toContain("Our clock agrees");
    expect(reported).not.toContain("Problem");

    await page.getByRole("button", { name: "Show details" }).click();
    await page.getByText("• Our clock agrees with that of Slack, Copper, JustCall.").waitFor();
    await page.getByRole("button", { name: "Hide details" }).click();
    await page.getByRole("button", { name: "Show details" }).waitFor();

    await page.getByRole("button", { name: "See what waits" }).click();
    await page.getByText('$9,120 waits for a match: Fishbowl sales rep "B. Lee", 14 orders').waitFor();
    await page.getByRole("button", { name: "Match B. Lee" }).click();
    await page.getByRole("dialog", { name: "Match a person" }).waitFor();
    await page.keyboard.press("Escape");
  });

  it.each(LOOKS)("is to be seen $width pixels wide, $theme", async ({ width, theme }) => {
    const page = await harness.open({ width, theme, user: ADMIN.slack, at: "home" });
    await page.getByRole("tab", { name: "Home" }).click();
    await health(page);
    await page.getByRole("button", { name: "Check again" }).waitFor();
    await shot(page, `health-${width}-${theme}`);

    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  });
});

/** From wherever in Home one is, to the admin's page of the check. */
async function health(page: Page): Promise<void> {
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Admin" }).click();
  await main.getByRole("button", { name: "Health", exact: true }).click();
  await main.getByRole("heading", { name: "Health" }).waitFor();
}

async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENS, `${name}.png`) });
}
