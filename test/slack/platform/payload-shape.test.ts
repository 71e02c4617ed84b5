import { payloadFault } from "../../../src/slack/platform/payload-shape";

const WHO = { user: { id: "U0ANA" }, team: { id: "T0LAB" }, api_app_id: "A0", trigger_id: "1.2.x" };
const command = { command: "/sync", text: "7d", user_id: "U0ANA", team_id: "T0LAB", channel_id: "D0ANA" };
const button = { type: "button", action_id: "sync_now", block_id: "b", value: "{}" };
const press = { type: "block_actions", ...WHO, actions: [button] };
const values = { name: { name: { type: "plain_text_input", value: null } } };
const view = { id: "V01", callback_id: "goal_form", private_metadata: "{}", state: { values } };
const submission = { type: "view_submission", ...WHO, view };
const written = { type: "message", channel_type: "im", channel: "D0ANA", user: "U0ANA", ts: "1760000000.000100" };
const message = { type: "event_callback", team_id: "T0LAB", event_id: "Ev1", event: written };

describe("a payload of Slack's", () => {
  it.each([
    ["a command", command],
    ["a command without a text, as sent by some clients", { ...command, text: undefined }],
    ["a press in a message", { ...press, channel: { id: "C01" }, message: { ts: "1.2", text: "hi" } }],
    ["a press of a link", { ...press, actions: [{ ...button, value: undefined }] }],
    ["a submitted form", submission],
    ["a message with a file", { ...message, event: { ...written, subtype: "file_share", files: [{ id: "F01" }] } }],
    ["an edited message", { ...message, event: { type: "message", subtype: "message_changed", channel: "D0ANA" } }],
    ["an event that nobody listens to", { ...message, event: { type: "team_join", user: { id: "U0NEW" } } }],
    ["a question", { type: "url_verification", challenge: "abc" }],
    ["a check of the certificate", { ssl_check: "1", token: "x" }],
  ])("is taken when it is %s", (_, body) => {
    expect(payloadFault(body)).toBeNull();
  });

  it.each([
    ["user_id", { ...command, user_id: { $ne: null } }],
    ["user_id", { ...command, user_id: "U0_ANA" }],
    ["user_id", { ...command, user_id: ["U0ANA", "U0BEN"] }],
    ["text", { ...command, text: ["7d", "30d"] }],
    ["user.id", { ...press, user: { id: { $gt: "" } } }],
    ["channel.id", { ...press, channel: { id: "<!channel>" } }],
    ["actions", { ...press, actions: [] }],
    ["actions", { ...press, actions: { length: 1, 0: button } }],
    ["actions.0.value", { ...press, actions: [{ ...button, value: { $ne: 1 } }] }],
    ["actions.0.selected_option.value", { ...press, actions: [{ ...button, selected_option: { value: ["x"] } }] }],
    ["view.private_metadata", { ...submission, view: { ...view, private_metadata: { at: 1 } } }],
    ["view.state.values.name", { ...submission, view: { ...view, state: { values: { name: null } } } }],
    [
      "view.state.values.name.name.value",
      { ...submission, view: { ...view, state: { values: { name: { name: { type: "x", value: { $gt: "" } } } } } } },
    ],
    ["view", { ...submission, view: null }],
    ["event", { ...message, event: null }],
    ["event.channel", { ...message, event: { type: "app_home_opened", user: "U0ANA", channel: null } }],
    ["event.channel", { ...message, event: { type: "team_join", channel: null } }],
    ["event", { ...message, event: { ...written, user: { $ne: null } } }],
    ["event", { ...message, event: { ...written, user: undefined } }],
    ["event.files.0.id", { ...message, event: { ...written, files: [{ id: "../F01" }] } }],
    ["response_url", { ...command, response_url: "http://127.0.0.1:27017/" }],
    ["response_url", { ...command, response_url: "https://hooks.slack.com@evil.example/" }],
    ["response_urls", { ...submission, response_urls: [{ response_url: "https://evil.example" }] }],
    ["type", { ...command, ...press }],
    ["type", { type: "message_action", ...WHO }],
    ["type", {}],
  ])("is refused for %s where that is not what it must be", (field, body) => {
    expect(payloadFault(body)).toBe(field);
  });

  it("may hold the empty list of addresses that Slack sends with a submitted form", () => {
    expect(payloadFault({ ...submission, response_urls: [] })).toBeNull();
  });

  it("may name an address where SLACK_API_URL points, and Slack's own", () => {
    const apiUrl = "http://127.0.0.1:4100/api/";

    expect(payloadFault({ ...command, response_url: "http://127.0.0.1:4100/commands/x" }, apiUrl)).toBeNull();
    expect(payloadFault({ ...command, response_url: "https://hooks.slack.com/commands/x" }, apiUrl)).toBeNull();
    expect(payloadFault({ ...command, response_url: "http://127.0.0.1:4101/commands/x" }, apiUrl)).toBe("response_url");
  });
});
