import { acquireLease } from "../../src/sync/lease";
import { orderImports } from "../../src/sync/order-imports";
import { importOrdersRoute } from "../../src/web/import-orders";
import { report } from "../support/builders/orders";
import { days } from "../support/builders/team-zone";
import { testDatabase } from "../support/env/database";
import { recordedLog } from "../support/env/logs/recorded-logs";
import { type Served, serve } from "../support/env/served-routes";
import { scriptedSource } from "../support/fakes/scripted-source";
import { allDaysRetained, anImporter } from "../support/harness/fishbowl-import";
import { syncHarness } from "../support/harness/sync";
import { realSleep } from "../support/wait";

const TOKEN = "0123456789abcdef";

describe("POST /api/import/fishbowl", () => {
  const test = testDatabase();
  let served: Served;
  let shut: Served;
  let idle: () => Promise<void>;
  let ids = 0;
  const logged: object[] = [];
  beforeAll(async () => {
    const log = recordedLog(({ fields }) => void logged.push(fields));
    const sources = [scriptedSource("copper", []), scriptedSource("justcall", []), scriptedSource("fishbowl", null)];
    const { queue } = syncHarness(test.db, { sources, members: [] });
    const imports = orderImports({
      importer: anImporter(test.db),
      acquireLease: () => acquireLease(test.db, { name: "import", owner: "test" }),
      requestSync: (ask) => queue.request(ask),
      days,
      firstRetained: allDaysRetained,
      now: () => new Date("2026-10-28T21:05:00Z"),
      newId: () => `import-${ids++}`,
      sleep: () => realSleep(1),
      log,
    });
    idle = imports.idle;
    served = await serve(importOrdersRoute({ token: TOKEN, imports, log }));
    shut = await serve(importOrdersRoute({ token: undefined, imports, log }));
  });
  afterEach(() => idle());
  afterAll(() => Promise.all([served.close(), shut.close()]));

  const post = async (body: string | Uint8Array, { query = "", url = served.url, headers = {} } = {}) => {
    const all = { authorization: `Bearer ${TOKEN}`, "content-type": "text/csv", ...headers };
    const response = await fetch(`${url}${query}`, { method: "POST", headers: all, body });
    return { status: response.status, body: await response.json() };
  };
  const orders = () => test.db.collection("fishbowl_sales_orders").countDocuments();
  const file = report({ order: "1", item: "a", total: "1,000.50" });

  it("answers with what the file would change, and changes nothing", async () => {
    const answer = await post(file, { query: "?name=october.csv" });

    expect(answer).toMatchObject({
      status: 200,
      body: { applied: false, name: "october.csv", orders: { new: 1 }, totals: { new: 1000.5 }, refused: { count: 0 } },
    });
    expect(answer).toMatchObject({
      body: {
        summary: expect.arrayContaining([
          "No rep's credited sales change.",
          "$1,000.50 waits for an account type: Harbor & Vine (new: 1)",
          "In all: 1 order, $1,000.50 = $0 credited + $1,000.50 waiting",
        ]),
      },
    });
    expect(await orders()).toBe(0);
  });

  it("takes it over when asked to, and says which days are synced", async () => {
    const answer = await post(file, { query: "?apply=true" });

    expect(answer).toMatchObject({
      status: 200,
      body: { applied: true, name: "upload.csv", syncing: { start: "2026-10-15", end: "2026-10-15" } },
    });
    expect(await orders()).toBe(1);
    await idle();
    expect(await test.db.collection("sync_runs").findOne({})).toMatchObject({ trigger: "import", userId: "api" });
  });

  it.each(["", "?apply=true"])(
    "case 48: answers 422 with each wrong row and its reason, and takes nothing over: %p",
    async (query) => {
      const wrong = report({ order: "1", item: "a" }, { order: "2", item: "b", total: "?" });

      expect(await post(wrong, { query })).toMatchObject({
        status: 422,
        body: {
          applied: false,
          refused: { count: 1, rows: [{ row: 3, reason: 'its total price "?" isn\'t a number like 1,234.50' }] },
        },
      });
      expect(await orders()).toBe(0);
    },
  );

  it("answers 422 to a zip renamed .csv", async () => {
    expect(await post(Buffer.from("PK\u0003\u0004xl"), { query: "?apply=true" })).toMatchObject({
      status: 422,
      body: { applied: false, refused: { rows: [{ row: 1, reason: expect.stringMatching(/zip archive/) }] } },
    });
  });

  it.each([
    ["a wrong token", { authorization: "Bearer nope" }, "Send Authorization: Bearer with the API_TOKEN"],
    ["none", { authorization: "" }, "Send Authorization: Bearer with the API_TOKEN"],
  ])("answers 401 to %s", async (_what, headers, error) => {
    expect(await post(file, { headers, query: "?apply=true" })).toEqual({ status: 401, body: { error } });
    expect(await orders()).toBe(0);
  });

  it("answers 401 to everybody while no token is set", async () => {
    expect(await post(file, { url: shut.url })).toEqual({
      status: 401,
      body: { error: "API_TOKEN is not set, so nobody may import over HTTP" },
    });
  });

  it.each([
    [415, { headers: { "content-type": "multipart/form-data; boundary=x" } }, /^Send the CSV file itself as the body/],
    [400, { query: "?apply=yes" }, /^apply: write true or false/],
  ])("answers %d to what it cannot take", async (status, how, error) => {
    expect(await post(file, how)).toEqual({ status, body: { error: expect.stringMatching(error) } });
  });

  it("answers 413 to a file that is too large", async () => {
    const line = `${"x".repeat(1_023)}\n`;

    expect(await post(report() + line.repeat(20_480), { query: "?apply=true" })).toEqual({
      status: 413,
      body: { error: "The file is larger than 20 MB" },
    });
  });

  it.each(["", "?apply=true"])("answers 409 while another import is under way: %p", async (query) => {
    const lease = await acquireLease(test.db, { name: "import", owner: "other" });

    const answer = await post(file, { query });

    await lease?.release();
    expect(answer).toEqual({ status: 409, body: { error: "Another import is under way: try again in a minute." } });
  });
});
