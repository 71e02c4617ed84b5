import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { connectDatabase } from "../../../src/database/connect";
import { acceptedRequestStore } from "../../../src/slack/platform/idempotency-store";
import { headerFault } from "../../../src/slack/platform/request-bounds";
import { aReport } from "../../support/builders/reports";
import { testDatabase } from "../../support/env/database";
import { tcpProxy } from "../../support/env/tcp-proxy";
import { memoryLog } from "../../support/fakes/memory-log";
import { SECRETS, type SlackHarness, slackHarness } from "../../support/harness/slack";
import { eventually } from "../../support/wait";

const FORM = "application/x-www-form-urlencoded";
const SECOND = () => Math.floor(Date.now() / 1_000);

interface Sent {
  readonly body: string;
  readonly type?: string;
  readonly at?: number;
  readonly secret?: string;
  readonly path?: string;
}

describe("what comes to Slack's address", () => {
  const test = testDatabase();
  const running: SlackHarness[] = [];
  afterEach(async () => {
    // The stop waits for the syncs it has answered for.
    for (const { sync } of running) for (const run of sync.runs) run.end(aReport());
    await Promise.all(running.splice(0).map((harness) => harness.close()));
  });

  async function start(db = test.db): Promise<SlackHarness> {
    const harness = await slackHarness({ deps: { signatures: acceptedRequestStore(db) } });
    running.push(harness);
    return harness;
  }

  it.each([
    ["null", "application/json", "null"],
    ["a number", "application/json", "7"],
    ["a list", "application/json", "[]"],
    ["no JSON", "application/json", "{"],
    ["a form whose payload is null", FORM, "payload=null"],
    ["a form whose payload is a text", FORM, "payload=%22x%22"],
  ])("is refused with 400, though it is signed, when it is %s, and the next is taken", async (_, type, body) => {
    const harness = await start();

    expect((await send(harness, { body, type })).status).toBe(400);
    expect((await send(harness, { body, type, path: "/x/../slack/events" })).status).toBe(400);

    expect((await send(harness, { body: syncBy("U0ANA") })).status).toBe(200);
    await eventually(() => harness.sync.runs.length === 1);
  });

  it("case 44: is refused unsigned, wrongly signed or six minutes old, and acted on once when it is repeated", async () => {
    const harness = await start();
    const body = syncBy("U0ANA");
    const at = SECOND();

    const refused = [
      (await fetch(url(harness), { method: "POST", headers: { "content-type": FORM }, body })).status,
      (await send(harness, { body, secret: "another secret" })).status,
      (await send(harness, { body, at: at - 360 })).status,
    ];
    const taken = [(await send(harness, { body, at })).status, (await send(harness, { body, at })).status];
    await eventually(() => harness.sync.runs.length > 0);
    const other = await start();
    const elsewhere = (await send(other, { body, at })).status;

    expect(refused).toEqual([401, 401, 401]);
    expect([...taken, elsewhere]).toEqual([200, 200, 200]);
    expect(harness.sync.runs).toHaveLength(1);
    expect(other.sync.runs).toHaveLength(0);
  });

  it("case 44: does nothing when it names another workspace", async () => {
    const harness = await start();

    expect((await send(harness, { body: syncBy("U0ANA", "T0OTHER") })).status).toBe(200);
    expect((await send(harness, { body: syncBy("U0ANA") })).status).toBe(200);

    await eventually(() => harness.sync.runs.length > 0);
    expect(harness.sync.runs).toHaveLength(1);
    expect(harness.log.at("warn").map(({ message }) => message)).toEqual([
      expect.stringContaining("another workspace"),
    ]);
  });

  it("case 44: is answered politely when a guest sends it, and does nothing", async () => {
    const harness = await start();

    const { body } = await harness.command("U0GUEST", "/sync", "");

    expect(body).toMatch(/guest|members/i);
    expect(harness.sync.runs).toEqual([]);
  });

  it("case 44: does nothing when it names another app of the same workspace", async () => {
    const harness = await start();
    const body = new URLSearchParams(syncBy("U0ANA"));
    body.set("api_app_id", "A0OTHER");

    expect((await send(harness, { body: body.toString() })).status).toBe(200);
    expect((await send(harness, { body: syncBy("U0ANA") })).status).toBe(200);

    await eventually(() => harness.sync.runs.length > 0);
    expect(harness.sync.runs).toHaveLength(1);
    expect(harness.log.at("warn")).toHaveLength(1);
  });

  it("is refused when it asks for its answer at a host that is not Slack's", async () => {
    const harness = await start();
    const body = new URLSearchParams(syncBy("U0ANA"));
    body.set("response_url", "https://hooks.slack.com.evil.example/x");

    expect((await send(harness, { body: body.toString() })).status).toBe(400);

    expect(harness.sync.runs).toEqual([]);
    expect(harness.log.at("warn").map(({ fields }) => fields)).toEqual([{ field: "response_url" }]);
  });

  it("is acknowledged and done once while the database is stopped, by the memory of this process", async () => {
    const proxy = await tcpProxy(Number(new URL(test.uri).port));
    const uri = `mongodb://127.0.0.1:${proxy.port}/?directConnection=true`;
    const database = await connectDatabase({ uri, name: test.name, log: memoryLog() });
    const harness = await start(database.db);
    const [body, at] = [syncBy("U0ANA"), SECOND()];
    try {
      proxy.hold();

      const taken = [(await send(harness, { body, at })).status, (await send(harness, { body, at })).status];
      await eventually(() => harness.sync.runs.length > 0);

      expect(taken).toEqual([200, 200]);
      expect(harness.sync.runs).toHaveLength(1);
      expect(harness.log.at("warn").map(({ message }) => message)).toEqual([
        expect.stringContaining("memory alone"),
        expect.stringContaining("a second time"),
      ]);
    } finally {
      await proxy.cut();
      await database.close();
    }
  });

  it("is refused when it is over 512 KB, announced or not, and unsigned before its body is read", async () => {
    const harness = await start();
    const body = `text=${"x".repeat(600 * 1024)}`;

    expect((await send(harness, { body })).status).toBe(413);
    // It announces a body and sends none: only who is refused by headers is answered.
    expect(await firstLine(harness, `content-type: ${FORM}\r\ncontent-length: 400000`)).toMatch(/ 401 /);
  });
});

describe("the headers of a request of Slack's", () => {
  const good = { "x-slack-signature": `v0=${"0".repeat(64)}`, "x-slack-request-timestamp": "1000" };

  it("are fresh for five minutes, and name no more than 512 KB", () => {
    expect(headerFault(good, 1_300)).toBeNull();
    expect(headerFault(good, 1_301)).toBe(401);
    expect(headerFault(good, 699)).toBe(401);
    expect(headerFault({ ...good, "x-slack-request-timestamp": "1e3" }, 1_000)).toBe(401);
    expect(headerFault({ ...good, "x-slack-signature": "v0=" }, 1_000)).toBe(401);
    expect(headerFault({ ...good, "content-length": "600000" }, 1_000)).toBe(413);
  });
});

function url({ port }: SlackHarness, path = "/slack/events"): string {
  return `http://127.0.0.1:${port}${path}`;
}

function syncBy(user: string, team = "T0LAB"): string {
  const fields = { command: "/sync", text: "", user_id: user, team_id: team, trigger_id: `${Math.random()}` };
  return new URLSearchParams({ ...fields, response_url: "https://hooks.slack.com/x" }).toString();
}

async function send(harness: SlackHarness, { body, type = FORM, at = SECOND(), secret, path }: Sent) {
  const hash = createHmac("sha256", secret ?? SECRETS.signingSecret)
    .update(`v0:${at}:${body}`)
    .digest("hex");
  const headers = { "content-type": type, "x-slack-request-timestamp": `${at}`, "x-slack-signature": `v0=${hash}` };
  return fetch(url(harness, path), { method: "POST", headers, body });
}

/** The status line that a request is answered with which sends its headers and nothing more. */
function firstLine({ port }: SlackHarness, headers: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`POST /slack/events HTTP/1.1\r\nhost: localhost\r\n${headers}\r\n\r\n`);
    });
    socket.once("data", (data) => {
      socket.destroy();
      resolve(data.toString("latin1").split("\r\n")[0] ?? "");
    });
    socket.once("error", reject);
  });
}
