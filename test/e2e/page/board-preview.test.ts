import { REPS } from "../../../src/demo/sample/team";
import { describeInBrowser } from "../../support/env/browser";
import { DESKTOP, pageHarness } from "../../support/harness/demo/page";
import { chooseMore, synced, teamHome, type } from "../../support/harness/demo/page-actions";

describeInBrowser("the preview of a board above its form", () => {
  const harness = pageHarness();

  it("leads back to what was entered, and its ✕ to the page, with nothing saved", async () => {
    const page = await harness.open({ width: DESKTOP, user: REPS.maya.slack });
    await type(page, "/sync");
    await synced(page);
    const opened = () => chooseMore(page, "Leaderboard");
    const form = page.getByRole("dialog", { name: "Leaderboard" });
    const time = form.getByRole("textbox", { name: "Time" });
    const preview = page.getByRole("dialog", { name: "Preview and save" });
    await teamHome(page);
    await opened();
    await time.fill("08:45");
    await form.getByRole("button", { name: "Preview" }).click();
    await preview.getByText("8:45 AM").first().waitFor();
    await preview.getByRole("button", { name: "Back" }).last().click();
    expect(await time.inputValue()).toBe("08:45");
    await form.getByRole("button", { name: "Preview" }).click();

    await preview.getByRole("button", { name: "Close", exact: true }).click();

    await preview.waitFor({ state: "detached" });
    expect(await page.getByRole("dialog").count()).toBe(0);
    await opened();
    expect(await time.inputValue()).toBe("08:00");
    expect(harness.troubles()).toEqual([]);
  }, 120_000);
});
