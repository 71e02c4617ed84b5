import type { App } from "@slack/bolt";
import type { FakeSlack } from "../../../src/demo/slack/fake-slack";
import { ANA, boltApp, type clock, SECRET, workspace } from "../../support/harness/demo/slack";
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

describe("a command", () => {
  it("is acknowledged by a real app and answered where it was typed", async () => {
    app = await boltApp(slack, (bolt) => {
      bolt.command("/sync", async ({ ack, respond, command }) => {
        await ack("Syncing…");
        await respond({ text: `${command.text} for ${command.user_name}`, replace_original: true });
      });
    });

    const answer = await slack.command({ user: ANA.id, text: "/sync 7d" });
    await eventually(() => slack.responses.length === 1);

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

it("proves that the address is the app's", async () => {
  app = await boltApp(slack, () => {});

  expect(await slack.verifyUrl()).toMatchObject({ status: 200, verified: true });
});

async function appUrl(of: FakeSlack = slack): Promise<string> {
  const state: unknown = await (await fetch(of.url.replace("/api/", "/demo/state"))).json();
  return String(Object(state).app);
}
