import { createServer } from "node:http";
import type { FakeSlack } from "../../../src/demo/slack/fake-slack";
import { ANA, workspace } from "../../support/harness/demo/slack";

let slack: FakeSlack;

beforeEach(async () => {
  ({ slack } = await workspace());
});
afterEach(() => slack.close());

describe("an event", () => {
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

  it("comes again though the app took it, but for a Home that is opened", async () => {
    const got: unknown[] = [];
    const taking = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { event, event_id } = JSON.parse(Buffer.concat(chunks).toString());
        got.push([event.type, event_id, request.headers["x-slack-retry-num"]]);
        response.end();
      });
    });
    await new Promise<void>((resolve) => taking.listen(0, "127.0.0.1", resolve));
    const address = taking.address();
    slack.connect(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);

    await slack.write({ user: ANA.id, text: "hello" });
    await slack.openHome(ANA.id);
    taking.close();

    const id = expect.stringMatching(/^Ev/);
    expect(got).toEqual([
      ["message", id, undefined],
      ["message", id, "1"],
      ["app_home_opened", id, undefined],
    ]);
    expect(Object(got[0])[1]).toBe(Object(got[1])[1]);
  });
});
