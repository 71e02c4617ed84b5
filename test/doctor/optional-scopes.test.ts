import { findings } from "../../src/doctor/findings";
import { anExamination } from "../support/builders/examinations";

describe("the doctor", () => {
  it.each<[string, readonly string[], "ok" | "warning"]>([
    ["no team follows a group", [], "ok"],
    ["teams do", ["West"], "warning"],
  ])("says that an optional scope is missing, where %s", (_case, followingTeams, state) => {
    const lost = { "usergroups:read": "teams cannot follow Slack user groups" };
    const found = findings(anExamination({ optionalScopes: lost, followingTeams }));

    expect(found.find(({ id }) => id === "slack-scopes-optional")).toMatchObject({
      state,
      says: "The token lacks usergroups:read, which is optional: teams cannot follow Slack user groups.",
    });
  });
});
