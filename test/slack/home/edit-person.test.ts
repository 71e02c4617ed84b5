import { addDays, type Day, day } from "../../../src/time/day";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { type GoalsHarness, goalsHarness } from "../../support/harness/goals";
import { eventually } from "../../support/wait";

const ADMIN = "U0NEW";

describe("a person whom an admin edits in App Home", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  let harness: GoalsHarness;
  beforeEach(async () => {
    harness = closed(await goalsHarness(test));
  });

  const person = (id: string) => test.db.collection<{ _id: string }>("users").findOne({ _id: id });
  const modal = () => JSON.stringify(harness.slack.modals(ADMIN).at(-1)?.blocks);
  const submit = (entries: NonNullable<Parameters<typeof harness.slack.submitView>[0]["entries"]>) =>
    harness.slack.submitView({ user: ADMIN, entries });
  async function open(who: string) {
    await harness.pressForged(ADMIN, { actionId: "edit_person", value: "" });
    await eventually(() => harness.slack.modals(ADMIN).length > 0);
    return submit({ person: { person: who } });
  }

  /** Opens Ana's form, and gives the day that it offers first: today. */
  async function opened(): Promise<Day> {
    await open("U0ANA");
    return day(
      /"since","initial_date":"([^"]+)"|"initial_date":"([^"]+)","action_id":"since"/
        .exec(modal())
        ?.slice(1)
        .find(Boolean) ?? "",
    );
  }

  it("gets a week, a first day and addresses of their own, which the form shows when it is opened again", async () => {
    await open("U0ANA");
    const saved = await submit({
      workdays: { workdays: ["1", "2", "4"] },
      start: { start: "2026-10-12" },
      addresses: { addresses: "Ana.T@acme.com, ana@partner.example\nana.t@acme.com" },
    });

    expect(saved.errors).toEqual({});
    expect(await person("U0ANA")).toMatchObject({
      schedule: { workdays: [1, 2, 4], startDate: "2026-10-12" },
      addresses: ["ana.t@acme.com", "ana@partner.example"],
    });
    await open("U0ANA");
    expect(modal()).toContain('"initial_value":"ana.t@acme.com\\nana@partner.example"');
    expect(modal()).toContain('"initial_date":"2026-10-12"');
  });

  it("keeps the week that they had before the day from which the new one holds, which may be corrected", async () => {
    const today = await opened();
    await submit({ workdays: { workdays: ["1", "2"] } });

    const formerWeeks = [{ through: addDays(today, -1) }];
    expect(await person("U0ANA")).toMatchObject({ schedule: { workdays: [1, 2], formerWeeks } });
    await opened();
    expect(modal()).toContain("keep the week they had (the team's before ");
    const { errors } = await submit({ since: { since: addDays(today, 1) } });
    expect(errors).toEqual({ since: "A week starts today or earlier: set one of a later day on that day." });
    await submit({ since: { since: addDays(today, -7) } });
    expect(await person("U0ANA")).toMatchObject({
      schedule: {
        workdays: [1, 2],
        formerWeeks: [{ through: addDays(today, -8) }],
      },
    });
  });

  it("keeps nothing of what is left blank", async () => {
    const before = await person("U0ANA");
    await open("U0ANA");
    await submit({ workdays: { workdays: ["1"] }, addresses: { addresses: "x@y.example" } });
    await open("U0ANA");

    await submit({ workdays: { workdays: [] }, start: { start: null }, addresses: { addresses: null } });

    expect(await person("U0ANA")).toEqual({ ...before, schedule: {} });
  });

  it.each([
    ["u0ben@acme.example", "u0ben@acme.example is already Ben Okafor's."],
    ["somebody", '"somebody" isn\'t an email address.'],
  ])("is refused %j as an address, and nothing changes", async (address, words) => {
    const before = await person("U0ANA");
    await open("U0ANA");

    const { errors } = await submit({ addresses: { addresses: address } });

    expect([errors, await person("U0ANA")]).toEqual([{ addresses: words }, before]);
  });

  it("is nobody whom no sync has seen", async () => {
    const { errors } = await open("U0GUEST");

    expect(errors).toEqual({ person: "Pick a full member a sync has already seen." });
  });
});
