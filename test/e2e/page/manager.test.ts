import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { REPS } from "../../../src/demo/sample/team";
import { describeInBrowser } from "../../support/env/browser";
import { DESKTOP, PHONE, pageHarness } from "../../support/harness/demo/page";
import { boardPreview, control, linesOf, synced, type } from "../../support/harness/demo/page-actions";

const SCREENS = join(__dirname, "../../../build/screens");
const MAYA = REPS.maya.slack;

describeInBrowser("the manager of West", () => {
  const harness = pageHarness();

  /** The file that Maya was sent, read as a spreadsheet does. */
  async function sentRows(): Promise<readonly Readonly<Record<string, string>>[]> {
    const { slack, env } = harness.demo.fakes;
    const [file] = slack.messages(slack.dm(MAYA)).findLast(({ files = [] }) => files.length > 0)?.files ?? [];
    const headers = { authorization: `Bearer ${env.SLACK_BOT_TOKEN}` };
    return parse(await (await fetch(String(file?.url_private), { headers })).text(), { bom: true, columns: true });
  }

  it("sets her board by a form, takes the figures along as a file that adds up, and sees the board in the morning", async () => {
    mkdirSync(SCREENS, { recursive: true });
    const page = await harness.open({ width: DESKTOP, user: MAYA });
    await type(page, "/sync");
    await synced(page);

    await boardPreview(page);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const shown = await linesOf(page.getByRole("tabpanel", { name: "Home" }));
    await page.getByRole("button", { name: "Export the team's figures as a CSV file" }).click();
    await page.getByRole("tab", { name: "Messages" }).click();
    await page.getByText("west-figures-2026-10-28.csv").waitFor();

    const calls = (await sentRows()).filter(({ Metric, Period }) => Metric === "Calls" && Period === "monthly");
    const parts = calls.filter(({ What }) => What === "Goal").map(({ Actual }) => Number(Actual));
    const total = parts.reduce((sum, part) => sum + part, 0);
    expect(parts.length).toBeGreaterThan(1);
    expect(shown).toContain(`Calls, monthly: ${total} of ${calls.find(({ Person }) => Person === "")?.Target}`);

    await control(page, "Tomorrow 8:00 AM");
    for (const look of [{ width: DESKTOP }, { width: PHONE, theme: "dark" as const }]) {
      const channel = await harness.open({ ...look, user: MAYA, at: "channel/C0WEST0003" });
      await channel.getByRole("figure", { name: "Calls" }).waitFor();
      expect(await linesOf(channel.getByRole("log"))).toMatch(/West leaderboard: this week[\s\S]*🥇 Ana Torres · \d+/);
      await channel.screenshot({ path: join(SCREENS, `board-${look.width}.png`) });
    }
    expect(harness.troubles()).toEqual([]);
  }, 120_000);
});
