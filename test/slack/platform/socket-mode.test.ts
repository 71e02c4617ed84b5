import { slackApp } from "../../../src/slack/app";
import { SlackAuthError } from "../../../src/slack/platform/auth";
import { aReport } from "../../support/builders/reports";
import { eventually } from "../../support/wait";
import { APP_TOKEN, type SlackLab, slackLab } from "../lab";

describe("the door to Slack in Socket Mode", () => {
  let lab: SlackLab;
  beforeEach(async () => {
    lab = await slackLab({
      needs: { appToken: APP_TOKEN, signingSecret: "" },
      routes: [{ path: "/healthz", method: "GET", handler: (_, response) => void response.end("well") }],
    });
  });
  afterEach(() => lab.close());

  it("takes commands, events and presses over its socket, and answers them as over HTTP", async () => {
    const answered = await lab.command("U0ANA", "/goals", "help");
    await lab.openHome("U0ANA");
    await eventually(() => lab.home("U0ANA").length > 0);
    const pressed = await lab.press("U0ANA", "sync_now");
    const run = await eventually(() => lab.sync.runs[0]);
    run.end(aReport());
    await lab.app.idle();

    expect([answered.status, pressed.status]).toEqual([200, 200]);
    expect(answered.body + JSON.stringify(lab.responses())).toContain("/goals");
    expect(lab.log.at("warn", "error")).toEqual([]);
  });

  it("serves the other rooms over HTTP, and nothing of Slack's", async () => {
    const [health, events] = await Promise.all(
      [
        ["GET", "/healthz"],
        ["POST", "/slack/events"],
      ].map(([method, path]) => fetch(`http://127.0.0.1:${lab.port}${path}`, { method: method ?? "" })),
    );

    expect(await health?.text()).toBe("well");
    expect(events?.status).toBe(404);
  });

  it("connects anew when Slack asks for it, though Slack hands out no address for a while", async () => {
    lab.slack.faults.push({ method: "apps.connections.open", times: 4, outcome: { status: 503 } });
    lab.slack.refreshSockets();
    await eventually(() => !lab.slack.socketOpen());
    await eventually(() => lab.slack.socketOpen());

    const { status } = await lab.command("U0ANA", "/goals", "help");

    expect(status).toBe(200);
    expect(lab.slack.faults.pending()).toEqual([]);
  });

  it("delivers, when it stops, what it has answered for", async () => {
    await lab.command("U0ANA", "/sync", "");
    const run = await eventually(() => lab.sync.runs[0]);

    const stopped = lab.app.stop();
    await eventually(() => !lab.slack.socketOpen());
    run.end(aReport());
    await stopped;

    expect(lab.dm("U0ANA").map(({ text }) => text)).toEqual([expect.stringMatching(/^✅ Synced 29 Sep – 28 Oct\./)]);
  });
});

describe("a token that Slack refuses", () => {
  it.each([
    ["SLACK_BOT_TOKEN", { botToken: "xoxb-of-somebody-else" }],
    ["SLACK_APP_TOKEN", { appToken: "xapp-of-somebody-else" }],
  ])("is told to whoever starts it, with the variable to set: %s", async (variable, token) => {
    const lab = await slackLab();
    const app = slackApp({ ...lab.needs, ...token });

    const failure = await app.start(0).catch((thrown: unknown) => thrown);
    await app.stop();
    await lab.close();

    expect(failure).toBeInstanceOf(SlackAuthError);
    expect(String(failure)).toContain(`Slack refuses ${variable} (invalid_auth): copy`);
    expect(String(failure)).not.toContain("of-somebody-else");
  });
});
