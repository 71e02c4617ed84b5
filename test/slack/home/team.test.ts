import { viewFaults } from "../../../src/demo/slack/rules/views";
import type { Person } from "../../../src/people/person";
import { day } from "../../../src/time/day";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { eventually } from "../../support/wait";
import { type SlackLab, slackLab } from "../lab";
import { lines } from "../lines";
import { keepTeam, keptNeeds } from "./kept-team";

const today = day("2026-10-28");

describe("the team's page in App Home", () => {
  const test = testDatabase();
  const { commands, db: watched } = monitoredDatabase(test);
  let lab: SlackLab;
  beforeEach(async () => {
    await test.db.collection<Person>("users").insertOne(aPerson("U0MAX", { name: "Max", role: "manager" }));
    lab = await slackLab({ needs: keptNeeds(watched(), today) });
  });
  afterEach(() => lab.close());

  const shown = () => lines(lab.home("U0MAX"));
  const shows = (text: string) => eventually(() => shown().includes(text));
  const firstRow = () =>
    lab.home("U0MAX").find((block) => block.type === "section" && /Rep/.test(block.text?.text ?? ""));

  it("gives a manager everybody's pace, page by page and by metric, and one person's goals", async () => {
    await keepTeam(test.db, { size: 14, today });
    await lab.openHome("U0MAX");
    await shows("# At a glance");

    await lab.press("U0MAX", "home_team");
    await shows("Page 1 of 2");
    expect(shown()).toEqual(
      expect.arrayContaining(["# Team", "# The team together", "Neither goals nor figures yet: Max"]),
    );
    expect(firstRow()).toMatchObject({
      text: {
        text: "*Rep 1000* · 🔴 1 behind · furthest behind: E-mails, 25 of 400, 7 % of pace",
      },
    });

    await lab.slack.action({
      user: "U0MAX",
      from: { home: "U0MAX" },
      actionId: "team_metric",
      value: '{"tab":"team","metric":"email_quantity"}',
    });
    await shows("*Rep 1000* · ▱▱▱▱▱▱▱▱▱▱ 6 % monthly, 25 of 400 🔴 behind");
    await lab.press("U0MAX", "home_on");
    await shows("Page 2 of 2");
    expect(firstRow()).toMatchObject({ text: { text: expect.stringContaining("*Rep 1012*") } });

    await lab.slack.action({
      user: "U0MAX",
      from: { home: "U0MAX" },
      actionId: "team_person",
      blockId: firstRow()?.block_id ?? "",
    });
    await shows("# Rep 1012");
    await lab.press("U0MAX", "team_back");
    await shows("Page 2 of 2");
    expect(lab.log.at("warn", "error")).toEqual([]);
  });

  it("is the page that is open again after a restart, which its metadata remembers", async () => {
    await keepTeam(test.db, { size: 2, today });
    await lab.openHome("U0MAX");
    await shows("# At a glance");
    await lab.press("U0MAX", "home_team");
    await shows("# Team");

    expect(lab.slack.home("U0MAX")?.view.private_metadata).toContain('"tab":"team"');
  });

  it("is drawn by as many queries for 200 people with 20,000 figures as for two, within Slack's limits", async () => {
    await keepTeam(test.db, { size: 2, today });
    await lab.openHome("U0MAX");
    await shows("# At a glance");
    commands.length = 0;
    await lab.press("U0MAX", "home_team");
    await shows("# Team");
    const few = commands.splice(0).sort();

    await test.db.collection("users").deleteMany({ role: "rep" });
    await test.db.collection("goals").deleteMany({});
    await keepTeam(test.db, { size: 200, today });
    commands.length = 0;
    await lab.press("U0MAX", "home_team");
    await shows("Page 1 of 17");

    expect(commands.sort()).toEqual(few);
    expect(few.length).toBeLessThanOrEqual(7);
    const view = lab.slack.calls.findLast(({ method }) => method === "views.publish")?.args.view;
    expect(viewFaults(view, "home")).toEqual([]);
  });
});
