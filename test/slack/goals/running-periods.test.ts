import { saveFigures } from "../../support/builders/goals";
import { testDatabase } from "../../support/env/database";
import { type GoalsHarness, goalsHarness, TODAY } from "../../support/harness/goals";

describe("a target that is set while a period runs", () => {
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

  it("leaves the week that runs as it is, and says so before and after", async () => {
    await harness.goalsSay("U0MAX", "set emails weekly 50 <@U0BEN|ben> from this week");
    await harness.press("U0MAX", "goal_confirm");
    const before = await harness.goalsSay("U0BEN");
    const words = ["50 → *25* starting Mon, Nov 2.", "This week, Mon, Oct 26 – Sun, Nov 1, keeps *50*."];

    expect((await harness.goalsSay("U0MAX", "set emails weekly 25 <@U0BEN|ben>")).slice(1, 3)).toEqual(words);
    expect((await harness.press("U0MAX", "goal_confirm")).slice(1, 3)).toEqual(words);

    expect(await harness.goalsSay("U0BEN")).toEqual(before);
    expect((await harness.goalsSay("U0MAX", "set emails weekly 20 <@U0BEN> from this week"))[0]).toBe(
      "This week keeps its target. Pick today or later. More: `/goals help set`.",
    );
  });

  it("begins a first goal with the next week, and says how it begins with this one", async () => {
    expect((await harness.goalsSay("U0MAX", "set emails weekly 50 <@U0BEN|ben>")).slice(1, 3)).toEqual([
      "Set to *50* starting Mon, Nov 2.",
      "This week, Mon, Oct 26 – Sun, Nov 1, has no target. To start earlier, set it from Mon, Oct 26.",
    ]);
  });
});
