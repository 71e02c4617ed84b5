import { keepFigures } from "../../goals/metric-figures";
import { testDatabase } from "../../support/database";
import { eventually } from "../eventually";
import { type GoalsLab, goalsLab, TODAY } from "../goals-lab";
import { lines, pressable } from "../lines";

const BENS = '{"userId":"U0BEN","type":"email_quantity","period":"daily"}';
const GOOD = {
  whose: { whose: "U0BEN" },
  metric: { metric: "email_quantity" },
  period: { period: "daily" },
  target: { target: "20" },
};

describe("a goal that a manager sets in a modal", () => {
  const test = testDatabase();
  let lab: GoalsLab;
  beforeEach(async () => {
    lab = await goalsLab(test);
    const figures = [{ userId: "U0BEN", type: "email_quantity" as const, before: 0, value: 12 }];
    await keepFigures(test.db, { today: TODAY, figures });
  });
  afterEach(() => lab.close());

  async function openForm(user = "U0MAX") {
    await lab.command(user, "/goals", "set");
    await lab.modalTitled(user, "Set a goal");
    await eventually(() => lab.calls("views.update").length > 0);
  }
  const submit = (entries: Parameters<typeof lab.slack.submitView>[0]["entries"] = {}, user = "U0MAX") =>
    lab.slack.submitView({ user, entries });

  it("is looked at before it is saved, and then shows alike in three places", async () => {
    await lab.openHome("U0BEN");
    await openForm();

    expect(await submit({ ...GOOD, from: { from: TODAY } })).toMatchObject({ status: 200, errors: {} });
    expect(await lab.goals()).toEqual([]);
    expect(lab.modalSays("U0MAX")).toEqual([
      "*Ben Okafor's goal: E-mails, daily*",
      "New: *20* from Wed 28 Oct on.",
      "• Then, 12 of 20: 🔵 on pace · 8 to go today",
      "[goal_back]",
    ]);
    await submit();

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
    await openForm();

    const [open, update] = lab.calls("views.open", "views.update");
    expect(JSON.stringify(open?.args)).toContain("One moment");
    expect(update?.method).toBe("views.update");
  });

  it.each([
    ["a target that is no number", { target: { target: "lots" } }, { target: /^This is no number/ }],
    ["a target of nothing", { target: { target: "0" } }, { target: /^A target must be above zero/ }],
    ["half an e-mail", { target: { target: "1.5" } }, { target: /^A target is a whole number/ }],
    ["a target that can be read in two ways", { target: { target: "1.500" } }, { target: /can be read in two ways/ }],
    ["a day that is over", { from: { from: "2026-10-01" } }, { from: /^A target takes effect on 2026-10-28 or later/ }],
    ["a day in three years", { from: { from: "2029-10-28" } }, { from: /within two years/ }],
    ["nobody", { whose: { whose: null } }, { whose: /^Choose a person, or tick/ }],
    ["somebody and the team", { team: { team: ["team"] } }, { whose: /not both/ }],
    ["a guest", { whose: { whose: "U0GUEST" } }, { whose: /^No sync has met this person yet/ }],
    [
      "two faults at once",
      { whose: { whose: null }, target: { target: "\u202e🎉".repeat(10) } },
      { whose: /^Choose/, target: /^This is no number/ },
    ],
  ])("is answered at its field when it has %s", async (_case, bad, errors) => {
    await openForm();

    const answer = await submit({ ...GOOD, ...bad });

    expect(Object.keys(answer.errors)).toEqual(Object.keys(errors));
    for (const [field, words] of Object.entries(errors)) expect(answer.errors[field]).toMatch(words);
    expect(await lab.goals()).toEqual([]);
  });

  it("says at the target that it is that already", async () => {
    await lab.goalsSay("U0MAX", "set emails daily 20 <@U0BEN>");
    await lab.press("U0MAX", "goal_confirm");
    await openForm();

    expect((await submit(GOOD)).errors).toEqual({ target: "It is that already: nothing to change." });
  });

  it("is filled in anew, as it was, when something is to be changed", async () => {
    await openForm();
    await submit({ ...GOOD, target: { target: "$1.5k" }, metric: { metric: "new_sales_wholesale" } });
    const check = lab.modal("U0MAX")?.id ?? "";

    await lab.slack.action({ user: "U0MAX", from: { viewId: check }, actionId: "goal_back" });
    await lab.modalTitled("U0MAX", "Set a goal");
    await submit({ target: { target: "1,600" } });

    expect(lab.modalSays("U0MAX").slice(0, 2)).toEqual([
      "*Ben Okafor's goal: Wholesale sales, daily*",
      "New: *$1,600* from Wed 28 Oct on.",
    ]);
  });

  it("is the team's with the box ticked", async () => {
    await openForm();
    await submit({ ...GOOD, whose: { whose: null }, team: { team: ["team"] } });
    await submit();

    expect(await lab.targets()).toMatchObject([{ _id: "team:sales email_quantity daily" }]);
  });

  it("is not saved over what somebody else has saved meanwhile: that is shown, and can be saved then", async () => {
    await openForm();
    await submit(GOOD);
    await lab.goalsSay("U0NEW", "set emails daily 30 <@U0BEN>");
    await lab.press("U0NEW", "goal_confirm");

    await submit();

    expect(lab.modalSays("U0MAX")[0]).toMatch(/^⚠️ \*This goal was changed since you looked/);
    expect(lab.modalSays("U0MAX")).toContain("30 → *20* from Wed 28 Oct on.");
    expect(await lab.targets()).toMatchObject([{ targets: [{ target: 30 }] }]);
    await submit();
    expect(await lab.targets()).toMatchObject([{ targets: [{ target: 20 }] }]);
  });

  it("is set back by Undo in the modal", async () => {
    await openForm();
    await submit(GOOD);
    await submit();
    const saved = lab.modal("U0MAX")?.id ?? "";

    await lab.slack.action({ user: "U0MAX", from: { viewId: saved }, actionId: "goal_undo" });

    await lab.modalTitled("U0MAX", "Undo");
    expect(await lab.targets()).toMatchObject([{ active: false }]);
  });

  it.each(["goal_set", "goal_edit"])("begins with the goal whose %s was pressed", async (actionId) => {
    await lab.goalsSay("U0MAX", "set emails daily 20 <@U0BEN>");
    await lab.press("U0MAX", "goal_confirm");
    await lab.pressForged("U0MAX", { actionId, value: BENS });

    await lab.modalTitled("U0MAX", "Set a goal");
    await eventually(() => lab.modal("U0MAX")?.view.callback_id === "goal_form");
    await submit({ target: { target: "25" } });

    expect(lab.modalSays("U0MAX")).toContain("20 → *25* from Wed 28 Oct on.");
  });

  it.each([
    ['{"userId":"U0BEN"}', "Ben Okafor's goal"],
    ['{"team":"sales"}', "The team's goal"],
  ])("is begun for %s", async (value, whose) => {
    await lab.pressForged("U0MAX", { actionId: "goal_set", value });
    await lab.modalTitled("U0MAX", "Set a goal");

    await submit({ metric: GOOD.metric, period: GOOD.period, target: GOOD.target });

    expect(lab.modalSays("U0MAX")[0]).toBe(`*${whose}: E-mails, daily*`);
  });

  it("is archived from its button, after a question", async () => {
    await lab.goalsSay("U0MAX", "set emails daily 20 <@U0BEN>");
    await lab.press("U0MAX", "goal_confirm");
    await lab.pressForged("U0MAX", { actionId: "goal_archive", value: BENS });
    await lab.modalTitled("U0MAX", "Archive this goal?");

    await submit();

    expect(lab.modalSays("U0MAX")).toContain("Archived; the target was 20.");
    expect(await lab.targets()).toMatchObject([{ active: false }]);
  });

  it("begins at the button that only those who may edit goals have on the team's page", async () => {
    await lab.openHome("U0MAX");
    await eventually(() => pressable(lab.home("U0MAX")).includes("home_team"));
    await lab.slack.action({ user: "U0MAX", from: { home: "U0MAX" }, actionId: "home_team" });
    await eventually(() => pressable(lab.home("U0MAX")).includes("goal_set"));

    await lab.slack.action({ user: "U0MAX", from: { home: "U0MAX" }, actionId: "goal_set" });
    await lab.modalTitled("U0MAX", "Set a goal");
    await submit(GOOD);
    await submit();

    await eventually(() => lines(lab.home("U0MAX")).some((line) => line.includes("12 of 20")));
    expect(await lab.targets()).toMatchObject([{ targets: [{ target: 20 }] }]);
  });

  it("says sorry with a reference in the modal when something is wrong", async () => {
    await lab.pressForged("U0MAX", { actionId: "goal_archive", value: "{}" });

    await lab.modalTitled("U0MAX", "That did not work");
    expect(lab.modalSays("U0MAX")[0]).toMatch(/reference: ref-1$/);
  });

  it("says sorry beside the command when no modal opens", async () => {
    lab.slack.faults.push({ method: "views.open", outcome: { error: "expired_trigger_id" } });

    expect(await lab.goalsSay("U0MAX", "set")).toEqual([expect.stringMatching(/reference: ref-1$/)]);
  });
});
