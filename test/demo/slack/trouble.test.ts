import type { WebClient } from "@slack/web-api";
import type { FakeSlack } from "../../../src/demo/slack/fake-slack";
import { ANA, BEN, workspace } from "../../support/harness/demo/slack";

let slack: FakeSlack;
let client: WebClient;

beforeEach(async () => {
  ({ slack, client } = await workspace());
});
afterEach(() => slack.close());

const error = (code: string) => ({ data: { ok: false, error: code } });

describe("limits", () => {
  it("stop the twenty-first listing of members in a minute", async () => {
    for (let count = 1; count <= 20; count += 1) await client.users.list({ limit: 1 });

    const late = client.users.list({ limit: 1 });

    await expect(late).rejects.toMatchObject({
      code: "slack_webapi_rate_limited_error",
      retryAfter: expect.any(Number),
    });
  });

  it("hold per channel when asked for", async () => {
    const strict = await workspace({ channelRate: true });
    await strict.client.chat.postMessage({ channel: ANA.id, text: "1" });

    const second = strict.client.chat.postMessage({ channel: ANA.id, text: "2" });

    await expect(second).rejects.toMatchObject({ retryAfter: 1 });
    await strict.client.chat.postMessage({ channel: BEN.id, text: "3" });
    await strict.slack.close();
  });
});

describe("the script of faults", () => {
  it("keeps a message whose answer was lost", async () => {
    slack.faults.push({ method: "chat.postMessage", outcome: { status: 500, accept: true } });
    slack.faults.push({ method: "chat.postMessage", outcome: { reset: true, accept: true } });
    slack.faults.push({ method: "chat.postMessage", outcome: { status: 503 } });
    slack.faults.push({ method: "chat.postMessage", outcome: { error: "fatal_error" } });
    slack.faults.push({ method: "chat.postMessage", outcome: { status: 429, retryAfter: 7 } });
    const post = (text: string) => client.chat.postMessage({ channel: ANA.id, text });

    await expect(post("1")).rejects.toMatchObject({ statusCode: 500 });
    await expect(post("2")).rejects.toMatchObject({ code: "slack_webapi_request_error" });
    await expect(post("3")).rejects.toMatchObject({ statusCode: 503 });
    await expect(post("4")).rejects.toMatchObject(error("fatal_error"));
    await expect(post("5")).rejects.toMatchObject({ retryAfter: 7 });
    await post("6");

    expect(slack.messages(slack.dm(ANA.id)).map(({ text }) => text)).toEqual(["1", "2", "6"]);
    expect(slack.faults.pending()).toEqual([]);
    expect(slack.calls.filter(({ method }) => method === "chat.postMessage")).toHaveLength(6);
  });

  it("hangs for as long as it is told", async () => {
    slack.faults.push({ method: "auth.test", outcome: { hangMs: 150 } });
    const began = performance.now();

    await client.auth.test();

    expect(performance.now() - began).toBeGreaterThan(140);
  });
});
