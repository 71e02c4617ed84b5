import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { type VendorClient, vendorClient } from "../../src/sources/http";
import { rateLimiter } from "../../src/sources/rate-limit";
import { SourceError } from "../../src/sources/source-error";
import { type FakeTime, fakeTime, silent } from "./support/fake-time";

type Respond = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function vendor(respond: Respond, extra: { tryMs?: number } = {}) {
  let nth = 0;
  const server = createServer((request, response) => {
    nth += 1;
    respond(request, response, nth);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  closing.push(
    () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const time = fakeTime(new Date("2026-11-24T12:00:00Z"));
  return { time, client: clientOf(`http://127.0.0.1:${port}/base/`, time, extra), asked: () => nth };
}

function clientOf(baseUrl: string, time: FakeTime, extra: { tryMs?: number } = {}): VendorClient {
  const { clock, sleep } = time;
  return vendorClient({
    source: "justcall",
    baseUrl,
    headers: { Authorization: "k3y:s3cret" },
    limiter: rateLimiter({ allowances: [], clock, sleep }),
    keyHint: "JUSTCALL_API_KEY and JUSTCALL_API_SECRET",
    clock,
    sleep,
    random: () => 1,
    log: silent,
    ...extra,
  });
}

/** The error of a request, made sure to hold no secret anywhere. */
async function faultOf(client: VendorClient) {
  const error: unknown = await client.request({ method: "GET", path: "/calls" }).catch((caught: unknown) => caught);
  if (!(error instanceof SourceError)) throw new Error(`No SourceError but ${String(error)}`);
  const { cause } = error;
  const words = `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(cause)} ${JSON.stringify(cause)}`;
  expect(words).not.toMatch(/k3y|s3cret/);
  return { fault: error.fault, message: error.message };
}

describe("a vendor's client", () => {
  it("sends headers, query and body, and returns JSON and headers in lower case", async () => {
    const seen: unknown[] = [];
    const { client } = await vendor(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += String(chunk);
      seen.push([request.method, request.url, request.headers.authorization, body]);
      response.writeHead(200, { "X-PW-TOTAL": "3" }).end('{"fine":true}');
    });

    const answer = await client.request({ method: "POST", path: "/calls", query: { page: 1 }, body: { a: 1 } });

    expect(seen).toEqual([["POST", "/base/calls?page=1", "k3y:s3cret", '{"a":1}']]);
    expect(answer.json).toEqual({ fine: true });
    expect(answer.headers["x-pw-total"]).toBe("3");
    expect(client.requests()).toBe(1);
  });

  it.each([
    ["an HTML page", "<html>Sign in</html>", "JustCall answered /calls with an HTML page, not with JSON"],
    [
      "half of the JSON",
      '[{"id":1},{"i',
      "JustCall answered /calls with something that breaks off or is garbled after 13 characters, not with JSON",
    ],
    ["nothing", "", "JustCall answered /calls with nothing, not with JSON"],
    ["the key itself", "k3y:s3cret", "JustCall answered /calls with text of 10 characters, not with JSON"],
  ])("names what came when it is %s, and does not ask again", async (_, text, message) => {
    const { client, asked } = await vendor((_request, response) => response.writeHead(200).end(text));

    expect(await faultOf(client)).toEqual({ fault: "unexpected-answer", message });
    expect(asked()).toBe(1);
  });

  it.each([
    [
      401,
      "credentials",
      "JustCall key refused (401): an admin must renew it in JUSTCALL_API_KEY and JUSTCALL_API_SECRET",
    ],
    [
      403,
      "credentials",
      "JustCall key may not read /calls (403): an admin must give it access, or set another in JUSTCALL_API_KEY and JUSTCALL_API_SECRET",
    ],
    [302, "unexpected-answer", "JustCall answered /calls with a redirect (302), which is not followed"],
    [422, "unexpected-answer", "JustCall refused a request to /calls (422)"],
  ])("does not repeat a %i", async (status, fault, message) => {
    const { client, asked, time } = await vendor((_request, response) =>
      response.writeHead(status, { Location: "http://127.0.0.1:9/" }).end("{}"),
    );

    expect(await faultOf(client)).toEqual({ fault, message });
    expect([asked(), time.slept()]).toEqual([1, 0]);
  });

  it.each([500, 503, 408])("repeats a %i with growing waits, six tries in all", async (status) => {
    const { client, asked, time } = await vendor((_request, response) => response.writeHead(status).end("{}"));

    const { fault } = await faultOf(client);

    expect(fault).toBe("unreachable");
    expect([asked(), client.requests()]).toEqual([6, 6]);
    expect(time.slept()).toBe(500 + 1_000 + 2_000 + 4_000 + 8_000);
  });

  it("goes on after a lost connection and a cut answer", async () => {
    const { client, asked } = await vendor((request, response, nth) => {
      if (nth === 1) request.socket.destroy();
      else if (nth === 2) response.writeHead(200, { "Content-Length": "100" }).write("[", () => response.destroy());
      else response.writeHead(200).end("[]");
    });

    expect((await client.request({ method: "GET", path: "/calls" })).json).toEqual([]);
    expect(asked()).toBe(3);
  });

  it("gives up a try that is not answered in time", async () => {
    const { client, asked } = await vendor((_request, response, nth) => nth > 1 && response.writeHead(200).end("[]"), {
      tryMs: 100,
    });

    expect((await client.request({ method: "GET", path: "/calls" })).json).toEqual([]);
    expect(asked()).toBe(2);
  });

  it("says that nobody listens", async () => {
    const time = fakeTime(new Date("2026-11-24T12:00:00Z"));

    expect(await faultOf(clientOf("http://127.0.0.1:1", time))).toEqual({
      fault: "unreachable",
      message: "JustCall cannot be reached: the connection failed; it is tried again at the next sync",
    });
  });

  it("refuses an answer of more than 20 MB", async () => {
    const { client, asked } = await vendor((_request, response) =>
      response.writeHead(200).end(`"${"x".repeat(21 * 1024 * 1024)}"`),
    );

    expect((await faultOf(client)).fault).toBe("unexpected-answer");
    expect(asked()).toBe(1);
  });

  it.each<[string, Record<string, string>, () => string | Buffer]>([
    ["of 60 MB", {}, () => Buffer.alloc(60 * 1024 * 1024, "x")],
    ["that unpacks to 200 MB", { "Content-Encoding": "gzip" }, () => gzipSync(Buffer.alloc(200 * 1024 * 1024))],
    ["packed a thousand times over", { "Content-Encoding": "gzip" }, () => packed(1_000)],
    ["that says it is packed a thousand times", { "Content-Encoding": "gzip, ".repeat(1_000) }, () => packed(3)],
    ["that says it is packed and is not", { "Content-Encoding": "gzip" }, () => "[]"],
  ])("refuses an answer %s without filling the memory", async (_what, headers, body) => {
    const bytes = body();
    const { client } = await vendor((_request, response) => response.writeHead(200, headers).end(bytes));
    const before = process.memoryUsage().rss;

    const { fault, message } = await faultOf(client);

    expect(fault).toMatch(/^(unexpected-answer|unreachable)$/);
    expect(message).toMatch(/^JustCall (answered \/calls with |cannot be reached)/);
    expect(process.memoryUsage().rss - before).toBeLessThan(180 * 1024 * 1024);
  });

  it.each<[string, Record<string, string>, number]>([
    ["as told in seconds", { "Retry-After": "7" }, 7_000],
    ["at least a second", { "Retry-After": "0" }, 1_000],
    ["until a date", { "Retry-After": "Tue, 24 Nov 2026 12:00:30 GMT" }, 30_000],
    ["two seconds without being told", {}, 2_000],
    ["two seconds when told a word", { "Retry-After": "soon" }, 2_000],
    ["two seconds when told a negative number", { "Retry-After": "-5" }, 2_000],
    ["two seconds when told a year", { "Retry-After": "31536000" }, 2_000],
    [
      "until the allowance that is spent is new",
      {
        "X-Rate-Limit-Burst-Remaining": "0",
        "X-Rate-Limit-Burst-Reset": String(Date.parse("2026-11-24T12:00:41Z") / 1_000),
      },
      41_000,
    ],
    ["as long as the vendor may ask for", { "Retry-After": "180" }, 180_000],
  ])("waits after a 429 %s", async (_, headers, waited) => {
    const { client, asked, time } = await vendor((_request, response, nth) =>
      nth === 1 ? response.writeHead(429, headers).end("{}") : response.writeHead(200).end("[]"),
    );

    expect((await client.request({ method: "GET", path: "/calls" })).json).toEqual([]);
    expect([asked(), time.slept()]).toEqual([2, waited]);
  });

  it("leaves a vendor alone that asks for more than three minutes", async () => {
    const { client, asked, time } = await vendor((_request, response) =>
      response.writeHead(429, { "Retry-After": "181" }).end("{}"),
    );

    expect((await faultOf(client)).fault).toBe("throttled");
    expect([asked(), time.slept()]).toEqual([1, 0]);
  });

  it("gives up on a 429 that never ends", async () => {
    const { client, asked } = await vendor((_request, response) => response.writeHead(429).end("{}"));

    expect((await faultOf(client)).fault).toBe("throttled");
    expect(asked()).toBe(6);
  });
});

/** An empty list, packed so many times. */
function packed(times: number): Buffer {
  let bytes = Buffer.from("[]");
  for (let nth = 0; nth < times; nth += 1) bytes = gzipSync(bytes);
  return bytes;
}
