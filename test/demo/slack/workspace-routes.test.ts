import type { App } from "@slack/bolt";
import type { FakeSlack } from "../../../src/demo/slack/fake-slack";
import { ANA, BEN, boltApp, workspace } from "../../support/harness/demo/slack";
import { eventually } from "../../support/wait";

let slack: FakeSlack;
let app: App;

beforeEach(async () => {
  ({ slack } = await workspace());
  app = await boltApp(slack, (bolt) => {
    bolt.command("/sync", ({ ack, command }) => ack(`Syncing ${command.text}`));
    bolt.action("go", async ({ ack, respond }) => {
      await ack();
      await respond("Gone");
    });
    bolt.event("app_home_opened", async ({ event, client }) => {
      const text = { type: "plain_text" as const, text: "Go" };
      const blocks = [{ type: "actions" as const, elements: [{ type: "button" as const, action_id: "go", text }] }];
      await client.views.publish({ user_id: event.user, view: { type: "home", blocks } });
    });
  });
});
afterEach(async () => {
  await app.stop();
  await slack.close();
});

function demo(path: string, body?: object, headers: Record<string, string> = { "content-type": "application/json" }) {
  const asked = body === undefined ? {} : { method: "POST", body: JSON.stringify(body), headers };
  return fetch(slack.url.replace("/api/", `/demo/${path}`), asked);
}

describe("the control interface", () => {
  it("types commands, opens Home and presses what stands there", async () => {
    const typed = await demo("command", { user: ANA.id, text: "/sync 7d" });
    const opened = await demo("open-home", { user: ANA.id });
    await eventually(() => slack.home(ANA.id));
    const pressed = await demo("action", { user: ANA.id, actionId: "go" });

    expect([typed.status, opened.status, pressed.status]).toEqual([200, 200, 200]);
    expect(await typed.json()).toMatchObject({ ok: true, answer: { status: 200, body: "Syncing 7d" } });
    const state = await (await demo(`state?user=${ANA.id}`)).json();
    expect(state).toMatchObject({
      messages: [{ text: "Syncing 7d", to: ANA.id }],
      homes: { [ANA.id]: { count: 1 } },
    });
    expect(await (await demo(`state?user=${BEN.id}`)).json()).toMatchObject({
      messages: [],
      homes: { [BEN.id]: null },
    });
  });

  it.each([
    ["a form", "command", { user: ANA.id, text: "/sync" }, { "content-type": "text/plain" }, 415],
    ["another origin", "command", { user: ANA.id, text: "/sync" }, json({ origin: "http://evil.example" }), 403],
    ["nobody", "command", { text: "/sync" }, json(), 400],
    ["somebody unknown", "command", { user: "U0NO", text: "/sync" }, json(), 400],
    ["a button that is not there", "action", { user: ANA.id, actionId: "stop" }, json(), 400],
    ["a doing it does not know", "dance", { user: ANA.id }, json(), 404],
  ])("refuses %s", async (_name, path, body, headers, status) => {
    expect((await demo(path, body, headers)).status).toBe(status);
    expect(slack.allMessages()).toEqual([]);
  });
});

it("tells who watches of every change", async () => {
  const seen: unknown[] = [];
  const stop = slack.onChange((change) => seen.push(change));

  await slack.command({ user: ANA.id, text: "/sync" });
  stop();
  slack.say({ user: ANA.id, text: "Hello" });

  expect(seen).toEqual([{ kind: "message", channel: slack.dm(ANA.id), ts: expect.any(String) }]);
});

function json(more: Record<string, string> = {}): Record<string, string> {
  return { "content-type": "application/json", ...more };
}
