import { memberOf } from "../../../src/slack/platform/members";

const ana = {
  id: "U0ANA",
  name: "ana",
  real_name: "Ana Lima",
  tz: "America/New_York",
  profile: { email: " Ana@Acme.com ", real_name: "Ana Lima", display_name: "ana" },
};
const member = {
  id: "U0ANA",
  name: "Ana Lima",
  email: "ana@acme.com",
  tz: "America/New_York",
  deactivated: false,
  bot: false,
  guest: false,
  workspaceAdmin: false,
};

describe("memberOf", () => {
  it.each([
    ["a full member", {}, {}],
    ["somebody whose zone does not exist", { tz: "Mars/Olympus" }, { tz: null }],
    ["somebody without a zone", { tz: undefined }, { tz: null }],
    ["somebody without an address", { profile: { real_name: "Ana Lima" } }, { email: null }],
    [
      "somebody without a name",
      { real_name: "", profile: { real_name: "", display_name: "" } },
      { name: "ana", email: null },
    ],
    ["a deactivated member", { deleted: true }, { deactivated: true }],
    ["a bot", { is_bot: true }, { bot: true }],
    ["a guest of several channels", { is_restricted: true }, { guest: true }],
    ["a guest of one channel", { is_ultra_restricted: true }, { guest: true }],
    ["somebody whom no channel is shared with", { is_stranger: true }, { guest: true }],
    ["somebody of another workspace in a shared channel", { team_id: "T0OTHER" }, { guest: true }],
    ["somebody of this workspace", { team_id: "T0LAB" }, {}],
    [
      "somebody of the organization's other workspace too",
      { team_id: "T0OTHER", enterprise_user: { teams: ["T0LAB"] } },
      {},
    ],
    ["an admin", { is_admin: true }, { workspaceAdmin: true }],
    ["an owner", { is_owner: true }, { workspaceAdmin: true }],
  ])("reads %s", (_case, from, to) => {
    expect(memberOf({ ...ana, ...from }, "T0LAB")).toEqual({ ...member, ...to });
  });

  it("tells Slackbot by its id, since Slack does not call it a bot", () => {
    expect(memberOf({ id: "USLACKBOT", name: "slackbot" }, "T0LAB")).toMatchObject({ id: "USLACKBOT", bot: true });
  });
});
