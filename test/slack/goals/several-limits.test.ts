import { viewFaults } from "../../../src/demo/slack/rules/views";
import type { Person } from "../../../src/people/person";
import { aPerson } from "../../support/builders/people";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { goalsHarness } from "../../support/harness/goals";
import { eventually } from "../../support/wait";

const WHAT = { metric: { metric: "phone_call_quantity" }, period: { period: "weekly" } };

describe("goals that a manager sets for very many people", () => {
  const test = testDatabase();
  const { commands, db: watched } = monitoredDatabase(test);
  const closed = closedAfterEach();

  it("are two hundred people's at once, within Slack's limits, by as many queries as for two", async () => {
    const harness = closed(await goalsHarness({ ...test, db: watched() }));
    const people = Array.from({ length: 210 }, (_, index) => {
      return aPerson(`U0123456${100 + index}`, { name: `<!channel> *${"Ñ".repeat(60)}* ${100 + index}` });
    });
    await test.db.collection<Person>("users").insertMany(people);
    const submit = (entries: Parameters<typeof harness.slack.submitView>[0]["entries"] = {}) =>
      harness.slack.submitView({ user: "U0MAX", entries });
    const openSeveral = async () => {
      await harness.pressForged("U0MAX", { actionId: "goals_several", value: "" });
      await eventually(() => harness.modal("U0MAX")?.view.callback_id === "goals_form");
    };
    const faultsIn = () => {
      const { title, submit: label, blocks, private_metadata: metadata } = harness.modal("U0MAX")?.view ?? {};
      return viewFaults({ type: "modal", title, submit: label, blocks, private_metadata: metadata }, "modal");
    };
    const saved = async (count: number, target: string) => {
      await openSeveral();
      expect(faultsIn()).toEqual([]);
      commands.length = 0;
      const picked = people.slice(0, count).map(({ _id }) => _id);
      await submit({ people: { people: picked }, ...WHAT, target: { target } });
      expect(faultsIn()).toEqual([]);
      await submit();
      const asked = commands.splice(0).sort();
      expect(harness.modalSays("U0MAX")[0]).toBe(`✅ *${count} goals set*`);
      expect(faultsIn()).toEqual([]);
      return asked;
    };

    const few = await saved(2, "60");

    // Those of two are there by then, so that goals are changed besides those that are made.
    expect(await saved(200, "70")).toEqual(few.concat("update").sort());
    await openSeveral();
    expect((await submit({ ...WHAT, target: { target: "60" }, people: { people: ["team:everyone"] } })).errors).toEqual(
      {
        people: "That's 214 people. Pick at most 200.",
      },
    );
    expect(harness.entries.at("warn", "error")).toEqual([]);
  });
});
