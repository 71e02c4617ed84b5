import type { App } from "@slack/bolt";
import type { FakeSlack } from "../../../src/demo/slack/fake-slack";
import { ANA, BEN, boltApp, workspace } from "../../support/harness/demo/slack";
import { eventually } from "../../support/wait";

let slack: FakeSlack;
let app: App | undefined;

beforeEach(async () => {
  ({ slack } = await workspace());
});
afterEach(async () => {
  await app?.stop();
  app = undefined;
  await slack.close();
});

describe("an action", () => {
  it("in a message replaces that message through its response_url", async () => {
    app = await boltApp(slack, (bolt) => {
      bolt.action("again", async ({ ack, respond, action, body }) => {
        await ack();
        const value = "value" in action ? action.value : "";
        await respond({ text: `${body.user.id} pressed ${value}`, replace_original: true });
      });
    });
    const { ts = "" } = await app.client.chat.postMessage({
      channel: BEN.id,
      text: "Press",
      blocks: [
        { type: "actions", elements: [{ type: "button", action_id: "again", value: "7", text: plain("Again") }] },
      ],
    });

    const place = { messageTs: ts, channel: slack.dm(BEN.id) };
    const answer = await slack.action({ user: BEN.id, from: place, actionId: "again" });
    await eventually(() => slack.responses.length === 1);

    expect(answer.status).toBe(200);
    expect(slack.messages(slack.dm(BEN.id))).toMatchObject([
      { ts, text: "U0BEN pressed 7", blocks: [], edits: [{ text: "Press" }, { text: "U0BEN pressed 7" }] },
    ]);
    await expect(slack.action({ user: ANA.id, from: place, actionId: "again" })).rejects.toThrow("sees no message");
  });

  it("in Home says what was chosen, and what stands in the other fields", async () => {
    const seen: unknown[] = [];
    app = await boltApp(slack, (bolt) => {
      bolt.action("pick", async ({ ack, body }) => {
        await ack();
        if ("view" in body) seen.push(body.view?.state.values, "actions" in body ? body.actions : null);
      });
    });
    const options = ["a", "b"].map((value) => ({ text: plain(value), value }));
    await app.client.views.publish({
      user_id: ANA.id,
      view: {
        type: "home",
        blocks: [
          {
            type: "section",
            block_id: "s",
            text: plain("Choose"),
            accessory: { type: "static_select", action_id: "pick", options, initial_option: options[0] },
          },
        ],
      },
    });

    await slack.action({ user: ANA.id, from: { home: ANA.id }, actionId: "pick", value: "b" });
    await eventually(() => seen.length === 2);

    expect(seen[0]).toEqual({ s: { pick: { type: "static_select", selected_option: options[1] } } });
    expect(seen[1]).toMatchObject([{ action_id: "pick", block_id: "s", selected_option: { value: "b" } }]);
    await expect(slack.action({ user: ANA.id, from: { home: ANA.id }, actionId: "pick", value: "c" })).rejects.toThrow(
      "does not offer c",
    );
  });
});

it("an action in a Home that was drawn anew meanwhile reaches the app", async () => {
  const pressed: string[] = [];
  app = await boltApp(slack, (bolt) => {
    bolt.action("go", async ({ ack, body }) => {
      await ack();
      pressed.push(body.user.id);
    });
  });
  const elements = [{ type: "button" as const, action_id: "go", text: plain("Go") }];
  const view = { type: "home" as const, blocks: [{ type: "actions" as const, elements }] };
  await app.client.views.publish({ user_id: ANA.id, view });
  const [old] = slack.home(ANA.id)?.blocks ?? [];
  await app.client.views.publish({ user_id: ANA.id, view });

  await slack.action({ user: ANA.id, from: { home: ANA.id }, actionId: "go", blockId: String(old?.block_id) });
  await eventually(() => pressed.length === 1);

  expect(pressed).toEqual([ANA.id]);
});

it("an action in a Home that was drawn anew meanwhile is that of the button that was pressed, of several of one kind", async () => {
  const pressed: unknown[] = [];
  app = await boltApp(slack, (bolt) => {
    bolt.action("why", async ({ ack, action }) => {
      await ack();
      pressed.push("value" in action ? action.value : null);
    });
  });
  const why = (value: string) => ({ type: "button" as const, action_id: "why", text: plain("Why?"), value });
  const publish = (values: readonly string[]) => {
    const blocks = values.map((value) => ({ type: "actions" as const, elements: [why(value)] }));
    return app?.client.views.publish({ user_id: ANA.id, view: { type: "home", blocks } });
  };
  await publish(["calls", "emails"]);
  const [, old] = slack.home(ANA.id)?.blocks ?? [];
  await publish(["sales", "calls", "emails"]);

  await slack.action({ user: ANA.id, from: { home: ANA.id }, actionId: "why", blockId: String(old?.block_id) });
  await eventually(() => pressed.length === 1);

  expect(pressed).toEqual(["emails"]);
});

describe("Home", () => {
  it("is published on opening and refused to an old hash", async () => {
    const hashes: (string | undefined)[] = [];
    app = await boltApp(slack, (bolt) => {
      bolt.event("app_home_opened", async ({ event, client }) => {
        hashes.push(event.view === undefined ? undefined : String(Object(event.view).hash));
        await client.views.publish({ user_id: event.user, view: { type: "home", blocks: [{ type: "divider" }] } });
      });
    });

    await slack.openHome(ANA.id);
    await eventually(() => slack.home(ANA.id)?.count === 1);
    const first = slack.home(ANA.id)?.hash;
    await slack.openHome(ANA.id);
    await eventually(() => slack.home(ANA.id)?.count === 2);

    expect(hashes).toEqual([undefined, first]);
    await expect(
      app.client.views.publish({ user_id: ANA.id, hash: first, view: { type: "home", blocks: [{ type: "divider" }] } }),
    ).rejects.toMatchObject({ data: { error: "hash_conflict" } });
    expect(slack.home(ANA.id)?.count).toBe(2);
  });
});

function plain(text: string) {
  return { type: "plain_text" as const, text };
}
