import { refusedBlocksStore } from "../../../src/slack/platform/refused-blocks-store";
import { addDays } from "../../../src/time/day";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { type GoalsHarness, goalsHarness, TODAY } from "../../support/harness/goals";

describe("the pages of goals", () => {
  const test = testDatabase();
  let harness: GoalsHarness;
  beforeEach(async () => {
    harness = await goalsHarness(test);
  });
  afterEach(() => harness.close());

  const edit = (userId: string, target: number) =>
    harness.edit({
      key: { userId, type: "email_quantity", period: "daily" },
      edit: { kind: "set", target, from: addDays(TODAY, target) },
      by: "U0MAX",
    });
  const targets = (lines: readonly string[]) => lines.flatMap((line) => /\*(\d+)\*/.exec(line)?.[1] ?? []).map(Number);

  it("turn in the log from the newest change to the first, each on one page", async () => {
    for (let target = 1; target <= 25; target += 1) await edit("U0ANA", target);
    await edit("U0BEN", 99);

    const first = await harness.goalsSay("U0MAX", "log <@U0ANA>");
    const second = await harness.press("U0MAX", "goal_log_next");
    const third = await harness.press("U0MAX", "goal_log_next");

    const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);
    expect([first, second, third].map(targets)).toEqual([down(25, 16), down(15, 6), down(5, 1)]);
    expect(first[0]).toBe("*Changes to Ana Torres's goals*, newest first");
    expect(third.at(-1)).toBe("[goal_log_previous]");
    expect(targets(await harness.press("U0MAX", "goal_log_previous"))).toEqual(down(15, 6));
  });

  it("tell a manager in the log of all whose goal was changed, and a rep their own alone", async () => {
    await edit("U0ANA", 1);
    await edit("U0BEN", 2);

    expect((await harness.goalsSay("U0NEW", "log")).slice(0, 3)).toEqual([
      "*Changes to all goals*, newest first",
      expect.stringContaining("*Emails, daily* for Ben Okafor: set to *2* starting Fri, Oct 30 · by Max Weber"),
      expect.stringContaining("*Emails, daily* for Ana Torres: set to *1* starting Thu, Oct 29 · by Max Weber"),
    ]);
    expect(targets(await harness.goalsSay("U0BEN", "log"))).toEqual([2]);
  });

  it("turn through a team of 45 by name, without those who have left", async () => {
    const ids = Array.from({ length: 45 }, (_, index) => `U1${String(index).padStart(3, "0")}`);
    const people = ids.map((id, index) => aPerson(id, { name: `Rep ${id}`, active: index !== 7 }));
    await test.db.collection<(typeof people)[number]>("users").insertMany(people);
    for (const id of ids) {
      const key = { userId: id, type: "email_quantity", period: "daily" } as const;
      await harness.edit({ key, edit: { kind: "set", target: 5, from: TODAY }, by: "U0MAX" });
    }

    await harness.goalsSay("U0MAX", "team");
    const table = JSON.stringify(harness.shown("U0MAX").at(-1));
    expect(ids.filter((id) => table.includes(`Rep ${id}`))).toHaveLength(44);
    // Where Slack refuses the table, the same is there in words.
    await refusedBlocksStore(test.db).record("data_table");
    const pages = [await harness.goalsSay("U0MAX", "team")];
    while (pages.at(-1)?.includes("[team_goals_next]")) pages.push(await harness.press("U0MAX", "team_goals_next"));

    const names = pages.flat().flatMap((line) => /^\*(Rep .*)\*$/.exec(line)?.[1] ?? []);
    expect(names).toEqual(ids.filter((_, index) => index !== 7).map((id) => `Rep ${id}`));
    expect(pages.length).toBeGreaterThan(2);
  });

  it.each(["x", "set ", "<@U0BEN> ", "“", "🎉", "‮", "\u0000", "<!channel>", "log ", "9"])(
    "answer 4,000 characters of %j privately, shortly and without a ping",
    async (text) => {
      const said = (await harness.goalsSay("U0MAX", `set emails daily ${text.repeat(4_000 / text.length)}`)).join(" ");

      expect(said).toContain("More: `/goals help");
      expect(said.length).toBeLessThan(1_500);
      expect(said).not.toMatch(/<[!@]|\p{Cc}|\p{Cf}/u);
      expect(harness.entries.at("warn", "error")).toEqual([]);
    },
  );
});
