import type { ModalView } from "@slack/types";
import { addDays } from "../../../src/time/day";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { type GoalsHarness, goalsHarness, TODAY } from "../../support/harness/goals";
import { eventually } from "../../support/wait";

const CALLS = { type: "phone_call_quantity", period: "weekly" } as const;
const WHAT = { metric: { metric: CALLS.type }, period: { period: CALLS.period }, target: { target: "60" } };
const NOON = new Date("2026-10-28T16:00:00Z");
const [MAX, NED] = ["U0MAX", "U0NEW"];

/** Max manages, Ned is an admin. Ana has no goal, Ben has one, and Ned had one. */
describe("goals of several people that were saved", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  let harness: GoalsHarness;
  let now: Date;
  beforeEach(async () => {
    now = NOON;
    harness = closed(await goalsHarness(test, { now: () => now }));
    const old = [{ from: "2026-08-03", target: 40 }];
    await test.db.collection<object>("goals").insertMany([
      { _id: "U0BEN phone_call_quantity weekly", userId: "U0BEN", ...CALLS, targets: old, current: 0, active: true },
      { _id: "by-hand", userId: NED, ...CALLS, targets: old, current: 7, active: false },
    ] as never);
    await test.db.collection<object>("goal_changes").insertOne({
      ...{ _id: "x", goalId: "by-hand", userId: NED, ...CALLS, kind: "archive", since: "2026-08-20" },
      ...{ from: 40, to: null, at: new Date("2026-08-20T14:00:00Z"), by: NED },
    } as never);
  });

  const goals = async () =>
    (await harness.goals()).map(({ userId, targets, active }) => [userId, targets.map(({ target }) => target), active]);
  const log = async () =>
    (await harness.log({ limit: 50 })).map(({ userId, kind, from, to }) => [userId, kind, from, to]);
  const pressUndo = (user: string) =>
    harness.slack.action({ user, from: { viewId: harness.modal(user)?.id ?? "" }, actionId: "goals_undo" });

  /** Max saves 60 calls a week for three people. */
  async function save(people = ["U0ANA", "U0BEN", NED]): Promise<ModalView> {
    await harness.pressForged(MAX, { actionId: "goals_several", value: "" });
    await eventually(() => harness.modal(MAX)?.view.callback_id === "goals_form");
    await harness.slack.submitView({ user: MAX, entries: { people: { people }, ...WHAT } });
    await harness.slack.submitView({ user: MAX, entries: {} });
    await eventually(() => harness.modalSays(MAX)[0] === `✅ *${people.length} goals set*`);
    const { title, blocks } = JSON.parse(JSON.stringify(harness.modal(MAX)?.view));
    return { type: "modal", title, blocks };
  }

  it("are as they were before by one press: archived ones, too, new ones archived, with a line of the log each and nothing told", async () => {
    const before = await goals();
    await save();
    expect(await goals()).toEqual([
      ["U0ANA", [60], true],
      ["U0BEN", [40, 60], true],
      [NED, [60], true],
    ]);

    await pressUndo(MAX);

    await eventually(() => harness.modalSays(MAX)[0] === "↩️ *Undone.* 3 goals as before.");
    expect(harness.modalSays(MAX).slice(1)).toEqual([
      "• Ana Torres (Calls, weekly): archived.",
      "• Ben Okafor (Calls, weekly): 60 → *40* starting Mon, Nov 2.",
      "• Ned Ward (Calls, weekly): archived.",
    ]);
    expect(await goals()).toEqual([["U0ANA", [60], false], ...before]);
    const undone = (await log()).slice(0, 3).sort();
    expect(undone).toEqual([
      ["U0ANA", "archive", null, null],
      ["U0BEN", "withdraw", 60, 40],
      [NED, "archive", null, null],
    ]);
    expect((await harness.goalsSay("U0ANA")).join("\n")).not.toContain("Calls");
    // When Ned's goal ended is still known, so that nothing of last month comes back that was not there.
    expect(await harness.deps.goalEdits.archivedOn([NED, "U0ANA"])).toEqual(new Map([["by-hand", "2026-08-20"]]));
    expect(harness.entries.at("warn", "error")).toEqual([]);
  });

  it("are set back once by two presses", async () => {
    const saved = await save();
    for (let press = 0; press < 2; press += 1) {
      await harness.forgeModal(MAX, saved);
      await pressUndo(MAX);
      await eventually(() => harness.modalSays(MAX)[0]?.startsWith("↩️ *Undone.* 3 goals"));
    }

    expect(await harness.log({ limit: 50 })).toHaveLength(7);
  });

  it("stay all as they are where somebody changed one since, which is named", async () => {
    await save();
    const edit = { kind: "set", target: 70, from: addDays(TODAY, 5) } as const;
    await harness.edit({ key: { userId: "U0BEN", ...CALLS }, edit, by: NED });
    const [before, lines] = [await goals(), await log()];

    await pressUndo(MAX);

    await eventually(() => harness.modalSays(MAX)[0]?.startsWith("Changed since"));
    expect(harness.modalSays(MAX)).toEqual(["Changed since: Ben Okafor (Calls, weekly). Nothing was undone."]);
    expect([await goals(), await log()]).toEqual([before, lines]);
  });

  it.each([
    ["an hour later", MAX, 3_600_000, /^That was more than 30 minutes ago\./],
    ["half an hour later", MAX, 1_800_000, /^↩️ \*Undone\.\*/],
    ["by an admin", NED, 0, /^↩️ \*Undone\.\*/],
    ["by a rep", "U0ANA", 0, /manager/],
  ])("are set back for half an hour, by whoever set them or an admin: %s", async (_when, user, later, said) => {
    const saved = await save();
    now = new Date(NOON.getTime() + later);
    if (user !== MAX) await harness.pressForged(user, { actionId: "goals_several", value: "" });
    await eventually(() => harness.modal(user) !== undefined);
    await harness.forgeModal(user, saved);

    await pressUndo(user);

    await eventually(() => said.test(harness.modalSays(user)[0] ?? ""));
    expect((await goals()).find(([userId]) => userId === "U0ANA")).toEqual([
      "U0ANA",
      [60],
      !String(said).includes("Undone"),
    ]);
  });

  it("stay where their manager may set them no more", async () => {
    const saved = await save();
    const west = { name: "West", members: ["U0BEN"], since: null, managers: [MAX] };
    await harness.teams.create(west, { by: NED, at: new Date("2026-10-20T14:00:00Z") });
    await harness.forgeModal(MAX, saved);

    await pressUndo(MAX);

    await eventually(() => harness.modalSays(MAX)[0] === "Only whoever set these goals or an admin can undo that.");
    expect((await goals()).every(([, , active]) => active)).toBe(true);
  });

  it("are not set back by another manager", async () => {
    const saved = await save();
    await test.db.collection<{ _id: string }>("users").updateOne({ _id: "U0BEN" }, { $set: { role: "manager" } });
    await harness.pressForged("U0BEN", { actionId: "goals_several", value: "" });
    await eventually(() => harness.modal("U0BEN") !== undefined);
    await harness.forgeModal("U0BEN", saved);

    await pressUndo("U0BEN");

    await eventually(() => harness.modalSays("U0BEN")[0] === "Only whoever set these goals or an admin can undo that.");
    expect((await goals()).every(([, , active]) => active)).toBe(true);
  });

  it("have nothing to set back where the batch is gone", async () => {
    const saved = await save();
    const forged = (value: string) =>
      JSON.parse(JSON.stringify(saved).replace(/"change-\d+ \d+"/, JSON.stringify(value)));
    await harness.forgeModal(MAX, forged(`change-0000 ${NOON.getTime()}`));

    await pressUndo(MAX);

    await eventually(() => harness.modalSays(MAX)[0] === "These goals aren't there anymore.");
  });
});
