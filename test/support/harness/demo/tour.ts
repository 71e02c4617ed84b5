import type { Page } from "playwright-core";
import { REPS } from "../../../../src/demo/sample/team";
import { describeInBrowser } from "../../env/browser";
import { pageHarness } from "./page";
import { become, boardPreview, control, home, linesOf, syncNow, tourAt, type } from "./page-actions";

/** The steps of the tour as somebody goes through them, each where the one before has ended. */
export function tourTests(width: number): void {
  describeInBrowser(`the tour, ${width} pixels wide`, () => {
    const harness = pageHarness({ morning: true });
    let page: Page;

    beforeAll(async () => {
      page = await harness.open({ width });
    });
    afterEach(() => {
      expect(harness.troubles()).toEqual([]);
    });

    it("begins with a sync, whose report tells every source", async () => {
      await tourAt(page, "Sync now");

      await type(page, "/sync");

      const report = page.getByRole("article").filter({ hasText: "✅ Synced" });
      await report.waitFor();
      const reported = await linesOf(report);
      expect(reported).toContain("Updated 2:05 PM");
      await tourAt(page, "Your dashboard");
    });

    it("shows a dashboard with the same figures as /goals", async () => {
      const shown = goalsIn(await home(page));

      await tourAt(page, "Break a source");
      await type(page, "/goals");
      const mine = page.getByRole("article").filter({ hasText: "Only visible to you" });
      const answer = mine.filter({ hasText: "of $100,000" }).last();
      await answer.waitFor();
      const reported = goalsIn(await linesOf(answer));
      expect(reported.length).toBeGreaterThanOrEqual(5);
      expect(shown).toEqual(expect.arrayContaining(reported));
    });

    it("breaks a source, and its figures are old, not zero", async () => {
      const before = goalsIn(await home(page)).find((goal) => goal.endsWith("of 110"));
      await control(page, "JustCall is down");

      const shown = await syncNow(page);

      expect(shown).toMatch(/Calls and talk time may be missing since 2:05 PM\. JustCall could not be read/);
      expect(shown).toMatch(/^Calls ⚠️: /m);
      expect(before).toMatch(/^[1-9]/);
      expect(goalsIn(shown)).toContain(before);
      await tourAt(page, "Void an order");
    });

    it("voids an order, and the month falls by its total", async () => {
      const before = sales(await home(page));
      await control(page, "JustCall is down");

      const said = await control(page, "Void an order");
      const shown = await syncNow(page);

      const total = dollars(said);
      expect(total).toBeGreaterThan(0);
      // Home shows full dollars.
      expect(Math.abs(sales(shown) - (before - total))).toBeLessThan(1);
      expect(shown).toMatch(/Updated today at 2:\d\d PM/);
      expect(shown).not.toContain("could not be read");
      await tourAt(page, "Why this number?");
    });

    it("shows the records behind a number", async () => {
      await type(page, "/goals why calls");

      await page
        .getByText(/\d+\srecords?(?:,\sall)?\scounted\b/)
        .first()
        .waitFor();
      await tourAt(page, "A team's leaderboard");
    });

    it("previews the leaderboard of her team to its manager, and posts it nowhere", async () => {
      const before = harness.demo.fakes.slack.allMessages().length;
      await become(page, "Maya Brooks");

      await boardPreview(page);

      const preview = page.getByRole("dialog", { name: "Preview and save" });
      expect(await linesOf(preview)).toMatch(/West's leaderboard: this week[\s\S]*🥇/);
      await tourAt(page, "Tomorrow morning");
      await preview.getByRole("button", { name: "Back" }).last().click();
      await page.getByRole("dialog", { name: "Leaderboard" }).getByRole("button", { name: "Cancel" }).click();
      await become(page, "Ana Torres");
      expect(harness.demo.fakes.slack.allMessages()).toHaveLength(before);
    });

    it("brings five reps one digest each and the channel one board, and nothing more back and forth", async () => {
      const { slack } = harness.demo.fakes;
      const before = slack.allMessages().length;
      const isOfMorning = ({ text }: { readonly text: string }) =>
        /^(Your goals for|Everyone's leaderboard)/.test(text);
      const morning = () => slack.allMessages().slice(before).filter(isOfMorning);
      const places = [...Object.values(REPS).map(({ slack: id }) => slack.dm(id)), "C0SALES001"];

      await control(page, "Tomorrow 8:00 AM");
      await page.getByRole("tab", { name: "Messages" }).click();
      await page.getByRole("article").filter({ hasText: "Your goals for Thu, Oct 29" }).waitFor();

      expect(
        morning()
          .map(({ channel }) => channel)
          .sort(),
      ).toEqual(places.sort());
      await tourAt(page, "That is the tour");
      await control(page, "Back to today");
      await control(page, "Tomorrow 8:00 AM");
      expect(morning()).toHaveLength(places.length);
    }, 120_000);
  });
}

/** Every goal's figure and target: "48 of 60". */
function goalsIn(text: string): readonly string[] {
  return text.match(/\$?[\d,]+(?:\.\d+)? of \$?\d(?:[\d,]*\d)?/g) ?? [];
}

/** What Ana has sold of her target for the month. */
function sales(home: string): number {
  return dollars(goalsIn(home).find((goal) => goal.endsWith("of $100,000")) ?? "");
}

/** The first amount in a text. */
function dollars(text: string): number {
  return Number(/\$([\d,]+(?:\.\d\d)?)/.exec(text)?.[1]?.replaceAll(",", "") ?? Number.NaN);
}
