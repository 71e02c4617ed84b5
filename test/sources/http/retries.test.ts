import { faultOf, vendors } from "../../support/harness/vendor-clients";

describe("a vendor's client", () => {
  const vendor = vendors();

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

  it("counts each try by what became of it, and how long it waited where the vendor asked for a pause", async () => {
    const tried: string[] = [];
    let waitedMs = 0;
    const meter = {
      tried: (source: string, outcome: string) => void tried.push(`${source} ${outcome}`),
      waited: (_source: string, ms: number) => {
        waitedMs += ms;
      },
    };
    const answers = [503, 429, 200, 404];
    const { client } = await vendor(
      (request, response, nth) => {
        if (nth === 5) request.socket.destroy();
        else response.writeHead(answers[nth - 1] ?? 200, { "Retry-After": "7" }).end('{"error":"not_found"}');
      },
      { meter },
    );

    await client.request({ method: "GET", path: "/calls" });
    await client.request({ method: "GET", path: "/calls/1", mayBeMissing: true });
    await client.request({ method: "GET", path: "/calls" });

    const became = ["failed", "throttled", "answered", "refused", "failed", "answered"];
    expect(tried).toEqual(became.map((outcome) => `justcall ${outcome}`));
    expect(waitedMs).toBe(7_000);
  });

  it("gives up a try that is not answered in time", async () => {
    const { client, asked } = await vendor((_request, response, nth) => nth > 1 && response.writeHead(200).end("[]"), {
      tryMs: 100,
    });

    expect((await client.request({ method: "GET", path: "/calls" })).json).toEqual([]);
    expect(asked()).toBe(2);
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
