import { join } from "node:path";
import { REPS } from "../../../src/demo/sample/team";
import { METRICS, type MetricType } from "../../../src/metrics/metrics";
import { describeInBrowser } from "../../support/env/browser";
import { seriousFaults } from "../../support/harness/demo/accessibility";
import { type CountedFigure, columnSum, countedFigure, receivedFile } from "../../support/harness/demo/counted-figures";
import { inTable } from "../../support/harness/demo/in-table";
import { DESKTOP, PHONE, pageHarness } from "../../support/harness/demo/page";
import {
  chooseMore,
  control,
  home,
  linesOf,
  onlyCalls,
  pick,
  synced,
  teamHome,
  type,
} from "../../support/harness/demo/page-actions";
import { pictured } from "../../support/harness/demo/pictures";

const SCREENS = join(__dirname, "../../../build/screens");
const MAYA = REPS.maya.slack;
/** The channel of West, and its people by name. */
const CHANNEL = "C0WEST0003";
const WEST: Readonly<Record<string, string>> = {
  "Ana Torres": REPS.ana.slack,
  "Dev Patel": REPS.dev.slack,
  "Maya Brooks": MAYA,
};

describeInBrowser("the week of West's manager", () => {
  const harness = pageHarness();

  const counted = (users: readonly string[], days: Omit<CountedFigure, "users">) =>
    countedFigure(harness.demo.database.db, { users, ...days });

  it("sets one goal for three people at once, and each of them finds it in their Home", async () => {
    const page = await harness.open({ width: DESKTOP, user: MAYA });
    await type(page, "/sync");
    await synced(page);
    await home(page);
    await chooseMore(page, "Leaderboard");
    await page.getByRole("dialog", { name: "Leaderboard" }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");

    await chooseMore(page, "Set goals for several");
    const form = page.getByRole("dialog", { name: "Goals for several" });
    await pick(form, { field: "Who", only: ["Ana Torres", "Dev Patel", "Maya Brooks"] });
    await form.getByLabel("Metric").selectOption({ label: "Contact" });
    await form.getByLabel("Period").selectOption({ label: "Daily" });
    await form.getByLabel("Target").fill("777");
    await form.getByRole("combobox", { name: "Who" }).fill("Ben");
    await form.getByText("No matches").waitFor();
    await page.keyboard.press("Escape");
    await pictured(page, "several-form");
    await form.getByRole("button", { name: "Review" }).click();
    const check = page.getByRole("dialog", { name: "Review and save" });
    await check.getByText("Will be set for 3 people").waitFor();
    await pictured(page, "several-review");
    await check.getByRole("button", { name: "Save" }).click();
    await page.getByRole("dialog", { name: "Saved" }).getByText("3 goals set").waitFor();

    for (const user of [REPS.ana.slack, REPS.dev.slack]) {
      const theirs = await harness.open({ width: PHONE, user, at: "home" });
      await theirs
        .getByRole("tabpanel", { name: "Home" })
        .getByText(/\b777\b/)
        .first()
        .waitFor();
      await theirs.context().close();
    }
    await page.keyboard.press("Escape");
    await page.getByRole("main").getByRole("button", { name: "My page" }).click();
    await page
      .getByRole("tabpanel", { name: "Home" })
      .getByText(/\b777\b/)
      .first()
      .waitFor();
    expect(harness.troubles()).toEqual([]);
  }, 120_000);

  it("finds in the table of her team, in the file of it and in what was counted the same figures, person by person", async () => {
    const page = await harness.open({ width: DESKTOP, user: MAYA, at: "home" });
    const shown = await teamHome(page);
    await chooseMore(page, "Export CSV");
    const rows = await receivedFile(harness.demo, { user: MAYA, name: "west-2026-10-01-to-28.csv" });

    const people = rows.filter(({ Person }) => Person !== "");
    expect(people.length).toBeGreaterThan(10);
    for (const { Person = "", Metric = "", From = "", To = "", Actual } of people) {
      const value = await counted([WEST[Person] ?? ""], { type: typeOf(Metric), from: From, to: To });
      expect([Person, Metric, From, Number(Actual)]).toEqual([Person, Metric, From, value]);
    }
    for (const [metric, of] of [
      ["Calls", "weekly"],
      ["Emails", "monthly"],
    ] as const) {
      const own = people.filter(({ Metric, Period, What }) => Metric === metric && Period === of && What === "Goal");
      const [team] = rows.filter(({ Person, Metric, Period }) => Person === "" && Metric === metric && Period === of);
      expect(own.length).toBeGreaterThan(0);
      expect(columnSum(own, "Actual")).toBe(Number(team?.Actual));
      expect(shown).toMatch(new RegExp(`^${metric} +${team?.Actual} +${team?.Target} +\\d of \\d$`, "m"));
    }

    await type(page, "/goals team west");
    const table = page.getByRole("region", { name: "Everyone's goals by person, most behind first" }).last();
    await table.waitFor();
    const cells = await table
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
    const drawn = cells.flatMap(([person = "", metric = "", soFar = ""]) =>
      soFar.split(", ").map((own: string) => `${person}, ${metric}: ${own.replaceAll("\u00a0", " ")}`),
    );
    // Dev's clock is on another day than the company's, so that his daily goals are of other days than the file's.
    const goals = people.filter((row) => row.What === "Goal" && row["Actual, all days"] !== "");
    expect(goals.length).toBeGreaterThan(8);
    // In place of a daily goal of 3 stands what the month needs of today, as in her row on Home.
    const done = (row: string) => row.replace(/(\S+) of \S+\stoday$|\S+\sneeded\stoday$/, (_, n = 0) => `${n} today`);
    expect(drawn.map(done)).toEqual(expect.arrayContaining(goals.map(inTable).map(done)));
    expect(drawn.join("\n")).toMatch(/^Ana T\., Emails: 2 of 5\stoday$/m);
    await table.scrollIntoViewIfNeeded();
    await pictured(page, "manager-table");
    expect(harness.troubles()).toEqual([]);
  }, 120_000);

  it("sets her board by a form to half past eight, and it is posted in the channel then, with what was counted", async () => {
    const page = await harness.open({ width: DESKTOP, user: MAYA, at: "home" });
    await teamHome(page);
    await chooseMore(page, "Leaderboard");
    const form = page.getByRole("dialog", { name: "Leaderboard" });
    await onlyCalls(form);
    await form.getByRole("textbox", { name: "Time" }).fill("08:30");
    await form.getByRole("button", { name: "Preview" }).click();
    const preview = page.getByRole("dialog", { name: "Preview and save" });
    await preview.getByText("8:30 AM").first().waitFor();
    await preview.getByRole("button", { name: "Save" }).click();
    await page.getByRole("dialog", { name: "Saved" }).getByText("8:30 AM").first().waitFor();
    await page.keyboard.press("Escape");

    await control(page, "Tomorrow 8:00 AM");
    expect(harness.demo.fakes.slack.messages(CHANNEL)).toEqual([]);
    await control(page, "+1 hour");

    const week = { type: "phone_call_quantity", from: "2026-10-26", to: "2026-10-28" } as const;
    const results = await Promise.all(
      Object.entries(WEST).map(async ([name, user]) => [name, await counted([user], week)] as const),
    );
    const ranked = [...results].sort(([, a], [, b]) => b - a).filter(([, value]) => value > 0);
    for (const look of [{ width: DESKTOP }, { width: PHONE, theme: "dark" as const }]) {
      const channel = await harness.open({ ...look, user: MAYA, at: "channel/C0WEST0003" });
      const chart = channel.getByRole("figure", { name: "Calls" });
      await chart.waitFor();
      const posted = await linesOf(channel.getByRole("log"));
      expect(posted).toContain("West's leaderboard: this week through yesterday (Wed, Oct 28)");
      const places = [...posted.matchAll(/(?:🥇|🥈|🥉)\s*(\S+)\s(\d+(?:,\d{3})*)/g)].flatMap(([, ...both]) => both);
      expect(places).toEqual(ranked.slice(0, 3).flatMap(([name, value]) => [name.split(" ")[0], `${value}`]));
      expect(await chart.locator("tbody tr td").allTextContents()).toEqual(
        ranked.slice(0, 3).map(([, value]) => `${value}`),
      );
      await channel.screenshot({ path: join(SCREENS, `board-${look.width}.png`) });
      await channel.context().close();
    }
    const [board, ...others] = harness.demo.fakes.slack.messages(CHANNEL);
    expect(others).toEqual([]);
    expect(new Date(Number(board?.ts) * 1_000).toISOString()).toMatch(/^2026-10-29T15:30:/);
    expect(harness.troubles()).toEqual([]);
  }, 120_000);

  it("reads on Monday who reached and who missed last week's goals, by as much as was counted", async () => {
    const page = await harness.open({ width: DESKTOP, user: MAYA });
    await control(page, "Monday 8:00 AM");
    const recap = page.getByRole("article").filter({ hasText: "West: last week and October" });
    await recap.waitFor();

    const said = await linesOf(recap);
    const week = { type: "phone_call_quantity", from: "2026-10-26", to: "2026-11-01" } as const;
    const [anas, own] = [
      await counted([WEST["Ana Torres"] ?? ""], week),
      await counted([WEST["Maya Brooks"] ?? ""], week),
    ];
    const short = `Ana Torres\\n(?:❌ .*\\n)*❌ Calls: ${30 - anas} short last week, ${anas} of 30`;
    expect(said).toMatch(anas < 30 ? new RegExp(short) : "Ana Torres");
    expect(said).toMatch(new RegExp(`You, last week: ${own < 5 ? "❌" : "✅"} Calls: ${own} of 5`));
    await recap.scrollIntoViewIfNeeded();
    await pictured(page, "manager-monday");
    await recap.getByRole("button", { name: "See West in Home" }).click();
    await page.getByRole("heading", { name: "Who needs you" }).waitFor();
    expect(harness.troubles()).toEqual([]);
  }, 120_000);
});

const METRIC_TYPES = new Map<string | undefined, MetricType>(METRICS.map(({ title, type: id }) => [title, id]));

function typeOf(title: string): MetricType {
  const found = METRIC_TYPES.get(title);
  if (found === undefined) throw new Error(`There is no metric called ${title}`);
  return found;
}
