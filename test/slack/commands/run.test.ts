import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import { aReport } from "../../support/builders/reports";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { boardDeps } from "../../support/harness/digests/boards";
import { type GoalsHarness, goalsHarness } from "../../support/harness/goals";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const [ANA, MAX] = ["U0ANA", "U0MAX"];

/** Max manages, Ana does not. */
describe("a button below help, or below what was not understood", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  let harness: GoalsHarness;
  beforeEach(async () => {
    harness = closed(await goalsHarness(test, boardDeps(test, { now: () => new Date("2026-10-28T16:00:00Z") })));
  });

  const valuesOf = (blocks: unknown) =>
    [...JSON.stringify(blocks).matchAll(/"value":"([\w ]+)"/g)].map(([, value]) => value);
  const answers = (user: string) => harness.shown(user).map(({ blocks }) => JSON.parse(JSON.stringify(blocks)));
  async function press(user: string, actionId: string, value: string) {
    const { channel, ts: messageTs } = await eventually(() => harness.shown(user).at(-1) ?? null);
    return harness.slack.action({ user, from: { channel, messageTs }, actionId, value });
  }

  it("shows what was meant below what was typed, which stays", async () => {
    await harness.command(ANA, "/goals", "bord");
    const [typed] = await eventually(() => answers(ANA).length === 1 && answers(ANA));
    expect(lines(typed)).toEqual([
      "I don't know “bord”. Did you mean `/goals board`? More: `/goals help`.",
      "[goals_run]",
    ]);
    expect(JSON.stringify(typed)).toContain('"text":"Show leaderboard"');

    await press(ANA, "goals_run", "board");

    const shown = await eventually(() => answers(ANA).length === 2 && answers(ANA));
    expect(lines(shown[0])[0]).toMatch(/^I don't know “bord”/);
    expect(lines(shown[1])[0]).toMatch(/leaderboard/i);
  });

  it.each(["why", "trend"])(
    "puts a metric behind %s right in the whole question, without whom one may not see",
    async (command) => {
      const meant = async (user: string, text: string) =>
        /Did you mean `([^`]+)`/.exec((await harness.goalsSay(user, text)).join("\n"))?.[1];

      for (const typed of ["cals team last week", "cals <@U0BEN|ben> last week"]) {
        expect(await meant(ANA, `${command} ${typed}`)).toBe(`/goals ${command} calls last week`);
      }
      expect(await meant(MAX, `${command} cals team last week`)).toBe(`/goals ${command} calls team last week`);
      expect(await meant(MAX, `${command} cals <@U0BEN|ben>`)).toBe(`/goals ${command} calls @rep`);
    },
  );

  it("syncs the days that may have been meant", async () => {
    await harness.command(ANA, "/sync", "lst weeek");
    const [typed] = await eventually(() => answers(ANA).length === 1 && answers(ANA));
    expect(JSON.stringify(typed)).toContain('"text":"Sync last week"');

    await press(ANA, "sync_now", "last week");

    const run = await eventually(() => harness.sync.runs[0]);
    expect(run.ask.range).toEqual({ from: "2026-10-19", to: "2026-10-25" });
    run.end(aReport());
  });

  it("has the three commands of each day below them in help, beside these a manager's team, and opens all others in its place", async () => {
    const topics = ["help why", "help trend", "help digest"];
    for (const [user, values, opened] of [
      [ANA, ["me", "why calls", "help more"], ["me", "why calls", ...topics]],
      [MAX, ["me", "why calls", "team", "help more"], ["me", "why calls", "team", ...topics, "help set", "help team"]],
    ] as const) {
      await harness.command(user, "/goals", "help");
      const help = (await eventually(() => answers(user).length === 1 && answers(user)))[0];
      expect(valuesOf(help)).toEqual(values);
      expect(lines(help).join()).not.toContain("/goals log");

      await press(user, "goals_more", "help more");

      const all = (await eventually(() => lines(answers(user)[0]).join().includes("/goals log") && answers(user)))[0];
      expect([answers(user).length, valuesOf(all)]).toEqual([1, opened]);
      expect(blockFaults(all, "message")).toEqual([]);
    }
  });

  it("asks for rights when it is pressed: a rep who hands in a manager's button sees no team", async () => {
    await harness.pressForged(ANA, { actionId: "goals_run", value: "team" });

    const [said] = await eventually(() => answers(ANA).length > 0 && answers(ANA));
    expect(lines(said)).toEqual(["Only a team's managers and admins can see its goals. Yours: `/goals`."]);
  });

  it("runs nothing but what buttons of ours carry", async () => {
    await harness.pressForged(ANA, { actionId: "goals_run", value: "archive calls weekly" });

    const [said] = await eventually(() => answers(ANA).length > 0 && answers(ANA));
    expect(lines(said).join()).toMatch(/reference/);
  });
});
