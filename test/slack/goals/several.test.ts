import type { ModalView } from "@slack/types";
import { day } from "../../../src/time/day";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { type GoalsHarness, goalsHarness, TODAY } from "../../support/harness/goals";
import { eventually } from "../../support/wait";

const WHAT = { metric: { metric: "phone_call_quantity" }, period: { period: "weekly" }, target: { target: "60" } };
const CALLS = { type: "phone_call_quantity", period: "weekly" } as const;
const MONDAY = day("2026-10-26");

describe("goals that a manager sets for several people", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  const open = async () => closed(await goalsHarness(test));

  const is = (harness: GoalsHarness, form: string) =>
    eventually(() => harness.modal("U0MAX")?.view.callback_id === form);
  async function openSeveral(harness: GoalsHarness) {
    await harness.pressForged("U0MAX", { actionId: "goals_several", value: "" });
    await is(harness, "goals_form");
  }
  async function openCopy(harness: GoalsHarness) {
    // The form has no button for it in the last days of a month.
    await harness.pressForged("U0MAX", { actionId: "goals_copy", value: "" });
    await is(harness, "goals_copy_form");
  }
  const pick = (people: readonly string[]) => ({ people: { people }, ...WHAT });
  const submit = (harness: GoalsHarness, entries: Parameters<typeof harness.slack.submitView>[0]["entries"] = {}) =>
    harness.slack.submitView({ user: "U0MAX", entries });
  const pressInModal = (harness: GoalsHarness, actionId: string) =>
    harness.slack.action({ user: "U0MAX", from: { viewId: harness.modal("U0MAX")?.id ?? "" }, actionId });
  const set = (userId: string, target: number, from = MONDAY) =>
    ({ key: { userId, ...CALLS }, edit: { kind: "set", target, from }, by: "U0NEW" }) as const;
  const weekly = async (harness: GoalsHarness) =>
    (await harness.goals()).map(({ userId, targets }) => [userId, targets.at(-1)?.target]);

  it("are shown person by person before they are saved, then are everywhere, with a line of the log each and no message", async () => {
    const harness = await open();
    await harness.edit(set("U0BEN", 50));
    await harness.edit(set("U0NEW", 60));
    await harness.command("U0MAX", "/goals", "set");
    await is(harness, "goal_form");
    await pressInModal(harness, "goals_several");
    await is(harness, "goals_form");

    const lots = { ...pick(["U0ANA"]), target: { target: "lots" } };
    expect((await submit(harness, lots)).errors).toEqual({ target: "Enter a number." });
    await submit(harness, pick(["U0ANA", "U0BEN", "U0NEW"]));
    expect(harness.modalSays("U0MAX")).toEqual([
      "# Calls, weekly: 60",
      "*Will be set for 2 people, starting Mon, Nov 2*",
      "• Ana Torres: *60*, no target before",
      "• Ben Okafor: 50 → *60*, 10 more",
      "This week, Mon, Oct 26 – Sun, Nov 1, stays as it is.",
      "*Won't be set for 1 person*",
      "• Ned Ward: That's already the target.",
    ]);
    expect(await harness.log({ limit: 9 })).toHaveLength(2);
    // Back closes what stands above the form, which has what was entered.
    await harness.slack.closeView({ user: "U0MAX" });
    await is(harness, "goals_form");
    await submit(harness, { from: { from: MONDAY } });
    expect(harness.modalSays("U0MAX").slice(0, 5)).toEqual([
      "# Calls, weekly: 60",
      "*Will be set for 1 person, starting Mon, Oct 26*",
      "• Ana Torres: *60*, no target before",
      "*Won't be set for 2 people*",
      "• Ben Okafor: This week keeps its target. Pick today or later.",
    ]);
    await submit(harness);

    expect(harness.modalSays("U0MAX").slice(1)).toEqual([
      "*Calls, weekly: 60*, starting Mon, Oct 26",
      "• Ana Torres: *60*, no target before",
      "Each rep hears of it in their next digest. Log: `/goals log`.",
    ]);
    expect((await harness.goalsSay("U0ANA")).join("\n")).toContain("Week: *0 of 60*");
    const [line] = await harness.log({ userIds: ["U0ANA"], limit: 9 });
    expect(line).toMatchObject({ ...CALLS, by: "U0MAX", from: null, to: 60, since: MONDAY, toldIn: null });
    expect([harness.dm("U0ANA"), harness.dm("U0BEN"), harness.entries.at("warn", "error")]).toEqual([[], [], []]);
  });

  it("are all saved or none: what changed while they were looked at is shown and marked, and can be saved then", async () => {
    const harness = await open();
    await openSeveral(harness);
    await submit(harness, pick(["U0ANA", "U0BEN", "U0NEW"]));
    await harness.edit(set("U0BEN", 30, TODAY));

    await submit(harness);

    expect(harness.modalSays("U0MAX").slice(0, 5)).toEqual([
      expect.stringMatching(/^⚠️ \*Something changed while you were looking, so nothing was saved\.\*/),
      "# Calls, weekly: 60",
      "*Will be set for 3 people, starting Mon, Nov 2*",
      "• Ana Torres: *60*, no target before",
      "• Ben Okafor: 30 → *60*, 30 more (⚠️ changed just now)",
    ]);
    expect(await weekly(harness)).toEqual([["U0BEN", 30]]);
    const form: ModalView = JSON.parse(JSON.stringify(harness.modal("U0MAX")?.view));
    await submit(harness);
    const [lead, title] = harness.modalSays("U0MAX");
    expect([lead, title]).toEqual(["✅ *3 goals set*", "*Calls, weekly: 60*, starting Mon, Nov 2"]);
    expect(await weekly(harness)).toEqual(["U0ANA", "U0BEN", "U0NEW"].map((userId) => [userId, 60]));

    // Pressed twice: the second comes with the form as it was.
    await harness.forgeModal("U0MAX", form);
    await submit(harness);
    expect(harness.modalSays("U0MAX")).toEqual([
      "# Calls, weekly: 60",
      "Everything here is set already.",
      "*Won't be set for 3 people*",
      ...["Ana Torres", "Ben Okafor", "Ned Ward"].map((name) => `• ${name}: That's already the target.`),
    ]);
    expect(await harness.log({ limit: 9 })).toHaveLength(4);
  });

  it("are theirs to set alone: others cannot be picked, and a right that is lost is lost at the saving", async () => {
    const harness = await open();
    const editor = { by: "U0NEW", at: new Date("2026-10-20T14:00:00Z") };
    const make = (name: string, members: readonly string[], managers: readonly string[]) =>
      harness.teams.create({ name, members, since: null, managers }, editor);
    const west = await make("West", ["U0ANA", "U0NEW"], ["U0MAX"]);
    const east = await make("East", ["U0BEN"], []);
    const north = await make("North", [], ["U0MAX"]);
    const south = await make("South", [], ["U0MAX"]);
    await openSeveral(harness);
    const shown = JSON.stringify(harness.modal("U0MAX")?.view);
    expect([shown.includes("U0ANA"), shown.includes("U0BEN"), shown.includes("East")]).toEqual([true, false, false]);
    const empty = await submit(harness, { ...WHAT, people: { people: [`team:${north.ok ? north.team._id : ""}`] } });
    expect(empty.errors).toEqual({ people: "Nobody is on that team today." });
    const people = [north, south].map((made) => `team:${made.ok ? made.team._id : ""}`);
    const both = await submit(harness, { ...WHAT, people: { people } });
    expect(both.errors).toEqual({ people: "Nobody is on those teams today." });
    const whole = west.ok ? west.team._id : "";
    const theirs = east.ok ? east.team._id : "";
    const offered = JSON.stringify(harness.modal("U0MAX")?.view);
    await harness.forgeModal("U0MAX", JSON.parse(offered.replaceAll(whole, theirs)));
    const forged = await submit(harness, { ...WHAT, people: { people: [`team:${theirs}`] } });
    expect(forged.errors).toEqual({ people: "Pick a team of yours." });
    await harness.forgeModal("U0MAX", JSON.parse(offered));
    await submit(harness, { ...WHAT, people: { people: [`team:${whole}`] } });
    expect(harness.modalSays("U0MAX")[1]).toBe("*Will be set for 2 people, starting Mon, Nov 2*");

    if (west.ok)
      await harness.teams.edit(whole, { ...editor, edit: { kind: "members", userIds: ["U0ANA"], on: TODAY } });
    await submit(harness);

    expect(harness.modalSays("U0MAX").slice(2)).toEqual([
      "*Will be set for 1 person, starting Mon, Nov 2*",
      "• Ana Torres: *60*, no target before",
      "This week, Mon, Oct 26 – Sun, Nov 1, stays as it is.",
      "*Won't be set for 1 person*",
      "• Ned Ward: You can't set their goals. (⚠️ changed just now)",
    ]);
    expect(await weekly(harness)).toEqual([]);
    await submit(harness);
    expect(await weekly(harness)).toEqual([["U0ANA", 60]]);
  });

  it("of last month come back for whom they ended, and what this month has stays", async () => {
    const harness = await open();
    await test.db.collection<object>("goals").insertMany([
      { _id: "a", userId: "U0ANA", ...CALLS, targets: [{ from: "2026-09-07", target: 40 }], current: 0, active: false },
      { _id: "b", userId: "U0BEN", ...CALLS, targets: [{ from: "2026-09-07", target: 45 }], current: 0, active: true },
    ] as never);
    await test.db.collection<object>("goal_changes").insertOne({
      ...{ _id: "x", goalId: "a", userId: "U0ANA", ...CALLS, kind: "archive", since: "2026-10-05", from: 40, to: null },
      ...{ at: new Date("2026-10-05T14:00:00Z"), by: "U0NEW" },
    } as never);
    await openCopy(harness);
    await submit(harness, { people: { people: ["team:everyone"] } });

    expect(harness.modalSays("U0MAX")).toEqual([
      "# Goals of Sep 2026",
      "*Will be set for 1 person*",
      "• Ana Torres (Calls, weekly): set to *40* starting Mon, Oct 26.",
      "*Already set for this month, so it stays*",
      "• Ben Okafor (Calls, weekly): *45*",
      "*Won't be set for 2 people*",
      "• Max Weber: Had no goals last month.",
      "• Ned Ward: Had no goals last month.",
    ]);
    await submit(harness);
    expect(harness.modalSays("U0MAX")[0]).toBe("✅ *1 goal set*");
    await harness.slack.closeView({ user: "U0MAX" });
    expect(harness.slack.modals("U0MAX")).toEqual([]);
    expect(await weekly(harness)).toEqual([
      ["U0ANA", 40],
      ["U0BEN", 45],
    ]);

    await openCopy(harness);
    await submit(harness, { people: { people: ["U0ANA", "U0BEN"] } });
    expect(harness.modal("U0MAX")?.view).not.toHaveProperty("submit");
    expect(harness.modal("U0MAX")?.view).toMatchObject({ close: { text: "Back" } });
    expect(harness.modalSays("U0MAX").slice(0, 2)).toEqual(["# Goals of Sep 2026", "Nobody gets anything new."]);
  });
});
