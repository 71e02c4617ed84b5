import type { Locator, Page } from "playwright-core";

/** What stands there, a line for each line that is seen. */
export async function linesOf(place: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: the text alone has no lines
  return (await place.innerText()).replaceAll("\u00a0", " ");
}

/** Types a command in the conversation with the app. */
export async function type(page: Page, command: string): Promise<void> {
  await page.getByRole("tab", { name: "Messages" }).click();
  await page.getByRole("textbox", { name: "Message" }).fill(command);
  await page.keyboard.press("Enter");
}

/** Asks for a trend of this month as a rep does, and waits for its chart with the table of its numbers. */
export async function trend(page: Page): Promise<void> {
  const charts = page.getByRole("figure", { name: "Calls against pace" });
  const before = await charts.count();
  await type(page, "/goals trend calls this month");
  const chart = charts.nth(before);
  await chart.getByRole("columnheader", { name: "You" }).waitFor({ state: "attached" });
  await chart.getByRole("columnheader", { name: "Pace" }).waitFor({ state: "attached" });
}

/** Presses Trend below what is behind in Home, where Slack draws no charts, and waits for the bars of text. */
export async function trendInHome(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Trend" });
  // A modal stays open until it is closed, on whatever page its reader looks.
  if (!(await dialog.isVisible())) {
    await home(page);
    await page.getByRole("button", { name: "Trend", exact: true }).click();
  }
  await dialog.getByText("▰").first().waitFor();
}

/** Becomes somebody of the workspace, whom a phone lists in a drawer. */
export async function become(page: Page, name: string): Promise<void> {
  const drawer = page.getByRole("button", { name: "Workspace", exact: true });
  const inDrawer = await drawer.isVisible();
  if (inDrawer) await drawer.click();
  await page.getByRole("region", { name: "People" }).getByRole("button", { name }).click();
  if (inDrawer) await page.keyboard.press("Escape");
}

/** Chooses what the menu at the end of a team's page does. */
export async function chooseMore(page: Page, label: string): Promise<void> {
  await page.getByRole("main").getByLabel("More", { exact: true }).selectOption({ label });
}

/** Opens the form of the leaderboard on the Team tab of Home, and asks for the preview of calls alone. */
export async function boardPreview(page: Page): Promise<void> {
  const preview = page.getByRole("dialog", { name: "Preview and save" });
  // A modal stays open until it is closed, on whatever page its reader looks.
  if (await preview.isVisible()) return;
  await teamHome(page);
  await chooseMore(page, "Leaderboard");
  const form = page.getByRole("dialog", { name: "Leaderboard" });
  await onlyCalls(form);
  await form.getByRole("button", { name: "Preview" }).click();
  await preview.waitFor();
}

/** Picks calls alone of a board's metrics. */
export async function onlyCalls(form: Locator): Promise<void> {
  await pick(form, { field: "Metrics", only: ["Calls"] });
}

/** Picks options in a field that takes several, by how their words begin, after all that was picked is taken out. */
export async function pick(
  form: Locator,
  { field, only }: { readonly field: string; readonly only: readonly string[] },
): Promise<void> {
  const input = form.getByRole("combobox", { name: field });
  await input.focus();
  while ((await input.getAttribute("placeholder")) === "") await input.press("Backspace");
  for (const name of only) {
    await input.fill(name);
    await input.press("Enter");
  }
  await input.press("Escape");
}

/** Waits for the report of a sync. */
export async function synced(page: Page): Promise<void> {
  await page
    .getByRole("heading", { name: /Synced/ })
    .first()
    .waitFor();
}

/** Opens the app's Home, a manager's and an admin's as well, and gives its text. */
export async function home(page: Page): Promise<string> {
  await page.getByRole("tab", { name: "Home" }).click();
  const panel = page.getByRole("tabpanel", { name: "Home" });
  await panel.getByRole("heading", { name: /^(\w{3}, \w{3} \d+|Who needs you.*|Manage)$/ }).waitFor();
  return linesOf(panel);
}

/** Opens the Team tab of Home, where a manager's Home may be already, and gives its text. */
export async function teamHome(page: Page): Promise<string> {
  await home(page);
  const main = page.getByRole("main");
  await main.getByRole("button", { name: /^Team(: you are here)?$/ }).click();
  await main.getByRole("button", { name: "Team: you are here" }).waitFor();
  return linesOf(page.getByRole("tabpanel", { name: "Home" }));
}

/** Opens the admin's tab of Home, and gives its text. */
export async function adminHome(page: Page): Promise<string> {
  await page.getByRole("tab", { name: "Home" }).click();
  const panel = page.getByRole("tabpanel", { name: "Home" });
  await panel.getByRole("button", { name: /^Admin(: you are here|: back)?$/ }).click();
  await panel.getByRole("heading", { name: "Manage" }).waitFor();
  return linesOf(panel);
}

/** Presses Sync now in Home and waits until the page that follows the report is there. */
export async function syncNow(page: Page): Promise<string> {
  const panel = page.getByRole("tabpanel", { name: "Home" });
  await page.getByRole("tab", { name: "Home" }).click();
  await panel.getByRole("button", { name: "Sync now" }).click();
  await panel.getByText("Syncing now").waitFor();
  await panel.getByRole("button", { name: "Sync now" }).waitFor({ timeout: 40_000 });
  return linesOf(panel);
}

/** A morning of the whole workspace, with its sync, digests and boards, on a machine that does much else. */
const A_MORNING_MS = 90_000;

/** Presses one of the demo's controls, which a phone has in a drawer, and gives what they say then. */
export async function control(page: Page, label: string): Promise<string> {
  const controls = page.getByRole("complementary", { name: "Demo controls" });
  const drawer = page.getByRole("button", { name: "Demo controls", exact: true });
  const inDrawer = await drawer.isVisible();
  if (inDrawer) await drawer.click();
  const acted = page.waitForResponse((answer) => answer.url().endsWith("/controls/run"), { timeout: A_MORNING_MS });
  await controls.getByRole("button", { name: label, exact: true }).click();
  const { said } = await (await acted).json();
  await controls.getByText(String(said)).first().waitFor();
  if (inDrawer) await page.getByRole("button", { name: "Close Demo controls" }).click({ position: { x: 10, y: 10 } });
  return String(said);
}

/** Waits until the tour has come to this step. */
export async function tourAt(page: Page, title: string): Promise<void> {
  await page.getByRole("complementary", { name: "Tour" }).getByRole("heading", { name: title }).waitFor();
}
