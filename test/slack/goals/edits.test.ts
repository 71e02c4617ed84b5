import { saveFigures } from "../../support/builders/goals";
import { testDatabase } from "../../support/env/database";
import { type GoalsHarness, goalsHarness, TODAY } from "../../support/harness/goals";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const BENS = "U0BEN email_quantity daily";

describe("a goal that a manager sets by words", () => {
  const test = testDatabase();
  let harness: GoalsHarness;
  beforeEach(async () => {
    harness = await goalsHarness(test);
    const bens = { userId: "U0BEN", type: "email_quantity" } as const;
    const figures = [
      { ...bens, before: 2, value: 8 },
      { ...bens, before: 0, value: 12 },
    ];
    await saveFigures(test.db, { today: TODAY, figures });
  });
  afterEach(() => harness.close());

  it("is shown before it is made, and nothing is changed until it is confirmed", async () => {
    const said = await harness.goalsSay("U0MAX", "set emails weekly 100 <@U0BEN|ben> from this week");

    expect(said).toEqual([
      "*Ben Okafor's goal: Emails, weekly*",
      "Set to *100* starting Mon, Oct 26.",
      "• After: 20 of 100: 🔴 behind by 20; 12 of 31 today (92 over 3 working days, rounded up); 80 to go, 2 working days after today: 40 a day",
      "[goal_confirm]",
      "[goal_cancel]",
      "Nothing changes until you confirm. Only you can see this.",
    ]);
    expect(await harness.goals()).toEqual([]);
  });

  it("says where a change leaves the pace", async () => {
    await harness.goalsSay("U0MAX", "set emails daily 20 <@U0BEN|ben>");
    await harness.press("U0MAX", "goal_confirm");

    expect((await harness.goalsSay("U0MAX", "set emails daily 10 <@U0BEN|ben>")).slice(1, 4)).toEqual([
      "20 → *10* starting Wed, Oct 28.",
      "• Now: 12 of 20: 🟢 on pace; 8 to go today",
      "• After: 12 of 10: ✅ reached",
    ]);
  });

  it("shows alike in the rep's /goals, on the rep's Home and to the team's manager", async () => {
    await harness.openHome("U0BEN");
    await harness.goalsSay("U0MAX", "set “e–mails” daily 20 <@U0BEN|ben>");

    const said = await harness.press("U0MAX", "goal_confirm");

    expect(said).toEqual(["✅ *Ben Okafor's goal: Emails, daily*", "Set to *20* starting Wed, Oct 28.", "[goal_undo]"]);
    const row = "*Emails*: ▰▰▰▱▱ *12 of 20 today* · 🟢 on pace";
    const goals = [
      "*Left today: 8 emails*",
      "Wed, Oct 28: 🟢 1 on pace",
      "# On track",
      row,
      "[why_goal]",
      "[trend_goal]",
      "Copper as of 5:05 PM EDT",
    ];
    expect(await harness.goalsSay("U0BEN")).toEqual(goals);
    expect((await harness.goalsSay("U0MAX", "team")).join("\n")).toContain(
      "\n*Team totals of daily goals*: emails 12 of 20\n",
    );
    expect(await harness.goalsSay("U0MAX", "<@U0BEN|ben>")).toEqual(["*Ben Okafor's goals*", ...goals]);
    await eventually(() => lines(harness.home("U0BEN")).some((line) => line.includes("12 of 20")));
    expect((await harness.goals()).map(({ current }) => current)).toEqual([12]);
    expect(harness.dm("U0BEN")).toEqual([]);
    expect(harness.entries.at("warn", "error")).toEqual([]);
  });

  it("is forgotten when it is cancelled", async () => {
    await harness.goalsSay("U0MAX", "set emails daily 20 <@U0BEN|ben>");

    expect(await harness.press("U0MAX", "goal_cancel")).toEqual(["Nothing was changed."]);
    expect(await harness.goals()).toEqual([]);
  });

  it("is set back by Undo, which is a change of its own in the log", async () => {
    await harness.goalsSay("U0MAX", "set emails daily 20 <@U0BEN|ben>");
    await harness.press("U0MAX", "goal_confirm");
    await harness.goalsSay("U0MAX", "set emails daily 25 <@U0BEN|ben>");
    await harness.press("U0MAX", "goal_confirm");

    const said = await harness.press("U0MAX", "goal_undo");

    expect(said).toEqual(["↩️ *Undone. Ben Okafor's goal: Emails, daily*", "25 → *20* starting Wed, Oct 28."]);
    expect(await harness.targets()).toEqual([{ _id: BENS, targets: [{ from: TODAY, target: 20 }], active: true }]);
    expect((await harness.goalsSay("U0BEN", "log")).slice(0, 4)).toEqual([
      "*Changes to your goals*, newest first",
      expect.stringMatching(
        /^• \*Emails, daily\*: 25 → \*20\* starting Wed, Oct 28 · by Max Weber, \d{1,2}:\d\d [AP]M EDT$/,
      ),
      expect.stringMatching(
        /^• \*Emails, daily\*: 20 → \*25\* starting Wed, Oct 28 · by Max Weber, \d{1,2}:\d\d [AP]M EDT$/,
      ),
      expect.stringMatching(
        /^• \*Emails, daily\*: set to \*20\* starting Wed, Oct 28 · by Max Weber, \d{1,2}:\d\d [AP]M EDT$/,
      ),
    ]);
  });

  it("is archived again by Undo where there was none before, and an archived one comes back", async () => {
    await harness.goalsSay("U0MAX", "set emails daily 20 <@U0BEN|ben>");
    await harness.press("U0MAX", "goal_confirm");
    await harness.press("U0MAX", "goal_undo");
    expect(await harness.targets()).toMatchObject([{ active: false }]);

    await harness.goalsSay("U0MAX", "set emails daily 20 <@U0BEN|ben>");
    await harness.press("U0MAX", "goal_confirm");
    await harness.goalsSay("U0MAX", "archive emails daily <@U0BEN|ben>");
    expect(await harness.press("U0MAX", "goal_confirm")).toEqual([
      "✅ *Ben Okafor's goal: Emails, daily*",
      "Archived; the target was 20.",
      "[goal_undo]",
    ]);
    expect(await harness.goalsSay("U0BEN")).toEqual([expect.stringMatching(/^No goals yet/)]);
    await harness.press("U0MAX", "goal_undo");
    expect(await harness.targets()).toMatchObject([{ active: true, targets: [{ target: 20 }] }]);
  });

  it("is not undone once somebody else has changed it", async () => {
    await harness.goalsSay("U0MAX", "set emails daily 20 <@U0BEN|ben>");
    await harness.press("U0MAX", "goal_confirm");
    await harness.goalsSay("U0NEW", "set emails daily 30 <@U0BEN|ben>");
    await harness.press("U0NEW", "goal_confirm");

    expect(await harness.press("U0MAX", "goal_undo")).toEqual([expect.stringMatching(/^This goal has changed since/)]);
    expect(await harness.targets()).toMatchObject([{ targets: [{ target: 30 }] }]);
  });

  it("is made once when two managers confirm at once; the other is shown what theirs would do now", async () => {
    await harness.goalsSay("U0MAX", "set emails daily 20 <@U0BEN|ben>");
    await harness.goalsSay("U0NEW", "set emails daily 30 <@U0BEN|ben>");

    await Promise.all([harness.press("U0MAX", "goal_confirm"), harness.press("U0NEW", "goal_confirm")]);

    const [max, ned] = [harness.newest("U0MAX"), harness.newest("U0NEW")];
    const [first, second] = max[0]?.startsWith("✅") ? [20, 30] : [30, 20];
    const stale = first === 20 ? ned : max;
    expect(stale[0]).toMatch(/^⚠️ \*This goal changed while you were looking/);
    expect(stale).toContain(`${first} → *${second}* starting Wed, Oct 28.`);
    expect(await harness.targets()).toMatchObject([{ targets: [{ target: first }] }]);
    expect(await harness.log({ limit: 10 })).toHaveLength(1);

    await harness.press(first === 20 ? "U0NEW" : "U0MAX", "goal_confirm");
    expect(await harness.targets()).toMatchObject([{ targets: [{ target: second }] }]);
  });

  it("tells the team's goals, and those that begin later", async () => {
    expect((await harness.goalsSay("U0MAX", "set wholesale monthly $100k team from 2026-12-01")).slice(0, 3)).toEqual([
      "*Team goal: Wholesale sales, monthly*",
      "Set to *$100,000* starting Tue, Dec 1.",
      "Nothing changes until then.",
    ]);
    await harness.press("U0MAX", "goal_confirm");

    expect(await harness.goalsSay("U0MAX", "set wholesale monthly 1.5k team from next month")).toContain(
      "Already scheduled: $100,000 from Dec 1.",
    );
    expect((await harness.goalsSay("U0MAX", "log team")).slice(0, 2)).toEqual([
      "*Changes to team goals*, newest first",
      expect.stringMatching(/Wholesale sales, monthly\*: set to \*\$100,000\* starting Tue, Dec 1 · by Max Weber, /),
    ]);
  });

  it.each([
    ["set emails daily 0 <@U0BEN>", "Enter a target above zero."],
    ["set emails daily 1.5 <@U0BEN>", "Use a whole number."],
    ["set emails daily 99999999999 <@U0BEN>", "The highest target is 1,000,000."],
    ["set emails daily 20 <@U0BEN> from 2026-10-01", "Past periods keep their targets. Pick today or later."],
    ["set emails daily 20 <@U0GHOST|ghost>", /^This person hasn't been synced yet/],
    ["archive emails daily <@U0BEN>", "There's no active goal to archive."],
    ["set emails daily", /^What target\?/],
  ])("is refused in one line, which says where help is: %s", async (text, fault) => {
    const [only, ...more] = await harness.goalsSay("U0MAX", text);

    expect(only).toMatch(fault);
    expect(only).toMatch(/ More: `\/goals help set`\.$/);
    expect(more).toEqual([]);
    expect(await harness.goals()).toEqual([]);
  });

  it("is not made anew where it is that already", async () => {
    await harness.goalsSay("U0MAX", "set emails daily 20 <@U0BEN>");
    await harness.press("U0MAX", "goal_confirm");

    const [first] = await harness.goalsSay("U0MAX", "set emails daily 20 <@U0BEN>");

    expect(first).toBe("That's already the target. More: `/goals help set`.");
  });
});
