import { viewFaults } from "../../../../src/demo/slack/rules/views";
import type { Goal } from "../../../../src/goals/goal";
import type { Person } from "../../../../src/people/person";
import { day } from "../../../../src/time/day";
import { aGoal } from "../../../support/builders/goals";
import { aPerson } from "../../../support/builders/people";
import { testDatabase } from "../../../support/env/database";
import { monitoredDatabase } from "../../../support/env/monitored-database";
import { saveTeam, storedTeamDeps } from "../../../support/harness/home";
import { type SlackHarness, slackHarness } from "../../../support/harness/slack";
import { lines } from "../../../support/harness/slack-blocks";
import { eventually } from "../../../support/wait";

const today = day("2026-10-28");

describe("the team's page in App Home", () => {
  const test = testDatabase();
  const { commands, db: watched } = monitoredDatabase(test);
  let harness: SlackHarness;
  beforeEach(async () => {
    await test.db.collection<Person>("users").insertOne(aPerson("U0MAX", { name: "Max", role: "manager" }));
    harness = await slackHarness({ deps: storedTeamDeps(watched(), today) });
  });
  afterEach(() => harness.close());

  const shown = () => lines(harness.home("U0MAX"));
  const shows = (text: string) => eventually(() => shown().includes(text));
  const firstRow = () =>
    harness.home("U0MAX").find((block) => block.type === "section" && /Rep/.test(block.text?.text ?? ""));

  it("gives a manager everybody's pace, page by page and by metric, and one person's goals", async () => {
    await saveTeam(test.db, { size: 14, today });
    await harness.openHome("U0MAX");

    await shows("# Who needs you");
    expect(shown()).toEqual(expect.arrayContaining(["# Team goals", "No goals or figures yet: Max"]));
    await harness.press("U0MAX", "team_everybody");
    await shows("Page 1 of 2");
    expect(firstRow()).toMatchObject({
      text: {
        text: expect.stringMatching(
          /^\*Rep 1000\*: 🔴\s1\sbehind\nEmails: \*321 behind\* this month; 1\sdone\stoday, 375\sto\sgo, out\sof\sreach\sat\sthis\srate$/,
        ),
      },
    });

    await harness.slack.action({
      user: "U0MAX",
      from: { home: "U0MAX" },
      actionId: "team_metric",
      value: '{"tab":"team","metric":"email_quantity","page":1}',
    });
    await shows(
      "*Rep 1000*: ▰▱▱▱▱▱▱▱▱▱ 6% monthly, 25 of 400 🔴 behind by 321; 1 done today, 375 to go, out of reach at this rate",
    );
    await harness.press("U0MAX", "home_on");
    await shows("Page 2 of 2");
    expect(firstRow()).toMatchObject({ text: { text: expect.stringContaining("*Rep 1012*") } });

    await harness.slack.action({
      user: "U0MAX",
      from: { home: "U0MAX" },
      actionId: "team_person",
      blockId: firstRow()?.block_id ?? "",
    });
    await shows("# Rep 1012");
    await harness.press("U0MAX", "team_back");
    await shows("Page 2 of 2");
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("is where a manager's Home opens, with their own today in a line; who chose their own page finds it again after a restart", async () => {
    await saveTeam(test.db, { size: 2, today });
    await test.db.collection<Goal>("goals").insertOne(aGoal("own", { userId: "U0MAX" }));
    await harness.openHome("U0MAX");
    await shows("# Who needs you");

    expect(shown()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^🔴 You're behind in 1 goal\. You need today: 134 emails$/)]),
    );
    expect(shown().join("\n")).not.toContain("<@U0MAX>");
    await harness.press("U0MAX", "home_me");
    await shows("# Wed, Oct 28");
    expect(harness.slack.home("U0MAX")?.view.private_metadata).toContain('"tab":"me"');
  });

  it("is drawn by as many queries for 200 people with 20,000 figures as for two, within Slack's limits", async () => {
    await saveTeam(test.db, { size: 2, today });
    await harness.openHome("U0MAX");
    await shows("# Who needs you");
    await harness.app.idle();
    commands.length = 0;
    await harness.press("U0MAX", "home_team");
    await harness.app.idle();
    const few = commands.splice(0).sort();

    await test.db.collection("users").deleteMany({ role: "rep" });
    await test.db.collection("goals").deleteMany({});
    await saveTeam(test.db, { size: 200, today });
    commands.length = 0;
    await harness.press("U0MAX", "home_team");
    await eventually(() => shown().some((line) => /^Also behind: (Rep \d+, ){4}Rep \d+ and 185 more$/.test(line)));

    expect(commands.sort()).toEqual(few);
    expect(few.length).toBeLessThanOrEqual(7);
    const view = harness.slack.calls.findLast(({ method }) => method === "views.publish")?.args.view;
    expect(viewFaults(view, "home")).toEqual([]);
  });
});
