import { GOOD, goalFormHarnesses } from "../../support/harness/goals";

describe("a goal that a manager sets in a modal", () => {
  const open = goalFormHarnesses();

  it.each([
    ["a target that is no number", { target: { target: "lots" } }, { target: /^Enter a number/ }],
    ["a target of nothing", { target: { target: "0" } }, { target: /^Enter a target above zero/ }],
    ["dollars for emails", { target: { target: "$20" } }, { target: /^Emails can't be in dollars/ }],
    ["minutes for emails", { target: { target: "20 min" } }, { target: /^Emails can't be in minutes/ }],
    ["half an email", { target: { target: "1.5" } }, { target: /^Use a whole number/ }],
    ["a target that can be read in two ways", { target: { target: "1.500" } }, { target: /is ambiguous/ }],
    ["a day that is over", { from: { from: "2026-10-01" } }, { from: /^Past periods keep their targets/ }],
    ["a day in three years", { from: { from: "2029-10-28" } }, { from: /within two years/ }],
    ["nobody", { whose: { whose: null } }, { whose: /^Choose a person or a team/ }],
    ["somebody and the team", { team: { team: ["everyone"] } }, { whose: /not both/ }],
    ["a guest", { whose: { whose: "U0GUEST" } }, { whose: /^This person hasn't been synced yet/ }],
    [
      "two faults at once",
      { whose: { whose: null }, target: { target: "\u202e🎉".repeat(10) } },
      { whose: /^Choose/, target: /^Enter a number/ },
    ],
  ])("is answered at its field when it has %s", async (_case, bad, errors) => {
    const harness = await open();
    await harness.openForm();

    const answer = await harness.submit({ ...GOOD, ...bad });

    expect(Object.keys(answer.errors)).toEqual(Object.keys(errors));
    for (const [field, words] of Object.entries(errors)) expect(answer.errors[field]).toMatch(words);
    expect(await harness.goals()).toEqual([]);
  });

  it("says at the target that it is that already", async () => {
    const harness = await open();
    await harness.goalsSay("U0MAX", "set emails daily 20 <@U0BEN>");
    await harness.press("U0MAX", "goal_confirm");
    await harness.openForm();

    expect((await harness.submit(GOOD)).errors).toEqual({ target: "That's already the target." });
  });

  it("says sorry with a reference in the modal when something is wrong", async () => {
    const harness = await open();
    await harness.pressForged("U0MAX", { actionId: "goal_archive", value: "{}" });

    await harness.modalTitled("U0MAX", "Something went wrong");
    expect(harness.modalSays("U0MAX")[0]).toMatch(/reference: ref-1$/);
  });

  it("says sorry beside the command when no modal opens", async () => {
    const harness = await open();
    harness.slack.faults.push({ method: "views.open", outcome: { error: "expired_trigger_id" } });

    expect(await harness.goalsSay("U0MAX", "set")).toEqual([expect.stringMatching(/reference: ref-1$/)]);
  });
});
