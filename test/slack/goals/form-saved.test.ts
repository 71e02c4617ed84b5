import { BENS, GOOD, goalFormHarnesses } from "../../support/harness/goals";

describe("a goal that a manager sets in a modal", () => {
  const open = goalFormHarnesses();

  it("is not saved over what somebody else has saved meanwhile: that is shown, and can be saved then", async () => {
    const harness = await open();
    await harness.openForm();
    await harness.submit(GOOD);
    await harness.goalsSay("U0NEW", "set emails daily 30 <@U0BEN>");
    await harness.press("U0NEW", "goal_confirm");

    await harness.submit();

    expect(harness.modalSays("U0MAX")[0]).toMatch(/^⚠️ \*This goal changed while you were looking/);
    expect(harness.modalSays("U0MAX")).toContain("30 → *20* starting Wed, Oct 28.");
    expect(await harness.targets()).toMatchObject([{ targets: [{ target: 30 }] }]);
    await harness.submit();
    expect(await harness.targets()).toMatchObject([{ targets: [{ target: 20 }] }]);
  });

  it("is set back by Undo in the modal", async () => {
    const harness = await open();
    await harness.openForm();
    await harness.submit(GOOD);
    await harness.submit();
    const saved = harness.modal("U0MAX")?.id ?? "";

    await harness.slack.action({ user: "U0MAX", from: { viewId: saved }, actionId: "goal_undo" });

    await harness.modalTitled("U0MAX", "Undo");
    expect(await harness.targets()).toMatchObject([{ active: false }]);
  });

  it("is archived from its button, after a question", async () => {
    const harness = await open();
    await harness.goalsSay("U0MAX", "set emails daily 20 <@U0BEN>");
    await harness.press("U0MAX", "goal_confirm");
    await harness.pressForged("U0MAX", { actionId: "goal_archive", value: BENS });
    await harness.modalTitled("U0MAX", "Archive this goal?");

    await harness.submit();

    expect(harness.modalSays("U0MAX")).toContain("Archived; the target was 20.");
    expect(await harness.targets()).toMatchObject([{ active: false }]);
  });
});
