import { REPS } from "../../../src/demo/sample/team";
import { describeInBrowser } from "../../support/env/browser";
import { DESKTOP, pageHarness } from "../../support/harness/demo/page";
import { type } from "../../support/harness/demo/page-actions";

describeInBrowser("a board that its manager posts from a private answer", () => {
  const harness = pageHarness();

  it("asks first, posts it once it is agreed to, and leads to it", async () => {
    const page = await harness.open({ width: DESKTOP, user: REPS.maya.slack });
    await type(page, "/goals board");
    const post = page.getByRole("button", { name: "Post in #sales-west" });
    const question = page.getByRole("dialog", { name: "Post in #sales-west?" });
    await post.click();
    const asked = await question.textContent();
    await question.getByRole("button", { name: "Cancel" }).click();
    await question.waitFor({ state: "detached" });
    const before = await page.getByRole("link", { name: "View it" }).count();

    await post.click();
    await question.getByRole("button", { name: "Post" }).click();
    await page.getByRole("link", { name: "View it" }).click();

    await page.getByRole("heading", { name: "# sales-west" }).waitFor();
    await page.getByText(/Posted by Maya Brooks/).waitFor();
    expect(asked).toContain("7 people in the channel see the board through Tue, Oct 27. It counts as today's.");
    expect(before).toBe(0);
    expect(await page.getByText(/West's leaderboard/).count()).toBe(1);
    expect(harness.troubles()).toEqual([]);
  }, 120_000);
});
