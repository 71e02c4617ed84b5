import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import WebSocket from "ws";
import { listenFrom } from "../../../src/demo/page-server/listen-from";
import type { PageServer } from "../../../src/demo/page-server/serve-page";
import type { FakeSlack } from "../../../src/demo/slack/fake-slack";
import { pageOn } from "../../support/harness/demo/page-server";
import { ANA, workspace } from "../../support/harness/demo/slack";
import { eventually } from "../../support/wait";

let slack: FakeSlack;
let page: PageServer;
let acted: readonly { readonly id: string; readonly user: string }[];
let listeners: ReadonlySet<() => void>;

beforeAll(async () => {
  ({ slack } = await workspace());
  ({ page, acted, listeners } = await pageOn(slack));
});
afterAll(async () => {
  await page.close();
  await slack.close();
});

const get = (path: string) => fetch(`${page.url}${path}`);
const jsonOf = async (response: Response) => JSON.parse(await response.text());
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${page.url}${path}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });

describe("the page's server", () => {
  it.each([
    ["/", "text/html", '<div id="page">'],
    ["/assets/page.js", "text/javascript", "Demo controls"],
    ["/assets/page.css", "text/css", "light-dark("],
    ["/assets/icon.svg", "image/svg+xml", "<svg"],
  ])("serves %s", async (path, type, part) => {
    const response = await get(path);

    expect(response.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
    expect(await response.text()).toContain(part);
  });

  it("allows the page nothing but itself", async () => {
    const policy = (await get("/")).headers.get("content-security-policy") ?? "";

    expect(policy.split("; ")).toEqual([
      "default-src 'self'",
      `connect-src 'self' ws://${new URL(page.url).host}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it("has nothing elsewhere", async () => {
    expect((await get("/package.json")).status).toBe(404);
    expect((await get("/toString")).status).toBe(404);
    expect((await post("/", {})).status).toBe(404);
  });

  it("shows the workspace as one person sees it, and lets them speak", async () => {
    await post("/demo/say", { user: ANA.id, text: "Hello", channel: "C0SALES" });

    const state = await jsonOf(await get(`/demo/state?user=${ANA.id}`));

    expect(state.messages).toMatchObject([{ channel: "C0SALES", text: "Hello", author: ANA.id }]);
    expect(state.channels.map(({ id }: { id: string }) => id)).toEqual(["C0SALES", "C0OTHER", "G0SECRET"]);
  });

  it("says what Paceline takes people for", async () => {
    expect(await (await get("/roles")).json()).toEqual({ U0BEN: "manager" });
  });

  it.each([["evil.example"], ["127.0.0.1.evil.example"]])("answers nobody who asks for %s", async (host) => {
    expect(await statusFor(host)).toBe(403);
  });

  it("does nothing for a page of another origin", async () => {
    const response = await post("/controls/reset", {}, { origin: "http://evil.example" });

    expect(response.status).toBe(403);
  });
});

describe("the stage over HTTP", () => {
  it("is shown, moved as somebody, and reset", async () => {
    const moved = await post("/controls/run", { id: "fault.justcall-down", user: ANA.id });

    expect(await moved.json()).toEqual({ ok: true, said: "JustCall is down: sync again." });
    expect(acted).toEqual([{ id: "fault.justcall-down", user: ANA.id }]);
    expect(await (await get("/controls")).json()).toMatchObject({ done: { "fault.justcall-down": 1 } });
    expect(await (await post("/controls/reset", {})).json()).toEqual({ ok: true, said: "Everything is as it was." });
    expect(acted).toEqual([]);
  });

  it.each([
    ["an unknown action", "/controls/run", { id: "dance", user: "U0ANA" }, 400, "Nothing here is called dance"],
    ["an action that breaks", "/controls/run", { id: "fault.broken", user: "U0ANA" }, 500, "The far end is gone"],
    ["no action at all", "/controls/run", { user: "U0ANA" }, 400, undefined],
    ["another path", "/controls/dance", {}, 404, undefined],
  ])("refuses %s in words", async (_name, path, body, status, message) => {
    const response = await post(path, body);

    expect(response.status).toBe(status);
    expect((await jsonOf(response)).message).toBe(message);
  });

  it("takes JSON alone, which a form of another page cannot send", async () => {
    expect((await post("/controls/reset", {}, { "content-type": "text/plain" })).status).toBe(415);
    expect((await fetch(`${page.url}/controls`, { method: "DELETE" })).status).toBe(405);
  });
});

describe("the live connection", () => {
  it("tells of a change in the workspace and on the stage, several at once only once", async () => {
    const { received, open, close } = listen();
    await open;

    slack.say({ user: ANA.id, text: "One" });
    slack.say({ user: ANA.id, text: "Two" });
    await eventually(() => received.length > 0);
    for (const listener of listeners) listener();
    await eventually(() => received.length > 1);
    close();

    expect(received).toEqual([{ kind: "changed" }, { kind: "changed" }]);
  });

  it("is refused to a page of another origin", async () => {
    const { open } = listen({ origin: "http://evil.example" });

    await expect(open).rejects.toThrow("403");
  });
});

it("takes the next port when one is taken", async () => {
  const [first, second] = [createServer(), createServer()];
  try {
    const taken = await listenFrom(first, 0);

    const next = await listenFrom(second, taken);

    expect(next).toBeGreaterThan(taken);
    expect(second.address()).toMatchObject({ address: "127.0.0.1", port: next } satisfies Partial<AddressInfo>);
  } finally {
    first.close();
    second.close();
  }
});

function statusFor(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(page.url, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

function listen(headers: Record<string, string> = {}) {
  const socket = new WebSocket(page.url.replace("http", "ws").concat("/live"), { headers });
  const received: unknown[] = [];
  socket.on("message", (data) => received.push(JSON.parse(String(data))));
  const open = new Promise<void>((resolve, reject) => {
    socket.once("open", resolve).once("error", reject);
  });
  return { received, open, close: () => socket.close() };
}
