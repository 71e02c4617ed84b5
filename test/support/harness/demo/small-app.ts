import type { ModalView } from "@slack/types";
import { startFakeSlack } from "../../../../src/demo/slack/fake-slack";
import { pageOn } from "./page-server";
import { ANA, BEN, boltApp, clock, GONE, SECRET, TOKEN } from "./slack";

const plain = (text: string) => ({ type: "plain_text" as const, text });
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });

const GOAL: ModalView = {
  type: "modal",
  callback_id: "goal",
  title: plain("Set a goal"),
  submit: plain("Save"),
  blocks: [
    { type: "input", block_id: "name", label: plain("Name"), element: { type: "plain_text_input", action_id: "v" } },
    {
      type: "input",
      block_id: "target",
      label: plain("Target"),
      element: { type: "number_input", action_id: "v", is_decimal_allowed: false },
    },
    { type: "input", block_id: "who", label: plain("Who"), element: { type: "users_select", action_id: "v" } },
    {
      type: "input",
      block_id: "period",
      label: plain("Period"),
      element: { type: "radio_buttons", action_id: "v", options: [option("Weekly"), option("Monthly")] },
    },
    {
      type: "input",
      block_id: "sources",
      label: plain("Sources"),
      element: { type: "multi_static_select", action_id: "v", options: [option("Copper"), option("JustCall")] },
    },
    { type: "input", block_id: "from", label: plain("From"), element: { type: "datepicker", action_id: "v" } },
    { type: "input", block_id: "at", label: plain("At"), element: { type: "timepicker", action_id: "v" } },
  ],
};

/** A small real app: `/goals` opens a modal, `/sync` says something that may be removed; and the page it is used on. */
export async function kitchenApp() {
  const slack = await startFakeSlack({
    now: clock().now,
    signingSecret: SECRET,
    botToken: TOKEN,
    team: { id: "T0ACME", name: "Acme Sales" },
    members: [ANA, BEN, GONE],
    channels: [{ id: "C0SALES", name: "sales" }],
    rateLimits: false,
  });
  const submitted: unknown[] = [];
  const app = await boltApp(slack, (bolt) => {
    bolt.command("/goals", async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: GOAL });
    });
    bolt.command("/sync", ({ ack }) => ack({ text: "Removable", blocks: removable() }));
    bolt.action("remove", async ({ ack, respond }) => {
      await ack();
      await respond({ text: "Removed, or _not_ :tada:", replace_original: true });
    });
    bolt.view("goal", async ({ ack, view }) => {
      submitted.push(view.state.values);
      const small = Number(view.state.values.target?.v?.value) < 10;
      await (small ? ack({ response_action: "errors", errors: { target: "At least 10, please." } }) : ack());
    });
  });
  const { page } = await pageOn(slack);
  const close = async () => {
    await page.close();
    await app.stop();
    await slack.close();
  };
  return { slack, submitted, url: page.url, close };
}

function removable() {
  const confirm = {
    title: plain("Remove it?"),
    text: plain("It goes."),
    confirm: plain("Remove"),
    deny: plain("Keep"),
  };
  const button = { type: "button" as const, action_id: "remove", text: plain("Remove…"), confirm };
  const film = { title: plain("A film"), alt_text: "A film", video_url: "https://films.example/1" };
  return [
    { type: "actions" as const, elements: [button] },
    { type: "video" as const, ...film, thumbnail_url: "https://films.example/1.png" },
  ];
}

/** The place in the page's address of that person's messages with the app. */
export function messagesOf(url: string, user: string): string {
  return `${url}/#/${user}/messages`;
}
