import { slackApp } from "../../../src/slack/app";
import { SlackAuthError } from "../../../src/slack/platform/auth";
import { aReport } from "../../support/builders/reports";
import { APP_TOKEN, type SlackHarness, slackHarness } from "../../support/harness/slack";
import { eventually } from "../../support/wait";

describe("the Slack server in Socket Mode", () => {
  let harness: SlackHarness;
  beforeEach(async () => {
    harness = await slackHarness({
      deps: { appToken: APP_TOKEN, signingSecret: "" },
      routes: [{ path: "/healthz", method: "GET", handler: async (_, response) => void response.end("well") }],
    });
  });
  afterEach(() => harness.close());

  it("takes commands, events and presses over its socket, and answers them as over HTTP", async () => {
    const answered = await harness.command("U0ANA", "/goals", "help");
    await harness.openHome("U0ANA");
    await eventually(() => harness.home("U0ANA").length > 0);
    const pressed = await harness.press("U0ANA", "sync_now");
    const run = await eventually(() => harness.sync.runs[0]);
    run.end(aReport());
    await harness.app.idle();

    expect([answered.status, pressed.status]).toEqual([200, 200]);
    expect(answered.body + JSON.stringify(harness.responses())).toContain("/goals");
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("serves the other rooms over HTTP, and nothing of Slack's", async () => {
    const [health, events] = await Promise.all(
      [
        ["GET", "/healthz"],
        ["POST", "/slack/events"],
      ].map(([method, path]) => fetch(`http://127.0.0.1:${harness.port}${path}`, { method: method ?? "" })),
    );

    expect(await health?.text()).toBe("well");
    expect(events?.status).toBe(404);
  });

  it("connects anew when Slack asks for it, though Slack hands out no address for a while", async () => {
    harness.slack.faults.push({ method: "apps.connections.open", times: 4, outcome: { status: 503 } });
    harness.slack.refreshSockets();
    await eventually(() => !harness.slack.socketOpen());
    await eventually(() => harness.slack.socketOpen());

    const { status } = await harness.command("U0ANA", "/goals", "help");

    expect(status).toBe(200);
    expect(harness.slack.faults.pending()).toEqual([]);
  });

  it("delivers, when it stops, what it has answered for", async () => {
    await harness.command("U0ANA", "/sync", "");
    const run = await eventually(() => harness.sync.runs[0]);

    const stopped = harness.app.stop();
    await eventually(() => !harness.slack.socketOpen());
    run.end(aReport());
    await stopped;

    expect(harness.dm("U0ANA").map(({ text }) => text)).toEqual([
      expect.stringMatching(/^✅ Synced Sep 29 – Oct 28\./),
    ]);
  });
});

describe("a token that Slack refuses", () => {
  it.each([
    ["SLACK_BOT_TOKEN", { botToken: "xoxb-of-somebody-else" }],
    ["SLACK_APP_TOKEN", { appToken: "xapp-of-somebody-else" }],
  ])("is told to whoever starts it, with the variable to set: %s", async (variable, token) => {
    const harness = await slackHarness();
    const app = slackApp({ ...harness.deps, ...token });

    const failure = await app.start(0).catch((thrown: unknown) => thrown);
    await app.stop();
    await harness.close();

    expect(failure).toBeInstanceOf(SlackAuthError);
    expect(String(failure)).toContain(`Slack refuses ${variable} (invalid_auth): copy`);
    expect(String(failure)).not.toContain("of-somebody-else");
  });
});
