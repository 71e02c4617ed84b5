import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { noRetryClient, slackClient } from "../../../src/slack/platform/clients";
import { slackFetch } from "../../../src/slack/platform/slack-fetch";
import { memoryLog } from "../../support/fakes/memory-log";

/** A server that answers all it is asked with a status, and keeps what it was asked. */
async function answering(status: number, headers: Readonly<Record<string, string>> = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(String(request.url));
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, asked, close: () => new Promise((resolve) => server.close(resolve)) };
}

describe("what reaches out to Slack", () => {
  const open: { close(): Promise<unknown> }[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
  });

  it("follows no redirect and calls no other host", async () => {
    const elsewhere = await answering(200);
    const slack = await answering(307, { location: `${elsewhere.url}/stolen` });
    open.push(elsewhere, slack);
    const call = slackFetch(`${slack.url}/api/`);

    await expect(call(`${slack.url}/commands/x`, { method: "POST", body: "secret" })).rejects.toThrow();
    await expect(call(`${elsewhere.url}/x`, { method: "POST", body: "secret" })).rejects.toThrow("not Slack's");

    expect([slack.asked, elsewhere.asked]).toEqual([["/commands/x"], []]);
  });

  it("does not take a method that is an address for one", async () => {
    const elsewhere = await answering(200);
    const slack = await answering(404);
    open.push(elsewhere, slack);
    const client = slackClient({ token: "xoxb-of-tests", apiUrl: `${slack.url}/api/`, log: memoryLog() });

    await expect(client.apiCall(`${elsewhere.url}/take`)).rejects.toThrow();

    expect(elsewhere.asked).toEqual([]);
  });

  it("writes what Slack's client has to say to our log, and nothing beside it", async () => {
    const slack = await answering(200);
    await slack.close();
    const log = memoryLog();
    const printed: unknown[] = [];
    const spies = (["log", "info", "warn", "error", "debug"] as const).map((at) =>
      jest.spyOn(console, at).mockImplementation((...said) => void printed.push(said)),
    );

    const client = noRetryClient({ token: "xoxb-of-tests", apiUrl: `${slack.url}/api/`, log });
    await expect(client.auth.test()).rejects.toThrow();
    for (const spy of spies) spy.mockRestore();

    expect(log.at("warn")[0]).toMatchObject({ message: "Slack's client warns" });
    expect(printed).toEqual([]);
  });
});
