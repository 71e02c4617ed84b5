import { bySource } from "../../src/metrics/sources";
import { type SyncReport, successFields } from "../../src/sync/report";
import type { SyncRequest } from "../../src/sync/request";
import { zoneDays } from "../../src/time/day";
import { syncAllRoute } from "../../src/web/sync-all";
import { recordedLog } from "../support/env/logs/recorded-logs";
import { type Served, serve } from "../support/env/served-routes";

const TOKEN = "0123456789abcdef";
const source = {
  success: true,
  asOf: null,
  duration: "1ms",
  pages: 0,
  requests: 0,
  records: 0,
  matched: [],
  unmatched: [],
  counting: 0,
  notCounting: {},
  metrics: { created: 0, updated: 0, unchanged: 0, removed: 0 },
};
const sources = bySource(() => source);
const report: SyncReport = {
  success: true,
  duration: "3ms",
  userId: "api",
  dateRange: { start: "2025-09-11T04:00:00.000Z", end: "2025-10-11T04:00:00.000Z" },
  results: { ...sources, goalsUpdated: 21, errors: [] },
  summary: { ...successFields(sources), goalsUpdated: 21, errors: 0 },
};

describe("POST /api/sync-all", () => {
  const asked: SyncRequest[] = [];
  const logged: object[] = [];
  let sync: () => Promise<SyncReport>;
  let served: Served;
  let shut: Served;
  beforeAll(async () => {
    const deps = {
      requestSync: (ask: SyncRequest) => {
        asked.push(ask);
        return sync();
      },
      days: zoneDays("America/New_York"),
      now: () => new Date("2025-10-11T02:00:00Z"),
      log: recordedLog(({ fields }) => void logged.push(fields)),
    };
    served = await serve(syncAllRoute({ ...deps, token: TOKEN }));
    shut = await serve(syncAllRoute({ ...deps, token: undefined }));
  });
  afterAll(() => Promise.all([served.close(), shut.close()]));
  beforeEach(() => {
    asked.length = 0;
    logged.length = 0;
    sync = async () => report;
  });

  const post = async (body?: string, authorization: string | null = `Bearer ${TOKEN}`, url = served.url) => {
    const headers: Record<string, string> = authorization === null ? {} : { authorization };
    const response = await fetch(url, { method: "POST", headers, ...(body === undefined ? {} : { body }) });
    return { status: response.status, body: await response.json() };
  };

  it("answers 200 with the run's report, whole, once it has ended", async () => {
    expect(await post()).toEqual({ status: 200, body: JSON.parse(JSON.stringify(report)) });
  });

  it("syncs the last 30 days of the team's zone when nothing is asked for", async () => {
    await post();
    await post("{}");

    const ask = { range: { from: "2025-09-11", to: "2025-10-10" }, userId: "api", trigger: "api" };
    expect(asked).toEqual([ask, ask]);
  });

  it("syncs the days that are asked for", async () => {
    await post('{"start": "2025-10-01", "end": "2025-10-09"}');

    expect(asked.map(({ range }) => range)).toEqual([{ from: "2025-10-01", to: "2025-10-09" }]);
  });

  it.each([
    ["none", null],
    ["another", "Bearer 0123456789abcdeX"],
    ["a shorter one", "Bearer 0123456789abcde"],
    ["no scheme", TOKEN],
    ["another scheme", `Basic ${TOKEN}`],
    ["an empty one", "Bearer "],
  ])("answers 401 and syncs nothing for a wrong token: %s", async (_what, authorization) => {
    expect(await post("{}", authorization)).toEqual({
      status: 401,
      body: { error: "Send Authorization: Bearer with the API_TOKEN" },
    });
    expect(asked).toEqual([]);
  });

  it("answers 401 to everybody while no token is set", async () => {
    for (const authorization of [null, "Bearer ", "Bearer undefined"]) {
      expect(await post("{}", authorization, shut.url)).toEqual({
        status: 401,
        body: { error: "API_TOKEN is not set, so nobody may sync over HTTP" },
      });
    }
    expect(asked).toEqual([]);
  });

  it.each([
    ["no JSON", '{"start":', 'The body is no JSON; write {"start": "2026-10-01", "end": "2026-10-31"} or nothing'],
    ["an unknown key", '{"from": "2025-10-01"}', /^Send a JSON object with start and end only/],
    ["no object", '["2025-10-01"]', /^Send a JSON object with start and end only/],
    ["null", "null", /^Send a JSON object with start and end only/],
    ["a number for a day", '{"start": 20251001}', /^Send a JSON object with start and end only/],
    ["a day that does not exist", '{"start": "2025-02-30"}', /^start: "2025-02-30" is neither a day such as/],
    ["a word for a day", '{"end": "today"}', /^end: "today" is neither a day such as/],
    [
      "a start after its end",
      '{"start": "2025-10-09", "end": "2025-10-01"}',
      /^start: 2025-10-09 comes after 2025-10-01/,
    ],
    ["a start ahead", '{"start": "2025-10-11"}', "start: 2025-10-11 lies ahead; today is 2025-10-10"],
  ])("answers 400 with the reason for %s", async (_what, body, reason) => {
    const answer = await post(body);

    expect(answer).toEqual({
      status: 400,
      body: { error: typeof reason === "string" ? reason : expect.stringMatching(reason) },
    });
    expect(asked).toEqual([]);
  });

  it.each([17_000, 3_000_000])("answers 413 to a body of %d bytes, however it comes", async (bytes) => {
    expect(await post(" ".repeat(bytes))).toEqual({
      status: 413,
      body: { error: "The body is longer than 16384 bytes" },
    });
    expect(asked).toEqual([]);
  });

  it("answers 500 without details when the run broke, and logs them", async () => {
    const broken = new Error("E11000 mongodb://user:secret@host");
    sync = () => Promise.reject(broken);

    expect(await post()).toEqual({
      status: 500,
      body: { error: "The sync broke; Paceline's log says why. Nothing was lost: try again." },
    });
    expect(logged).toEqual([{ error: broken }]);
  });
});
