import { gzipSync } from "node:zlib";
import { faultOf, vendors } from "../../support/harness/vendor-clients";

describe("a vendor's client", () => {
  const vendor = vendors();

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
  ])("case 38: refuses an answer %s without filling the memory", async (_what, headers, body) => {
    const bytes = body();
    const { client } = await vendor((_request, response) => response.writeHead(200, headers).end(bytes));
    const before = process.memoryUsage().rss;

    const { fault, message } = await faultOf(client);

    expect(fault).toMatch(/^(unexpected-answer|unreachable)$/);
    expect(message).toMatch(/^JustCall (answered \/calls with |can't be reached)/);
    expect(process.memoryUsage().rss - before).toBeLessThan(180 * 1024 * 1024);
  });
});

/** An empty list, packed so many times. */
function packed(times: number): Buffer {
  let bytes = Buffer.from("[]");
  for (let nth = 0; nth < times; nth += 1) bytes = gzipSync(bytes);
  return bytes;
}
