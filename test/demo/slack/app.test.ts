import { createServer } from "node:http";
import type { App } from "@slack/bolt";
import type { SlackStandIn } from "../../../src/demo/slack/stand-in";
import { ANA, BEN, boltApp, type clock, SECRET, settled, workspace } from "./rig";

let slack: SlackStandIn;
let time: ReturnType<typeof clock>;
let app: App | undefined;

beforeEach(async () => {
  ({ slack, time } = await workspace());
});
afterEach(async () => {
  await app?.stop();
  app = undefined;
  await slack.close();
});

describe("a command", () => {
  it("is acknowledged by a real app and answered where it was typed", async () => {
    app = await boltApp(slack, (bolt) => {
      bolt.command("/sync", async ({ ack, respond, command }) => {
        await ack("Syncing…");
        await respond({ text: `${command.text} for ${command.user_name}`, replace_original: true });
      });
    });

    const answer = await slack.command({ user: ANA.id, text: "/sync 7d" });
    await settled(() => slack.responses.length === 1);

    expect(answer.status).toBe(200);
    const shown = slack.messages(slack.dm(ANA.id)).map(({ text, to }) => ({ text, to }));
    expect(shown).toHaveLength(2);
    expect(shown).toEqual(
      expect.arrayContaining([
        { text: "Syncing…", to: ANA.id },
        { text: "7d for ana", to: ANA.id },
      ]),
    );
    expect(slack.responses).toMatchObject([{ url: answer.responseUrl, status: 200 }]);
  });

  it("shows Slack's notice when nobody listens", async () => {
    app = await boltApp(slack, () => {});

    const answer = await slack.command({ user: ANA.id, text: "/nothing" });

    expect(answer.status).not.toBe(200);
    expect(slack.messages(slack.dm(ANA.id))).toMatchObject([
      { author: "USLACKBOT", to: ANA.id, text: expect.stringContaining("/nothing failed") },
    ]);
  });

  it("gives a response_url five uses in thirty minutes", async () => {
    app = await boltApp(slack, (bolt) => bolt.command("/sync", ({ ack }) => ack()));
    const first = await slack.command({ user: ANA.id, text: "/sync" });
    const second = await slack.command({ user: ANA.id, text: "/sync" });
    const use = (url: string) =>
      fetch(url, { method: "POST", body: JSON.stringify({ text: "hello", response_type: "in_channel" }) });

    const uses = [];
    for (let count = 1; count <= 6; count += 1) uses.push((await use(first.responseUrl)).status);
    const sixth = await (await use(first.responseUrl)).text();
    time.pass(30 * 60_000 + 1);
    const late = await use(second.responseUrl);

    expect(uses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(sixth).toContain("used_url");
    expect([late.status, await late.text()]).toEqual([404, expect.stringContaining("expired_url")]);
    expect(slack.allMessages().filter(({ to }) => to === undefined)).toHaveLength(5);
  });

  it("is refused by an app that knows another secret", async () => {
    app = await boltApp(slack, (bolt) => bolt.command("/sync", ({ ack }) => ack()));
    const other = await workspace({ signingSecret: `${SECRET}!` });
    other.slack.connect(await appUrl());

    const answer = await other.slack.command({ user: ANA.id, text: "/sync" });
    await other.slack.close();

    expect(answer.status).toBe(401);
  });
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
    await settled(() => slack.responses.length === 1);

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
    await settled(() => seen.length === 2);

    expect(seen[0]).toEqual({ s: { pick: { type: "static_select", selected_option: options[1] } } });
    expect(seen[1]).toMatchObject([{ action_id: "pick", block_id: "s", selected_option: { value: "b" } }]);
    await expect(slack.action({ user: ANA.id, from: { home: ANA.id }, actionId: "pick", value: "c" })).rejects.toThrow(
      "does not offer c",
    );
  });
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
    await settled(() => slack.home(ANA.id)?.count === 1);
    const first = slack.home(ANA.id)?.hash;
    await slack.openHome(ANA.id);
    await settled(() => slack.home(ANA.id)?.count === 2);

    expect(hashes).toEqual([undefined, first]);
    await expect(
      app.client.views.publish({ user_id: ANA.id, hash: first, view: { type: "home", blocks: [{ type: "divider" }] } }),
    ).rejects.toMatchObject({ data: { error: "hash_conflict" } });
    expect(slack.home(ANA.id)?.count).toBe(2);
  });

  it("comes again while the app fails, if it is asked to", async () => {
    const retrying = await workspace({ retryEventsAfterMs: [0, 10, 10] });
    const retries: unknown[] = [];
    const failing = createServer((request, response) => {
      retries.push([request.headers["x-slack-retry-num"], request.headers["x-slack-retry-reason"]]);
      response.writeHead(retries.length < 3 ? 500 : 200).end();
    });
    await new Promise<void>((resolve) => failing.listen(0, "127.0.0.1", resolve));
    const address = failing.address();
    retrying.slack.connect(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);

    const answer = await retrying.slack.openHome(ANA.id);
    failing.close();
    await retrying.slack.close();

    expect(answer.status).toBe(200);
    expect(retries).toEqual([
      [undefined, undefined],
      ["1", "http_error"],
      ["2", "http_error"],
    ]);
  });
});

describe("a modal", () => {
  const view = (title: string) => ({
    type: "modal" as const,
    callback_id: "goal",
    title: plain(title),
    submit: plain("Save"),
    blocks: [
      {
        type: "input" as const,
        block_id: "target",
        label: plain("Target"),
        element: { type: "plain_text_input" as const, action_id: "value" },
      },
    ],
  });

  it("opens once by a trigger, is refused by Slack, then by the app, then closes", async () => {
    const triggers: string[] = [];
    const submitted: unknown[] = [];
    app = await boltApp(slack, (bolt) => {
      bolt.command("/goals", async ({ ack, body, client }) => {
        await ack();
        triggers.push(body.trigger_id);
        await client.views.open({ trigger_id: body.trigger_id, view: view("Goal") });
      });
      bolt.view("goal", async ({ ack, view: sent }) => {
        const value = sent.state.values.target?.value?.value;
        submitted.push(value);
        await (value === "0" ? ack({ response_action: "errors", errors: { target: "Above zero" } }) : ack());
      });
    });
    await slack.command({ user: ANA.id, text: "/goals set" });
    await settled(() => slack.modals(ANA.id).length === 1);

    const empty = await slack.submitView({ user: ANA.id });
    const zero = await slack.submitView({ user: ANA.id, entries: { target: { value: "0" } } });
    const stillOpen = slack.modals(ANA.id)[0];
    const right = await slack.submitView({ user: ANA.id, entries: { target: { value: "400" } } });

    expect(empty).toMatchObject({ status: null, errors: { target: "Please complete this required field." } });
    expect(zero).toMatchObject({ status: 200, errors: { target: "Above zero" } });
    expect(stillOpen?.errors).toEqual({ target: "Above zero" });
    expect(right).toMatchObject({ status: 200, errors: {} });
    expect(slack.modals(ANA.id)).toEqual([]);
    expect(submitted).toEqual(["0", "400"]);
    await expect(app.client.views.open({ trigger_id: triggers[0] ?? "", view: view("Goal") })).rejects.toMatchObject({
      data: { error: "exchanged_trigger_id" },
    });
  });

  it("does not open by a trigger of four seconds ago", async () => {
    const triggers: string[] = [];
    app = await boltApp(slack, (bolt) => {
      bolt.command("/goals", async ({ ack, body }) => {
        triggers.push(body.trigger_id);
        await ack();
      });
    });
    await slack.command({ user: ANA.id, text: "/goals set" });
    time.pass(4_000);

    const open = app.client.views.open({ trigger_id: triggers[0] ?? "", view: view("Goal") });

    await expect(open).rejects.toMatchObject({ data: { error: "expired_trigger_id" } });
  });
});

it("proves that the address is the app's", async () => {
  app = await boltApp(slack, () => {});

  expect(await slack.verifyUrl()).toMatchObject({ status: 200, verified: true });
});

async function appUrl(of: SlackStandIn = slack): Promise<string> {
  const state: unknown = await (await fetch(of.url.replace("/api/", "/demo/state"))).json();
  return String(Object(state).app);
}

function plain(text: string) {
  return { type: "plain_text" as const, text };
}
