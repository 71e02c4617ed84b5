import type { KnownBlock, StaticSelect } from "@slack/types";
import { viewFaults } from "../../../../src/demo/slack/rules/views";
import type { Person } from "../../../../src/people/person";
import { MY_PAGE } from "../../../../src/slack/home/location";
import { teamMenu } from "../../../../src/slack/home/views/team/team-menus";
import type { Team } from "../../../../src/teams/team";
import { teamReader } from "../../../../src/teams/team-store";
import { day } from "../../../../src/time/day";
import { aPerson } from "../../../support/builders/people";
import { aTeam } from "../../../support/builders/teams";
import { testDatabase } from "../../../support/env/database";
import { monitoredDatabase } from "../../../support/env/monitored-database";
import { unusedDeps } from "../../../support/fakes/unused-deps";
import { many, saveTeam, storedTeamDeps } from "../../../support/harness/home";
import { type SlackHarness, slackHarness } from "../../../support/harness/slack";
import { lines } from "../../../support/harness/slack-blocks";
import { eventually } from "../../../support/wait";

const today = day("2026-10-28");
const [MAX, NED] = ["U0MAX", "U0NEW"];
const LONG = "A team with a name as long as they may be";

describe("the menu of teams on the team's page", () => {
  const test = testDatabase();
  const { commands, db: watched } = monitoredDatabase(test);
  let harness: SlackHarness;
  beforeEach(async () => {
    const people = [aPerson(MAX, { name: "Max", role: "manager" }), aPerson(NED, { name: "Ned", role: "admin" })];
    await test.db.collection<Person>("users").insertMany(people);
    const db = watched();
    const teams = { ...unusedDeps().teams, ...teamReader(db) };
    harness = await slackHarness({ deps: { ...storedTeamDeps(db, today), teams } });
  });
  afterEach(() => harness.close());

  /** Teams of 25 of a thousand people each; Max manages the first two. */
  async function saveTeams(count: number): Promise<void> {
    const teams = many(count, (at) =>
      aTeam(`t${at}`, {
        name: at === 1 ? LONG.slice(0, 40) : `Team ${String(at).padStart(3, "0")}`,
        people: many(25, (one) => `U${1000 + ((at * 25 + one) % 1000)}`),
        managers: at < 2 ? [MAX] : [],
      }),
    );
    await test.db.collection<Team>("teams").insertMany(teams);
  }
  const shown = (user: string) => lines(harness.home(user));
  const shows = (user: string, words: string) => eventually(() => shown(user).includes(words));
  async function openTeams(user: string, title: string) {
    await harness.openHome(user);
    await eventually(() => harness.home(user).length > 0);
    await harness.app.idle();
    commands.length = 0;
    await harness.press(user, "home_team");
    await shows(user, `# ${title}`);
    await harness.app.idle();
    return commands.splice(0).sort();
  }
  const menu = (user: string) => menuIn(harness.home(user));

  it("is drawn for a thousand people in 40 teams, and answered by /goals team, with as many queries as for one team", async () => {
    await saveTeam(test.db, { size: 1_000, today, each: 4 });
    const before = await openTeams(MAX, "Who needs you");
    const asked = async (text: string) => {
      commands.length = 0;
      const count = harness.shown(MAX).length;
      await harness.command(MAX, "/goals", text);
      await eventually(() => harness.shown(MAX).length > count);
      await harness.app.idle();
      return commands.splice(0).sort();
    };
    const askedBefore = await asked("team");
    await saveTeams(40);

    expect(await openTeams(MAX, `Who needs you in ${LONG.slice(0, 40)}`)).toEqual(before);
    expect(await asked("team")).toEqual(askedBefore);
    expect(await asked("team team 000")).toEqual(askedBefore);
    expect(menu(MAX)?.options?.map(({ text }) => text.text)).toEqual([LONG.slice(0, 40), "Team 000"]);
    const answer = lines(JSON.parse(JSON.stringify(harness.shown(MAX).at(-1)?.blocks)));
    expect(answer[0]).toBe("# Who needs you in Team 000");
    expect(answer.join("\n")).toContain(`Other teams: ${LONG.slice(0, 40)}. Type`);
  }, 60_000);

  it("goes to another team and remembers it, with the people of that team alone", async () => {
    await saveTeam(test.db, { size: 60, today, each: 4 });
    await saveTeams(2);
    await openTeams(MAX, `Who needs you in ${LONG.slice(0, 40)}`);

    const value = menu(MAX)?.options?.at(-1)?.value ?? "";
    await harness.slack.action({ user: MAX, from: { home: MAX }, actionId: "team_pick", value });
    await shows(MAX, "# Who needs you in Team 000");

    expect(harness.slack.home(MAX)?.view.private_metadata).toContain('"team":"t0"');
    expect(shown(MAX).some((line) => line === "*Start with <@U1000>*")).toBe(true);
    expect(shown(MAX).join("\n")).not.toContain("U1030");
  });

  it("is there for an admin with Everyone first, holds a hundred at most, and is what Slack takes", async () => {
    await saveTeam(test.db, { size: 3, today, each: 4 });
    await openTeams(NED, "Who needs you");
    expect(menu(NED)).toBeNull();
    await saveTeams(120);
    await openTeams(NED, "Who needs you");

    expect(menu(NED)?.options?.[0]?.text.text).toBe("Everyone");
    expect(menu(NED)?.options?.length).toBe(99);
    const choices = many(121, (at) => ({ id: `t${at}`, name: `Team ${at}` }));
    const [far] = teamMenu({ choices, of: { _id: "t120" }, location: MY_PAGE });
    expect([far?.options?.length, far?.initial_option?.text.text]).toEqual([100, "Team 120"]);
    const view = harness.slack.calls.findLast(({ method }) => method === "views.publish")?.args.view;
    expect(viewFaults(view, "home")).toEqual([]);
  });
});

function menuIn(blocks: readonly KnownBlock[]): StaticSelect | null {
  const elements = blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
  const found = elements.find((one) => "action_id" in one && one.action_id === "team_pick");
  return found?.type === "static_select" ? found : null;
}
