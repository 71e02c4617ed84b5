import { EVERYONE } from "../../../src/people/permissions";
import { teamChoices, teamNamed } from "../../../src/slack/goals/team/team-choice";
import { extractBareTeamName, extractTeamName } from "../../../src/slack/parse/team-name";
import { aTeam } from "../../support/builders/teams";

const teams = [
  aTeam("a", { name: "West" }),
  aTeam("b", { name: "West Coast" }),
  aTeam("c", { name: "L’Équipe (Nord)" }),
  aTeam("d", { name: "Gone", active: false }),
];

describe("the team that words name", () => {
  it.each([
    ["west", "a"],
    ["  WEST   coast ", "b"],
    ["“West Coast”", "b"],
    ["l'équipe (nord)", "c"],
    ["everybody", EVERYONE],
    ["gone", null],
    ["north", null],
  ])("of %j is %j", (words, team) => {
    expect(teamNamed(words, teams)).toBe(team);
  });

  it.each([
    ["set team West calls 400 weekly", "a", "set team calls 400 weekly"],
    ["set calls 400 weekly for the team west coast", "b", "set calls 400 weekly for the team"],
    ["set team L'Équipe (Nord) calls 4 daily", "c", "set team calls 4 daily"],
    ["archive team everyone calls weekly", EVERYONE, "archive team calls weekly"],
  ])("is found in %j, the longest name first", (text, team, rest) => {
    expect(extractTeamName(text, teams)).toEqual({ team, rest });
  });

  it("is none without the word before it, or where it is not active any more", () => {
    expect(extractTeamName("set west calls 400 weekly", teams)).toBeNull();
    expect(extractTeamName("set team gone calls 400 weekly", teams)).toBeNull();
  });
});

describe("the team that a question names", () => {
  it.each([
    ["trend calls west this month", "a", "trend calls team this month"],
    ["why calls West Coast", "b", "why calls team"],
    ["trend team west calls", "a", "trend team calls"],
    ["trend calls everyone", EVERYONE, "trend calls team"],
  ])("is found in %j with or without the word before it", (text, team, rest) => {
    expect(extractBareTeamName(text, teams)).toEqual({ team, rest });
  });

  it("is none in words that name none, and in parts of words", () => {
    expect(extractBareTeamName("trend calls western", teams)).toBeNull();
    expect(extractBareTeamName("trend calls gone", teams)).toBeNull();
  });
});

describe("the teams to choose from", () => {
  const ids = (actor: Parameters<typeof teamChoices>[0]) =>
    teamChoices(actor, { teams, does: "see-team" }).map(({ id }) => id);

  it("are Everyone and all for admins and managers of Everyone, one's own for a manager, none for a rep", () => {
    expect(ids({ userId: "U1", role: "admin" })).toEqual([EVERYONE, "a", "b", "c"]);
    expect(ids({ userId: "U1", role: "manager", teams: [EVERYONE] })).toEqual([EVERYONE, "a", "b", "c"]);
    expect(ids({ userId: "U1", role: "manager", teams: ["b"], members: new Set() })).toEqual(["b"]);
    expect(ids({ userId: "U1", role: "rep", memberOf: ["a"] })).toEqual([]);
  });
});
