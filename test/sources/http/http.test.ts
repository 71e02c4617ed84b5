import { fakeTime } from "../../support/fakes/fake-time";
import { clientOf, faultOf, vendors } from "../../support/harness/vendor-clients";

describe("a vendor's client", () => {
  const vendor = vendors();

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

  it("takes a 404 for a record that is gone only where the vendor says so in JSON", async () => {
    const gateways = ['{"message":"Not Found"}', '{"message":"no Route matched","request_id":"5f3a"}', "{}", "[]"];
    const answers = ['{"error":"not_found"}', "<html>404 Not Found</html>", "", ...gateways, "null"];
    const { client } = await vendor((_request, response, nth) =>
      response.writeHead(nth > answers.length ? 200 : 404).end(answers[nth - 1] ?? "null"),
    );
    const record = () => client.request({ method: "GET", path: "/calls/1", mayBeMissing: true });
    const fault = () => record().catch((error: unknown) => error);

    expect((await record()).json).toBeNull();
    for (const _ of answers.slice(1)) {
      expect(await fault()).toMatchObject({ fault: "unexpected-answer", status: 404 });
    }
    expect(await fault()).toMatchObject({ message: "JustCall answered /calls/1 with null, not with a record" });
  });

  it("says that nobody listens", async () => {
    const time = fakeTime(new Date("2026-11-24T12:00:00Z"));

    expect(await faultOf(clientOf("http://127.0.0.1:1", time))).toEqual({
      fault: "unreachable",
      message: "JustCall can't be reached: the connection failed",
    });
  });
});
