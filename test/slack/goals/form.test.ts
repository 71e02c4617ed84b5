import { eventually } from "../../support/wait";
import { TODAY } from "../goals-lab";
import { lines, pressable } from "../lines";
import { BENS, formLabs, GOOD } from "./form-labs";

describe("a goal that a manager sets in a modal", () => {
  const open = formLabs();

  it("is looked at before it is saved, and then shows alike in three places", async () => {
    const lab = await open();
    await lab.openHome("U0BEN");
    await lab.openForm();

    expect(await lab.submit({ ...GOOD, from: { from: TODAY } })).toMatchObject({ status: 200, errors: {} });
    expect(await lab.goals()).toEqual([]);
    expect(lab.modalSays("U0MAX")).toEqual([
      "*Ben Okafor's goal: E-mails, daily*",
      "New: *20* from Wed 28 Oct on.",
      "• Then, 12 of 20: 🔵 on pace · 8 to go today",
      "[goal_back]",
    ]);
    await lab.submit();

    expect(lab.modalSays("U0MAX")).toEqual([
      "✅ *Ben Okafor's goal: E-mails, daily*",
      "New: *20* from Wed 28 Oct on.",
      "[goal_undo]",
    ]);
    const pace = "🔵 on pace · 8 to go today";
    expect(await lab.goalsSay("U0BEN")).toEqual(["*E-mails*: 12 of 20 · daily, Wed 28 Oct", pace]);
    expect(await lab.goalsSay("U0MAX", "team")).toContain(`• *E-mails*: 12 of 20 daily · ${pace}`);
    await eventually(() => lines(lab.home("U0BEN")).some((line) => line.includes("12 of 20")));
    expect(lab.dm("U0BEN")).toEqual([]);
    expect(lab.entries.at("warn", "error")).toEqual([]);
  });

  it("opens before anything is looked up", async () => {
    const lab = await open();
    await lab.openForm();

    const [opened, updated] = lab.calls("views.open", "views.update");
    expect(JSON.stringify(opened?.args)).toContain("One moment");
    expect(updated?.method).toBe("views.update");
  });

  it("is filled in anew, as it was, when something is to be changed", async () => {
    const lab = await open();
    await lab.openForm();
    await lab.submit({ ...GOOD, target: { target: "$1.5k" }, metric: { metric: "new_sales_wholesale" } });
    const check = lab.modal("U0MAX")?.id ?? "";

    await lab.slack.action({ user: "U0MAX", from: { viewId: check }, actionId: "goal_back" });
    await lab.modalTitled("U0MAX", "Set a goal");
    await lab.submit({ target: { target: "1,600" } });

    expect(lab.modalSays("U0MAX").slice(0, 2)).toEqual([
      "*Ben Okafor's goal: Wholesale sales, daily*",
      "New: *$1,600* from Wed 28 Oct on.",
    ]);
  });

  it("is the team's with the box ticked", async () => {
    const lab = await open();
    await lab.openForm();
    await lab.submit({ ...GOOD, whose: { whose: null }, team: { team: ["team"] } });
    await lab.submit();

    expect(await lab.targets()).toMatchObject([{ _id: "team:sales email_quantity daily" }]);
  });

  it.each(["goal_set", "goal_edit"])("begins with the goal whose %s was pressed", async (actionId) => {
    const lab = await open();
    await lab.goalsSay("U0MAX", "set emails daily 20 <@U0BEN>");
    await lab.press("U0MAX", "goal_confirm");
    await lab.pressForged("U0MAX", { actionId, value: BENS });

    await lab.modalTitled("U0MAX", "Set a goal");
    await eventually(() => lab.modal("U0MAX")?.view.callback_id === "goal_form");
    await lab.submit({ target: { target: "25" } });

    expect(lab.modalSays("U0MAX")).toContain("20 → *25* from Wed 28 Oct on.");
  });

  it.each([
    ['{"userId":"U0BEN"}', "Ben Okafor's goal"],
    ['{"team":"sales"}', "The team's goal"],
  ])("is begun for %s", async (value, whose) => {
    const lab = await open();
    await lab.pressForged("U0MAX", { actionId: "goal_set", value });
    await lab.modalTitled("U0MAX", "Set a goal");

    await lab.submit({ metric: GOOD.metric, period: GOOD.period, target: GOOD.target });

    expect(lab.modalSays("U0MAX")[0]).toBe(`*${whose}: E-mails, daily*`);
  });

  it("begins at the button that only those who may edit goals have on the team's page", async () => {
    const lab = await open();
    await lab.openHome("U0MAX");
    await eventually(() => pressable(lab.home("U0MAX")).includes("home_team"));
    await lab.slack.action({ user: "U0MAX", from: { home: "U0MAX" }, actionId: "home_team" });
    await eventually(() => pressable(lab.home("U0MAX")).includes("goal_set"));

    await lab.slack.action({ user: "U0MAX", from: { home: "U0MAX" }, actionId: "goal_set" });
    await lab.modalTitled("U0MAX", "Set a goal");
    await lab.submit(GOOD);
    await lab.submit();

    await eventually(() => lines(lab.home("U0MAX")).some((line) => line.includes("12 of 20")));
    expect(await lab.targets()).toMatchObject([{ targets: [{ target: 20 }] }]);
  });
});
