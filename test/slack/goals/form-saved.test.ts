import { BENS, formLabs, GOOD } from "./form-labs";

describe("a goal that a manager sets in a modal", () => {
  const open = formLabs();

  it("is not saved over what somebody else has saved meanwhile: that is shown, and can be saved then", async () => {
    const lab = await open();
    await lab.openForm();
    await lab.submit(GOOD);
    await lab.goalsSay("U0NEW", "set emails daily 30 <@U0BEN>");
    await lab.press("U0NEW", "goal_confirm");

    await lab.submit();

    expect(lab.modalSays("U0MAX")[0]).toMatch(/^⚠️ \*This goal was changed since you looked/);
    expect(lab.modalSays("U0MAX")).toContain("30 → *20* from Wed 28 Oct on.");
    expect(await lab.targets()).toMatchObject([{ targets: [{ target: 30 }] }]);
    await lab.submit();
    expect(await lab.targets()).toMatchObject([{ targets: [{ target: 20 }] }]);
  });

  it("is set back by Undo in the modal", async () => {
    const lab = await open();
    await lab.openForm();
    await lab.submit(GOOD);
    await lab.submit();
    const saved = lab.modal("U0MAX")?.id ?? "";

    await lab.slack.action({ user: "U0MAX", from: { viewId: saved }, actionId: "goal_undo" });

    await lab.modalTitled("U0MAX", "Undo");
    expect(await lab.targets()).toMatchObject([{ active: false }]);
  });

  it("is archived from its button, after a question", async () => {
    const lab = await open();
    await lab.goalsSay("U0MAX", "set emails daily 20 <@U0BEN>");
    await lab.press("U0MAX", "goal_confirm");
    await lab.pressForged("U0MAX", { actionId: "goal_archive", value: BENS });
    await lab.modalTitled("U0MAX", "Archive this goal?");

    await lab.submit();

    expect(lab.modalSays("U0MAX")).toContain("Archived; the target was 20.");
    expect(await lab.targets()).toMatchObject([{ active: false }]);
  });
});
