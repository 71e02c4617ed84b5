import type { FakeSlack } from "../../../src/demo/slack/fake-slack";
import { ANA, BEN, boltApp, workspace } from "../../support/harness/demo/slack";

it("a workspace that is restored is as it began, and takes what comes next", async () => {
  const { slack, client, time } = await workspace();
  const app = await boltApp(slack, (bolt) => {
    bolt.command("/goals", async ({ ack, body, client: asked }) => {
      await ack("Here");
      const title = { type: "plain_text" as const, text: "Goal" };
      await asked.views.open({ trigger_id: body.trigger_id, view: { type: "modal", title, blocks: [] } });
    });
  });
  const began = { members: slack.members(), channels: slack.channels() };
  const home = { type: "home" as const, blocks: [{ type: "divider" as const }] };
  time.pass(86_400_000);
  const { responseUrl } = await slack.command({ user: ANA.id, text: "/goals" });
  await client.views.publish({ user_id: ANA.id, view: home });
  slack.putMember({ ...BEN, deactivated: true });
  slack.invite("C0OTHER");
  slack.faults.push({ method: "chat.postMessage", outcome: { status: 500 } });
  time.pass(-86_400_000);

  slack.restore();

  expect(shown(slack)).toEqual({ messages: [], home: undefined, modals: [], calls: 0, responses: 0 });
  expect({ members: slack.members(), channels: slack.channels() }).toEqual(began);
  expect((await fetch(responseUrl, { method: "POST", body: '{"text":"late"}' })).status).toBe(404);
  const { ts } = await client.chat.postMessage({ channel: BEN.id, text: "Good morning" });
  expect(ts).toBe("1793221500.000000");
  await app.stop();
  await slack.close();
});

function shown(slack: FakeSlack) {
  return {
    messages: slack.allMessages(),
    home: slack.home(ANA.id),
    modals: slack.modals(ANA.id),
    calls: slack.calls.length,
    responses: slack.responses.length,
  };
}
