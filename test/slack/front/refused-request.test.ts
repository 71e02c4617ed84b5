import { refusedRequest } from "../../../src/slack/front/refused-request";

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const NAMED = { api_app_id: "A0ACME", team_id: "T0ACME", token: "verification-token" };

describe("a request that was refused for its signature", () => {
  const press = { ...NAMED, team_id: undefined, team: { id: "T0ACME" } };
  it.each([
    ["a command", new URLSearchParams(NAMED).toString(), FORM],
    ["a press or a form", new URLSearchParams({ payload: JSON.stringify(press) }).toString(), FORM],
    ["an event", JSON.stringify(NAMED), { "content-type": "application/json" }],
  ])("is read for what it names: %s", (_what, body, headers) => {
    expect(refusedRequest(body, headers)).toEqual(NAMED);
  });

  it("has no token where Slack sends it again, so that one event isn't taken for several", () => {
    expect(refusedRequest(JSON.stringify(NAMED), { "x-slack-retry-num": "1" })).toEqual({ ...NAMED, token: null });
  });

  it.each(["", "null", "[1]", "{", JSON.stringify({ api_app_id: 7, team: null, token: "x".repeat(33) })])(
    "names nothing where it is not as Slack's: %j",
    (body) => {
      expect(refusedRequest(body, {})).toEqual({ api_app_id: null, team_id: null, token: null });
    },
  );
});
