import { refusalStore } from "../../../src/people/refusal-store";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { goalsHarness } from "../../support/harness/goals";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const ADMIN = "U0NEW";

describe("what somebody may not do", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  const kept = () => test.db.collection("refusals").find().sort({ at: 1 }).toArray();

  it("is kept and logged once a minute for each person, with who, what and when, and shown to admins", async () => {
    const harness = closed(await goalsHarness(test));
    const logged = () => harness.entries.at("info").filter(({ message }) => message === "Refused what others may do");

    await harness.goalsSay("U0ANA", "team");
    await harness.goalsSay("U0ANA", "deliveries");
    await harness.goalsSay("U0BEN", "deliveries");
    await harness.command("U0GUEST", "/goals", "");
    await eventually(async () => (await kept()).length === 3);

    expect((await kept()).map(({ userId, role, what, doing }) => [userId, role, what, doing]).sort()).toEqual([
      ["U0ANA", "rep", "see-team", "/goals team"],
      ["U0BEN", "rep", "see-runs", "/goals deliveries"],
      ["U0GUEST", "outsider", "anything", "/goals"],
    ]);
    expect(logged().length).toBe(3);
    const value = JSON.stringify({ tab: "admin", part: "roles" });
    await harness.pressForged(ADMIN, { actionId: "home_roles", value });
    const shown = await eventually(() =>
      lines(harness.home(ADMIN)).find((line) => line.includes("Ana Torres* tried to")),
    );
    expect(shown).toMatch(/• \*Ana Torres\* tried to see or post the team's figures, .+ \(`\/goals team`\)/);
  });

  it("is kept again in the next minute, by whichever process sees it first", async () => {
    const [one, other] = [refusalStore(test.db), refusalStore(test.db)];
    const refusal = { userId: "U1", role: "rep", what: "give-roles", doing: "role_form" } as const;
    const at = (time: string) => ({ ...refusal, at: new Date(`2026-10-28T${time}Z`) });

    const first = await Promise.all([one.record(at("12:00:01")), other.record(at("12:00:02"))]);

    expect(first.filter((isFirst) => isFirst)).toEqual([true]);
    expect(await one.record(at("12:00:59"))).toBe(false);
    expect(await one.record(at("12:01:00"))).toBe(true);
    expect((await one.latest(5)).map((each) => each.at.getUTCMinutes())).toEqual([1, 0]);
  });

  it("is refused all the same while it cannot be kept", async () => {
    const harness = closed(await goalsHarness(test));
    Object.assign(harness.deps.refusals, { record: () => Promise.reject(new Error("no database")) });

    expect(await harness.goalsSay("U0ANA", "team")).toEqual([expect.stringMatching(/managers and admins/)]);
  });
});
