import { BENS, GOOD, goalFormHarnesses, TODAY } from "../../support/harness/goals";
import { lines, pressable } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

describe("a goal that a manager sets in a modal", () => {
  const open = goalFormHarnesses();

  it("is looked at before it is saved, and then shows alike in three places", async () => {
    const harness = await open();
    await harness.openHome("U0BEN");
    await harness.openForm();

    expect(await harness.submit({ ...GOOD, from: { from: TODAY } })).toMatchObject({ status: 200, errors: {} });
    expect(await harness.goals()).toEqual([]);
    expect(harness.modalSays("U0MAX")).toEqual([
      "*Ben Okafor's goal: Emails, daily*",
      "Set to *20* starting Wed, Oct 28.",
      "• After: 12 of 20: 🟢 on pace; 8 to go today",
    ]);
    await harness.submit();

    expect(harness.modalSays("U0MAX")).toEqual([
      "✅ *Ben Okafor's goal: Emails, daily*",
      "Set to *20* starting Wed, Oct 28.",
      "[goal_undo]",
    ]);
    await harness.slack.closeView({ user: "U0MAX" });
    expect(harness.slack.modals("U0MAX")).toEqual([]);
    const row = "*Emails*: ▰▰▰▱▱ *12 of 20 today* · 🟢 on pace";
    expect(await harness.goalsSay("U0BEN")).toContain(row);
    expect((await harness.goalsSay("U0MAX", "team")).join("\n")).toContain(
      "\n*Team totals of daily goals*: emails 12 of 20\n",
    );
    await eventually(() => lines(harness.home("U0BEN")).some((line) => line.includes("12 of 20")));
    expect(harness.dm("U0BEN")).toEqual([]);
    expect(harness.entries.at("warn", "error")).toEqual([]);
  });

  it("opens before anything is looked up", async () => {
    const harness = await open();
    await harness.openForm();

    const [opened, updated] = harness.calls("views.open", "views.update");
    expect(JSON.stringify(opened?.args)).toContain("One moment");
    expect(updated?.method).toBe("views.update");
  });

  it("is filled in anew, as it was, when something is to be changed", async () => {
    const harness = await open();
    await harness.openForm();
    await harness.submit({ ...GOOD, target: { target: "$1.5k" }, metric: { metric: "new_sales_wholesale" } });
    expect(harness.modal("U0MAX")?.view).toMatchObject({ close: { text: "Back" } });

    await harness.slack.closeView({ user: "U0MAX" });
    await harness.modalTitled("U0MAX", "Set a goal");
    await harness.submit({ target: { target: "1,600" } });

    expect(harness.modalSays("U0MAX").slice(0, 2)).toEqual([
      "*Ben Okafor's goal: Wholesale sales, daily*",
      "Set to *$1,600* starting Wed, Oct 28.",
    ]);
  });

  it("is the team's with the box ticked", async () => {
    const harness = await open();
    await harness.openForm();
    await harness.submit({ ...GOOD, whose: { whose: null }, team: { team: ["everyone"] } });
    await harness.submit();

    expect(await harness.targets()).toMatchObject([{ _id: "team:everyone email_quantity daily" }]);
  });

  it.each(["goal_set", "goal_edit"])("begins with the goal whose %s was pressed", async (actionId) => {
    const harness = await open();
    await harness.goalsSay("U0MAX", "set emails daily 20 <@U0BEN>");
    await harness.press("U0MAX", "goal_confirm");
    await harness.pressForged("U0MAX", { actionId, value: BENS });

    await harness.modalTitled("U0MAX", "Set a goal");
    await eventually(() => harness.modal("U0MAX")?.view.callback_id === "goal_form");
    await harness.submit({ target: { target: "25" } });

    expect(harness.modalSays("U0MAX")).toContain("20 → *25* starting Wed, Oct 28.");
  });

  it.each([
    ['{"userId":"U0BEN"}', "Ben Okafor's goal"],
    ['{"team":"everyone"}', "Team goal"],
  ])("is begun for %s", async (value, whose) => {
    const harness = await open();
    await harness.pressForged("U0MAX", { actionId: "goal_set", value });
    await harness.modalTitled("U0MAX", "Set a goal");

    await harness.submit({ metric: GOOD.metric, period: GOOD.period, target: GOOD.target });

    expect(harness.modalSays("U0MAX")[0]).toBe(`*${whose}: Emails, daily*`);
  });

  it("takes effect, if no day is picked, on its owner's own date, a day ahead of the team's", async () => {
    const harness = await open("Pacific/Auckland");
    await harness.pressForged("U0MAX", { actionId: "goal_set", value: '{"userId":"U0BEN"}' });
    await harness.modalTitled("U0MAX", "Set a goal");
    await eventually(() => harness.modal("U0MAX")?.view.callback_id === "goal_form");

    await harness.submit({ metric: GOOD.metric, period: GOOD.period, target: GOOD.target });

    expect(harness.modalSays("U0MAX").slice(0, 2)).toEqual([
      "*Ben Okafor's goal: Emails, daily*",
      "Set to *20* starting Thu, Oct 29.",
    ]);
  });

  it("begins at the button that only those who may edit goals have on the team's page", async () => {
    const harness = await open();
    await harness.openHome("U0MAX");
    await eventually(() => pressable(harness.home("U0MAX")).includes("home_team"));
    await harness.slack.action({ user: "U0MAX", from: { home: "U0MAX" }, actionId: "home_team" });
    await eventually(() => pressable(harness.home("U0MAX")).includes("goal_set"));

    await harness.slack.action({ user: "U0MAX", from: { home: "U0MAX" }, actionId: "goal_set" });
    await harness.modalTitled("U0MAX", "Set a goal");
    await harness.submit(GOOD);
    await harness.submit();

    await eventually(() => lines(harness.home("U0MAX")).some((line) => /^Emails +12 +20 /m.test(line)));
    expect(await harness.targets()).toMatchObject([{ targets: [{ target: 20 }] }]);
  });
});
