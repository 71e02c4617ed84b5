import { namesUs } from "../../../src/slack/platform/workspace";

const own = { team: "T0ACME", enterprise: "E0ACME", app: "A0PACELINE" };

describe("a refused request that names an app and a workspace", () => {
  it("names us with our app and our workspace", () => {
    expect(namesUs({ api_app_id: "A0PACELINE", team_id: "T0ACME" }, own)).toBe(true);
  });

  it.each([
    ["another app", { api_app_id: "A0OTHER", team_id: "T0ACME" }],
    ["no app", { api_app_id: null, team_id: "T0ACME" }],
    ["another workspace", { api_app_id: "A0PACELINE", team_id: "T0OTHER" }],
    ["no workspace", { api_app_id: "A0PACELINE", team_id: null }],
  ])("does not name us with %s", (_with, named) => {
    expect(namesUs(named, own)).toBe(false);
  });

  it("does not name us where Slack did not say which app this is", () => {
    expect(namesUs({ api_app_id: null, team_id: "T0ACME" }, { ...own, app: null })).toBe(false);
  });
});
