import { createHash } from "node:crypto";
import { connect } from "node:net";
import type { WebRoute } from "../../../src/web/endpoint";
import { frontBefore } from "../../support/harness/front/front-before";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { eventually } from "../../support/wait";

const MEGABYTE = 1024 * 1024;
const PIECES = 128;
/** Looks without a change after which a stream rests. */
const RESTS = 20;
const TIMEOUTS = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 };

describe("the front", () => {
  let harness: SlackHarness;
  let front: Awaited<ReturnType<typeof frontBefore>>;
  const seen: Readonly<Record<string, unknown>>[] = [];
  let beginReading: () => void = () => undefined;

  const routes: readonly WebRoute[] = [
    {
      path: "/seen",
      method: "GET",
      handler: async (request, response) => {
        seen.push(request.headers);
        response.writeHead(418, "Short and stout", { "x-two": ["a", "b"], "content-type": "text/x-tea" }).end("tea");
      },
    },
    {
      path: "/digest",
      method: "POST",
      handler: async (request, response) => {
        const held = new Promise<void>((begin) => {
          beginReading = begin;
        });
        if (request.headers["x-held"] !== undefined) await held;
        const hash = createHash("sha256");
        for await (const chunk of request) hash.update(chunk);
        response.end(hash.digest("hex"));
      },
    },
    {
      path: "/refuses",
      method: "POST",
      handler: async (request, response) => {
        request.resume();
        response.writeHead(401).end("no");
      },
    },
  ];
  beforeAll(async () => {
    harness = await slackHarness({ routes });
    front = await frontBefore(harness, { patienceMs: 10_000 });
  });
  afterAll(async () => {
    await front.close();
    await harness.close();
  });

  /** All that is answered to bytes, until the connection is closed. */
  const spoken = (text: string, port = front.port) =>
    new Promise<string>((resolve) => {
      let answer = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(text));
      socket.on("data", (data) => {
        answer += data.toString("latin1");
      });
      socket.once("close", () => resolve(answer));
    });

  it("passes nothing on of what is unsigned, forged, stale or too long, and answers as the gate does", async () => {
    const at = String(Math.floor(Date.now() / 1_000));
    const forged = { "x-slack-signature": `v0=${"0".repeat(64)}`, "x-slack-request-timestamp": at };
    const post = async (headers: Record<string, string>, body: string | ReadableStream = "command=%2Fsync") => {
      const streamed = typeof body === "string" ? {} : { duplex: "half" as const };
      return (await fetch(`${front.url}/slack/events`, { method: "POST", headers, body, ...streamed })).status;
    };
    const before = front.received();

    const statuses = [
      await post({}),
      await post(forged),
      await post({ ...forged, "x-slack-request-timestamp": String(Number(at) - 301) }),
      await post(forged, "x".repeat(600 * 1024)),
      await post(forged, new Blob(["x".repeat(600 * 1024)]).stream()),
      (await fetch(`${front.url}/x/../slack/events`, { method: "POST" })).status,
    ];

    expect(statuses).toEqual([401, 401, 401, 413, 413, 401]);
    expect(front.received()).toBe(before);
    expect(harness.log.at("warn").map(({ message }) => message)).toEqual([
      expect.stringMatching(/^A request to Slack's address is not signed with SLACK_SIGNING_SECRET, and none was yet/),
    ]);
  });

  it("passes requests and answers on as they are, with the client's address and without what is about a connection", async () => {
    const lied = { "x-paceline-client-address": "10.9.9.9", "x-own": "1", te: "trailers" };

    const answer = await fetch(`${front.url}/seen`, { headers: lied });
    const old = await spoken("GET /seen HTTP/1.0\r\nx-own: 2\r\nconnection: x-own\r\n\r\n");

    expect([answer.status, answer.statusText, await answer.text()]).toEqual([418, "Short and stout", "tea"]);
    expect([answer.headers.get("x-two"), answer.headers.get("content-type")]).toEqual(["a, b", "text/x-tea"]);
    expect(old).toMatch(/^HTTP\/1\.1 418 Short and stout\r\n[\s\S]*\r\n\r\ntea$/);
    const [first, second] = seen.splice(0);
    const own = { "x-own": "1", host: `127.0.0.1:${front.port}`, "x-paceline-client-address": "127.0.0.1" };
    expect(first).toMatchObject(own);
    expect(first).not.toHaveProperty("te");
    expect(second).not.toHaveProperty("x-own");
  });

  it("lets no body be taken for another request", async () => {
    const inner = "GET /seen HTTP/1.1\r\nhost: x\r\nx-inner: 1\r\n\r\n";
    const chunk = `${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`;

    const answers = await Promise.all([
      spoken(`GET /seen HTTP/1.1\r\nhost: x\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n${chunk}`),
      spoken(
        `GET /seen HTTP/1.1\r\nhost: x\r\nconnection: close, content-length\r\ncontent-length: ${inner.length}\r\n\r\n${inner}`,
      ),
    ]);
    await fetch(`${front.url}/seen`);

    expect(answers.map((text) => text.match(/HTTP\/1\.1 \d+/g))).toEqual([["HTTP/1.1 418"], ["HTTP/1.1 418"]]);
    expect(seen.splice(0).map((headers) => headers["x-inner"])).toEqual([undefined, undefined, undefined]);
  });

  it("takes a large body no faster than it is read behind it, and passes it on whole", async () => {
    const piece = Buffer.alloc(MEGABYTE, "order;");
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        if (pulled > PIECES) controller.close();
        else controller.enqueue(piece);
      },
    });

    const asked = fetch(`${front.url}/digest`, { method: "POST", body, duplex: "half", headers: { "x-held": "1" } });
    // A command is answered while the file waits.
    const command = await front.requests.command("U0ANA", ["/goals", "help"]);
    const last = { pulled: 0, times: 0 };
    await eventually(() => {
      last.times = pulled === last.pulled ? last.times + 1 : 0;
      last.pulled = pulled;
      return pulled > 0 && last.times > RESTS;
    });
    const waiting = pulled;
    beginReading();
    const digest = await (await asked).text();

    expect(command.status).toBe(200);
    expect(waiting).toBeLessThan(PIECES / 2);
    const whole = createHash("sha256");
    for (let left = PIECES; left > 0; left -= 1) whole.update(piece);
    expect(digest).toBe(whole.digest("hex"));
  });

  it("passes a refusal back before a body is sent whole", async () => {
    const begun = "POST /refuses HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 500\r\n\r\n12345";

    const answer = await spoken(begun);

    expect(answer).toMatch(/^HTTP\/1\.1 401 [\s\S]*\r\nno\r\n/);
  });

  it("cuts off who sends headers or a body too slowly", async () => {
    // Node by itself waits a minute, which this test does not.
    const hasty = await frontBefore(harness, { timeouts: TIMEOUTS });

    const answers = await Promise.all([
      spoken("POST /slack/events HTTP/1.1\r\nx-slow", hasty.port),
      spoken("POST /digest HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n1", hasty.port),
    ]);
    await hasty.close();

    expect(answers).toEqual([expect.stringMatching(/^HTTP\/1\.1 408 /), expect.stringMatching(/^HTTP\/1\.1 408 /)]);
  }, 30_000);

  it("answers 502 when the process behind it is gone", async () => {
    const other = await slackHarness();
    const alone = await frontBefore(other, { patienceMs: 10_000 });
    await other.app.stop();

    const answers = [
      (await fetch(`${alone.url}/healthz`)).status,
      (await alone.requests.submit("U0ANA", "role_form")).status,
    ];
    await alone.close();
    await other.close();

    expect(answers).toEqual([502, 502]);
  });
});
