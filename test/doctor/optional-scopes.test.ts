import { findings } from "../../src/doctor/findings";
import { anExamination } from "../support/builders/examinations";

describe("the doctor", () => {
  it.each<[string, readonly string[], "ok" | "warning", string, string]>([
    [
      "no team follows a group, as no fault",
      [],
      "ok",
      "Optional, and not granted: usergroups:read. Without it, ",
      " Nothing to do.",
    ],
    ["teams do", ["West"], "warning", "The token lacks usergroups:read: ", ""],
  ])("says that an optional scope is missing, where %s", (_case, followingTeams, state, says, todo) => {
    const lost = { "usergroups:read": "teams cannot follow Slack user groups" };
    const found = findings(anExamination({ optionalScopes: lost, followingTeams }));

    expect(found.find(({ id }) => id === "slack-scopes-optional")).toMatchObject({
      state,
      says: `${says}teams cannot follow Slack user groups.${todo}`,
    });
  });
});
