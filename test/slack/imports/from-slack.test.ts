import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { SlackFault } from "../../../src/demo/slack/http/faults";
import { isSlackHost } from "../../../src/slack/platform/slack-fetch";
import { nativeExport } from "../../support/builders/orders";
import { ANA, type ImportsHarness, importsHarness } from "../../support/harness/imports";

const FILE = nativeExport({ number: "SO-2001" });
const NOT_READ = "❌ *orders.csv* wasn't read. ";
const NO_ACCESS = `${NOT_READ}Slack wouldn't share the file. Whoever runs Paceline needs to add the scope \`files:read\` and reinstall the app. Then drop the file here again.`;
const LATER = `${NOT_READ}Slack isn't sharing the file right now. Drop it here again in a few minutes.`;
const GONE = `${NOT_READ}The file is no longer in Slack. Drop it here again.`;
const ELSEWHERE = `${NOT_READ}The file is stored outside Slack. Save it to your computer and drop that copy here.`;
const TOO_LARGE = `${NOT_READ}The file is larger than 20 MB. Drop it here in parts, each with its header.`;
const SIGN_IN = {
  body: "<!DOCTYPE html><html>Sign in</html>",
  headers: { "content-type": "text/html; charset=utf-8" },
};

describe("a file out of Slack", () => {
  let harness: ImportsHarness;
  let asked: IncomingHttpHeaders[];
  const elsewhere = createServer((request, response) => {
    asked.push(request.headers);
    response.end(FILE);
  });
  beforeAll(async () => {
    harness = await importsHarness();
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  });
  beforeEach(() => {
    asked = [];
    harness.slack.faults.clear();
  });
  afterAll(async () => {
    await new Promise((resolve) => elsewhere.close(resolve));
    await harness.close();
  });

  const foreign = () =>
    `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/files-pri/T-F1/download/orders.csv`;
  /** What `files.info` says of the file, whichever it is. */
  const info = (file: object): SlackFault => {
    const body = JSON.stringify({ ok: true, file: { id: "F00000001", name: "orders.csv", size: 10, ...file } });
    return { method: "files.info", outcome: { body } };
  };

  it.each<[string, SlackFault["outcome"], string]>([
    ["the page to sign in, as to a token without files:read", SIGN_IN, NO_ACCESS],
    ["a redirect to that page", { status: 302, ...SIGN_IN, headers: { location: "/?redir=x" } }, NO_ACCESS],
    ["403", { status: 403 }, NO_ACCESS],
    ["404", { status: 404 }, GONE],
    ["429", { status: 429 }, LATER],
    ["503", { status: 503 }, LATER],
    ["nothing, as the connection breaks", { reset: true }, LATER],
  ])("is said not to be had when its address answers %s", async (_answer, outcome, words) => {
    harness.slack.faults.push({ method: "files-pri", outcome });

    expect(await harness.drop(FILE)).toEqual([words]);
    expect(harness.buttons()).toEqual([]);
  });

  it("is said not to be had when Slack itself misses the scope", async () => {
    harness.slack.faults.push({ method: "files.info", outcome: { error: "missing_scope" } });

    expect(await harness.drop(FILE)).toEqual([NO_ACCESS]);
  });

  it("is found when Slack tells of it before it knows of it", async () => {
    harness.slack.faults.push({ method: "files.info", times: 2, outcome: { error: "file_not_found" } });

    expect((await harness.drop(FILE))[0]).toBe("# Import preview: orders.csv");
  });

  it("is gone when Slack goes on not knowing of it", async () => {
    harness.slack.faults.push({ method: "files.info", times: 3, outcome: { error: "file_not_found" } });

    expect(await harness.drop(FILE)).toEqual([GONE]);
  });

  it("is not fetched at all when it is larger than we take", async () => {
    const unmet: SlackFault = { method: "files-pri", outcome: { status: 503 } };
    harness.slack.faults.push(unmet);

    expect(await harness.drop(Buffer.alloc(20 * 1024 * 1024 + 1, "a"))).toEqual([TOO_LARGE]);
    expect(harness.slack.faults.pending()).toEqual([unmet]);
  });

  it("is not read on when it turns out to be larger than Slack said", async () => {
    const long = `Item,10,TONIC-24,${"x".repeat(600)},1,ea,1.00,true,,,None,10/28/2026,true,false,0\r\n`;
    await harness.slack.write({
      user: ANA,
      text: "",
      files: [{ name: "a.csv", bytes: Buffer.from(FILE + long.repeat(35_000)) }],
    });
    const dropped = harness.slack.messages(harness.slack.dm(ANA)).find(({ files }) => files !== undefined);
    harness.slack.faults.push(info({ url_private_download: dropped?.files?.[0]?.url_private_download }));

    expect(await harness.drop(FILE)).toContain("• *Row 1*: the file is larger than 20 MB: import it in parts");
  });

  it("is never asked for elsewhere, so that nobody else gets our token", async () => {
    harness.slack.faults.push(info({ url_private_download: foreign() }));
    const named = await harness.drop(FILE);
    harness.slack.faults.push({
      method: "files-pri",
      outcome: { status: 302, body: "", headers: { location: foreign() } },
    });
    const redirected = await harness.drop(FILE);

    expect([named, redirected]).toEqual([[ELSEWHERE], [NO_ACCESS]]);
    expect(asked).toEqual([]);
  });

  it.each(["external", "tombstone"])("that is there only in name is not asked for: %s", async (mode) => {
    harness.slack.faults.push(info({ mode, url_private_download: foreign() }));

    expect(await harness.drop(FILE)).toEqual([mode === "external" ? ELSEWHERE : GONE]);
    expect(asked).toEqual([]);
  });
});

describe("an address of Slack's", () => {
  it.each([
    ["https://files.slack.com/files-pri/T1-F1/download/orders.csv", undefined, true],
    ["https://acme.slack.com/files/orders.csv", undefined, true],
    ["http://files.slack.com/files-pri/T1-F1/orders.csv", undefined, false],
    ["https://files.slack.com.evil.example/orders.csv", undefined, false],
    ["https://evilslack.com/orders.csv", undefined, false],
    ["https://files.slack.com:8443/orders.csv", undefined, false],
    ["https://files.slack.com@evil.example/orders.csv", undefined, false],
    ["https://docs.example/orders.csv", undefined, false],
    ["not an address", undefined, false],
    ["http://127.0.0.1:4000/files-pri/T1-F1/orders.csv", "http://127.0.0.1:4000/api/", true],
    ["http://127.0.0.1:4001/files-pri/T1-F1/orders.csv", "http://127.0.0.1:4000/api/", false],
  ])("is told by its host: %s", (address, apiUrl, is) => {
    expect(isSlackHost(address, apiUrl)).toBe(is);
  });
});
