import { addDays } from "../../../src/time/day";
import { saveFigures } from "../../support/builders/goals";
import { aTeam } from "../../support/builders/teams";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { type GoalsHarness, goalsHarness, TODAY } from "../../support/harness/goals";
import { pressable } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const MAX = "U0MAX";
const WHAT = { type: "email_quantity", period: "daily" } as const;

/** Max manages West, of which Ana is, and Ben since today; Ben is of East. */
describe("a team's figures", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  let harness: GoalsHarness;
  beforeEach(async () => {
    harness = closed(await goalsHarness(test));
    const members = [
      { userId: "U0ANA", from: null },
      { userId: "U0BEN", from: TODAY },
    ];
    await test.db
      .collection<{ _id: string }>("teams")
      .insertMany([
        aTeam("west", { name: "West Coast", members, managers: [MAX] }),
        aTeam("east", { name: "East", people: ["U0BEN"] }),
      ]);
    for (const team of ["west", "east"]) {
      await harness.edit({ key: { team, ...WHAT }, edit: { kind: "set", target: 20, from: TODAY }, by: "U0NEW" });
    }
    const mail = { type: "email_quantity", value: 5 } as const;
    const figures = [
      { ...mail, userId: "U0ANA", before: 0 },
      { ...mail, userId: "U0BEN", before: 0 },
      { ...mail, userId: "U0BEN", before: 1 },
    ];
    await saveFigures(test.db, { today: TODAY, figures });
  });

  it("say why by a button of an earlier message: the sum of its members' parts on their days, in a modal", async () => {
    const shown = await harness.goalsSay(MAX, "team");
    expect(shown.join("\n")).toContain("🟢 *Emails*: 10 of 20 today, on pace");
    expect(shown.join("\n")).toContain(
      "On this team for some days only: Ben Okafor since Oct 28. Team goals and the CSV's *Actual* count just those days; a person's own goals count all of theirs.",
    );

    const value = "email_quantity team:west 2026-10-28 2026-10-28 0";
    await harness.pressForged(MAX, { actionId: "why_email_quantity", value });

    await eventually(() => harness.modalSays(MAX)[0] === "# Emails of West Coast, Wed, Oct 28");
    expect(harness.modalSays(MAX).slice(1, 4)).toEqual(["*10* is the sum of:", "• Ana Torres: 5", "• Ben Okafor: 5"]);
  });

  it("say why by one button of the whole answer, whose menu names the people and the team", async () => {
    for (const userId of ["U0ANA", "U0BEN"]) {
      await harness.edit({ key: { userId, ...WHAT }, edit: { kind: "set", target: 9, from: TODAY }, by: "U0NEW" });
    }
    await harness.goalsSay(MAX, "team");
    const { channel, ts } = harness.shown(MAX).at(-1) ?? { channel: "", ts: "" };
    await harness.slack.action({ user: MAX, from: { channel, messageTs: ts }, actionId: "why_goal" });

    const menu = (): readonly string[] =>
      JSON.stringify(harness.modal(MAX)?.view ?? "").match(/(?<="text":")[^"]*: Emails, [^"]*/g) ?? [];
    await eventually(() => menu().length > 0);
    expect([...new Set(menu())].sort()).toEqual([
      "Ana Torres: Emails, Wed, Oct 28",
      "Ben Okafor: Emails, Wed, Oct 28",
      "West Coast: Emails, Wed, Oct 28",
    ]);
    const of = "email_quantity team:west 2026-10-28 2026-10-28 0";
    await harness.slack.action({
      user: MAX,
      from: { viewId: harness.modal(MAX)?.id ?? "" },
      actionId: "why_figure",
      value: of,
    });
    await eventually(() => harness.modalSays(MAX).includes("# Emails of West Coast, Wed, Oct 28"));
  });

  it("say why from a menu in a Home of before, which is drawn anew", async () => {
    const own = { userId: "U0ANA", type: "phone_call_quantity", period: "weekly" } as const;
    await harness.edit({ key: own, edit: { kind: "set", target: 20, from: addDays(TODAY, -7) }, by: "U0NEW" });
    await saveFigures(test.db, { today: TODAY, figures: [{ ...own, before: 1, value: 4 }] });
    await harness.openHome(MAX);
    await eventually(() => pressable(harness.home(MAX)).includes("team_more"));
    await harness.app.idle();
    const drawn = () => harness.slack.calls.filter(({ method }) => method === "views.publish").length;
    const before = drawn();

    const value = "phone_call_quantity team:west 2026-10-26 2026-11-01 0 sum:weekly";
    await harness.pressForged(MAX, { actionId: "why_pick", value });

    await eventually(() => harness.modalSays(MAX)[0]?.startsWith("# Calls of West Coast"));
    await eventually(() => drawn() > before);
  });

  it("say why of a team by its name in a command, for whoever may see the team", async () => {
    const said = (await harness.goalsSay(MAX, "why emails west coast this month")).join("\n");

    expect(said).toContain("Emails of West Coast");
    expect(said).toContain("• Ben Okafor: 5, Wed, Oct 28 – Sat, Oct 31");
    expect((await harness.goalsSay("U0NEW", "why emails team East today")).join("\n")).toContain("Emails of East");
  });

  it("are refused of East to the manager of West, and of West to its reps, by a made-up button as well", async () => {
    const value = (team: string) => `email_quantity team:${team} ${TODAY} ${TODAY} 0`;
    for (const [user, team] of [
      [MAX, "east"],
      [MAX, "everyone"],
      ["U0ANA", "west"],
    ] as const) {
      await harness.pressForged(user, { actionId: "why_goal", value: value(team) });
      await eventually(() => /^Only a team's managers and admins/.test(harness.modalSays(user)[0] ?? ""));
      await harness.slack.closeView({ user });
    }
  });

  it("have a log of the goals of one team, by its name", async () => {
    expect((await harness.goalsSay(MAX, "log team west coast")).slice(0, 2)).toEqual([
      "*Changes to West Coast's goals*, newest first",
      expect.stringMatching(/Emails, daily\*: set to \*20\* starting .* by Ned Ward, 5:04 PM EDT$/),
    ]);
    expect(await harness.goalsSay(MAX, "log team east")).toEqual([
      expect.stringMatching(/^Only their managers and admins can see other people's goal log/),
    ]);
    expect((await harness.goalsSay("U0NEW", "log team north")).join("\n")).toMatch(/^I don't know “team north”\./);
  });
});
