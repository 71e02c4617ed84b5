import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { publicUrlFault, tryPublicUrl } from "../../src/cli/setup/public-address";
import { startFakes } from "../../src/demo/fakes";
import { sampleMonth } from "../../src/demo/sample/sample-month";
import { healthRoute } from "../../src/web/health";
import { closedAfterEach } from "../support/env/closed-after-each";
import { freePort } from "../support/env/free-port";

const now = () => new Date();

describe("a public address that is tried", () => {
  const closed = closedAfterEach();
  const found = async (attempt: typeof tryPublicUrl, values: Readonly<Record<string, string>>) => {
    const { kind, says } = await attempt(values);
    return `${kind}: ${says.join(" ")}`;
  };

  it("is reached, or not yet, each said with what to do, and never refused", async () => {
    const { slack, copper } = closed(await startFakes(sampleMonth(), now));
    const mine = { HOST: "127.0.0.1", PORT: String(await freePort()) };
    const address = `http://127.0.0.1:${mine.PORT}`;
    const elsewhere = { ...mine, PUBLIC_URL: new URL(slack.url).origin };

    expect(await found(tryPublicUrl, { ...mine, PUBLIC_URL: address })).toBe(
      "right: This machine answers at that address.",
    );
    // What Slack or a vendor sends meanwhile is not taken, so that it is sent again.
    const events = createServer(async (_request, response) => {
      const answer = await fetch(`${address}/slack/events`, { method: "POST" });
      response.writeHead(answer.status).end(await answer.text());
    });
    closed({ close: async () => events.close() });
    await once(events.listen(0, "127.0.0.1"), "listening");
    const forwarding = { ...mine, PUBLIC_URL: `http://127.0.0.1:${(events.address() as AddressInfo).port}` };
    expect(await found(tryPublicUrl, forwarding)).toMatch(/^later: .*something else answers there \(HTTP 503\)/);
    expect(await found(tryPublicUrl, elsewhere)).toMatch(
      /^later: Not reachable yet: something else answers there \(HTTP 404\)\. Does your proxy or tunnel run, and forward it to http:\/\/127\S+, where/,
    );
    // Where the port is taken, only a Paceline that runs there counts, by what it says of its health.
    const { handler } = healthRoute(async () => undefined);
    const running = createServer((request, response) => void handler(request, response));
    closed({ close: async () => running.close() });
    await once(running.listen(0, "127.0.0.1"), "listening");
    const own = String((running.address() as AddressInfo).port);
    expect(await found(tryPublicUrl, { ...mine, PORT: own, PUBLIC_URL: `http://127.0.0.1:${own}` })).toBe(
      "right: Your running Paceline answers there.",
    );
    const taken = { ...mine, PORT: new URL(copper.url).port };
    expect(await found(tryPublicUrl, { ...taken, PUBLIC_URL: address })).toBe(
      `later: Another program listens at http://127.0.0.1:${taken.PORT}: before you start Paceline, stop it, or set another PORT and forward the address there.`,
    );
    // Most often the proxy or tunnel is not there, or leads elsewhere.
    const unused = { PUBLIC_URL: `http://127.0.0.1:${await freePort()}` };
    expect(await found(tryPublicUrl, { ...mine, ...unused })).toBe(
      `later: Not reachable yet (ECONNREFUSED). Does your proxy or tunnel run, and forward it to ${address}, where Paceline listens? If it runs on another machine, set HOST=0.0.0.0.`,
    );
    expect(await found(tryPublicUrl, { ...mine, PORT: own, ...unused })).toMatch(/^later: Not reachable yet/);
    expect(await found(tryPublicUrl, { ...mine, PUBLIC_URL: "https://paceline.invalid" })).toMatch(
      /^later: Not reachable yet/,
    );
    expect(await found(tryPublicUrl, { ...mine, PUBLIC_URL: "paceline" })).toMatch(/^wrong: PUBLIC_URL/);
  });

  it.each([
    ["https://paceline.acme.com", null],
    ["https://paceline.acme.com/", null],
    ["https://paceline.acme.com/slack/events", /without a path: https:\/\/paceline\.acme\.com\. /],
    ["https://paceline.acme.com/?a=b", /without a path/],
    ["paceline.acme.com", /begins with https/],
  ])("is typed without a path: %s", (typed, fault) => {
    if (fault === null) expect(publicUrlFault(typed)).toBeNull();
    else expect(publicUrlFault(typed)).toMatch(fault);
  });
});
