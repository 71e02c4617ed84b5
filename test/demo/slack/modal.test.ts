import type { App } from "@slack/bolt";
import type { FakeSlack } from "../../../src/demo/slack/fake-slack";
import { ANA, boltApp, type clock, workspace } from "../../support/harness/demo/slack";
import { eventually } from "../../support/wait";

let slack: FakeSlack;
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
    await eventually(() => slack.modals(ANA.id).length === 1);

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

  it("stands above the form it was pushed from, which has what was entered again, until one clears the stack", async () => {
    const submitted: unknown[] = [];
    const above = (title: string) => ({ ...view(title), callback_id: "above", clear_on_close: title === "Saved" });
    app = await boltApp(slack, (bolt) => {
      bolt.command("/goals", async ({ ack, body, client }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: view("Goal") });
      });
      bolt.view("goal", ({ ack }) => ack({ response_action: "push", view: above("Review") }));
      bolt.view("above", async ({ ack, view: sent }) => {
        submitted.push([sent.root_view_id, sent.previous_view_id]);
        await ack({ response_action: "update", view: above("Saved") });
      });
    });
    await slack.command({ user: ANA.id, text: "/goals set" });
    await eventually(() => slack.modals(ANA.id).length === 1);
    const titles = () => slack.modals(ANA.id).map((shown) => shown.view.title);

    await slack.submitView({ user: ANA.id, entries: { target: { value: "400" } } });
    expect(titles()).toMatchObject([{ text: "Goal" }, { text: "Review" }]);
    await slack.closeView({ user: ANA.id });
    expect(titles()).toMatchObject([{ text: "Goal" }]);
    expect(slack.modals(ANA.id)[0]?.values.target?.value).toMatchObject({ value: "400" });
    const form = slack.modals(ANA.id)[0]?.id;
    await slack.submitView({ user: ANA.id });
    await slack.submitView({ user: ANA.id, entries: { target: { value: "1" } } });

    expect(titles()).toMatchObject([{ text: "Goal" }, { text: "Saved" }]);
    expect(submitted).toEqual([[form, form]]);
    await slack.closeView({ user: ANA.id });
    expect(titles()).toEqual([]);
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

function plain(text: string) {
  return { type: "plain_text" as const, text };
}
