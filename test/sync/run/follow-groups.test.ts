import { randomUUID } from "node:crypto";
import { type FakeSlack, startFakeSlack } from "../../../src/demo/slack/fake-slack";
import type { SlackUserGroup } from "../../../src/demo/slack/state/user-groups";
import { slackClient } from "../../../src/slack/platform/clients";
import { OPTIONAL_SCOPES, SCOPES } from "../../../src/slack/platform/probe";
import { readUserGroups } from "../../../src/slack/platform/user-groups";
import { teamStore } from "../../../src/teams/team-store";
import { addDays, day } from "../../../src/time/day";
import { aMember } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { memoryLog } from "../../support/fakes/memory-log";
import { threeSources } from "../../support/harness/sync";

const WEST: SlackUserGroup = { id: "S0WEST", name: "West", handle: "west", users: ["UANA", "ULEFT", "UBOT"] };
const EAST: SlackUserGroup = { id: "S0EAST", name: "East", handle: "east", users: ["UBEN"] };
/** The team's date of the harness. */
const TODAY = day("2026-10-28");
const [FROM, TO] = ["2026-10-27", "2026-10-28"];

describe("a sync of teams that follow user groups", () => {
  const test = testDatabase();
  let slack: FakeSlack;
  const start = async (scopes: readonly string[] = [...SCOPES, ...Object.keys(OPTIONAL_SCOPES)]) => {
    slack = await startFakeSlack({
      ...{ now: () => new Date("2026-10-28T21:05:00Z"), signingSecret: "s", botToken: "xoxb-groups", scopes },
      ...{ team: { id: "T0", name: "T" }, members: [aMember("UANA")], userGroups: [WEST, EAST] },
    });
    const client = slackClient({ token: "xoxb-groups", apiUrl: slack.url, log: memoryLog() });
    return threeSources(test.db, { readGroups: readUserGroups(client) });
  };
  afterEach(() => slack.close());

  const teams = () => teamStore(test.db, randomUUID);
  const follow = async (name: string, usergroup?: string, members: readonly string[] = []) => {
    const of = usergroup === undefined ? {} : { usergroup };
    const made = await teams().create({ name, members, since: null, ...of }, { by: "U0ADMIN", at: new Date(0) });
    if (!made.ok) throw new Error(made.fault);
    return made.team._id;
  };
  const members = async (teamId: string) => (await teams().one(teamId))?.members;
  const asked = () => slack.calls.map(({ method }) => method).filter((method) => method.startsWith("usergroups"));

  it("makes the groups' users their members from that day on, both ways, by one list for all, and tells whom", async () => {
    const { sync } = await start();
    const [west, east] = [await follow("West", "S0WEST", ["UBEN"]), await follow("East", "S0EAST")];

    const { results } = await sync(FROM, TO);

    expect(results.errors).toEqual([]);
    expect(results.teams).toEqual([
      { team: "East", joined: ["ben"], left: [] },
      { team: "West", joined: ["ana"], left: ["ben"] },
    ]);
    expect(await members(west)).toEqual([
      { userId: "UBEN", from: null, to: addDays(TODAY, -1) },
      { userId: "UANA", from: TODAY },
    ]);
    expect(await members(east)).toEqual([{ userId: "UBEN", from: TODAY }]);
    expect((await teams().log(west))[0]).toMatchObject({ by: "sync", joined: ["UANA"], left: ["UBEN"], on: TODAY });
    expect(asked()).toEqual(["usergroups.list"]);

    const again = await sync(FROM, TO);

    expect(again.results.teams).toBeUndefined();
    expect(await teams().log(west)).toHaveLength(2);
  });

  it("reads the users of a group by themselves where the list leaves them out", async () => {
    const { sync } = await start();
    slack.putUserGroup({ ...WEST, usersLeftOut: true });
    const west = await follow("West", "S0WEST");

    await sync(FROM, TO);

    expect(await members(west)).toEqual([{ userId: "UANA", from: TODAY }]);
    expect(asked()).toEqual(["usergroups.list", "usergroups.users.list"]);
  });

  it("asks Slack for nothing where no team follows a group", async () => {
    const { sync } = await start();
    await follow("By hand", undefined, ["UANA"]);

    expect((await sync(FROM, TO)).success).toBe(true);
    expect(asked()).toEqual([]);
  });

  it.each<
    [
      string,
      { readonly scopes?: readonly string[]; readonly group?: SlackUserGroup | null; readonly broken?: true },
      string,
      RegExp,
    ]
  >([
    ["without the scope", { scopes: SCOPES }, "settings", /usergroups:read/],
    ["when Slack does not answer", { broken: true }, "unreachable", /could not be read/],
    ["when the group is disabled", { group: { ...WEST, disabled: true } }, "settings", /disabled/],
    ["when there is no such group", { group: null }, "settings", /no such user group/],
    ["when all its users have left", { group: { ...WEST, users: ["ULEFT"] } }, "settings", /nobody who is active/],
  ])(
    "keeps the members as they were, and says so, %s",
    async (_case, { scopes, group = WEST, broken }, kind, words) => {
      const { sync } = await start(scopes);
      if (group !== null) slack.putUserGroup(group);
      if (broken) slack.faults.push({ method: "usergroups.list", times: 9, outcome: { status: 500 } });
      const west = await follow("West", group === null ? "S0GONE" : "S0WEST", ["UANA", "UBEN"]);
      const before = await members(west);

      const { results } = await sync(FROM, TO);

      expect(results.errors).toEqual([{ source: "slack", kind, message: expect.stringMatching(words) }]);
      expect(results.errors[0]?.message).toContain("The members of West stay as they were.");
      expect(await members(west)).toEqual(before);
      expect(results.teams).toBeUndefined();
    },
  );
});
