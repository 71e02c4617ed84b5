import type { Freshness } from "../../../src/sync/state/freshness";
import { processMeter } from "../../../src/web/metrics/process-meter";
import { metricsRoute } from "../../../src/web/metrics/route";
import type { StoredFigures } from "../../../src/web/metrics/stored-gauges";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { serve } from "../../support/env/served-routes";
import { memoryLog } from "../../support/fakes/memory-log";

const TOKEN = "0123456789abcdef";
const NOW = new Date("2026-10-29T12:00:00Z");
const asOf = new Date("2026-10-29T11:00:00Z");
const freshness: readonly Freshness[] = [
  { source: "copper", state: "fresh", asOf },
  { source: "justcall", state: "failed", asOf: null, problem: "key refused", stale: true },
  { source: "fishbowl", state: "off", asOf: null },
];
const well: StoredFigures = {
  freshness,
  deliveries: [
    { kind: "digest", state: "sent", count: 41 },
    { kind: "digest", state: "unknown", count: 2 },
  ],
  waitingEvents: 3,
  syncing: true,
};

describe("GET /metrics", () => {
  const closed = closedAfterEach();

  async function scraped(
    { token, tick = 4_000 }: { readonly token?: string; readonly tick?: number | null } = { token: TOKEN },
  ) {
    const [meter, log] = [processMeter(), memoryLog()];
    const state = { clock: 0, reads: 0, stored: async (): Promise<StoredFigures> => well };
    const served = closed(
      await serve(
        metricsRoute({
          ...{ token, meter, now: () => NOW, clock: () => state.clock, tickAgeMs: () => tick, log },
          stored: () => {
            state.reads += 1;
            return state.stored();
          },
        }),
      ),
    );
    const scrape = async (sent: string | null = TOKEN) => {
      const answer = await fetch(served.url, { headers: sent === null ? {} : { authorization: `Bearer ${sent}` } });
      const body = await answer.text();
      const lines = body.split("\n").filter((line) => line.startsWith("paceline_"));
      return { status: answer.status, type: answer.headers.get("content-type"), body, lines };
    };
    return { meter, state, log, scrape };
  }

  it("shows what this process did and what the database holds", async () => {
    const { meter, scrape } = await scraped();
    meter.tried("copper", "answered");
    meter.tried("copper", "throttled");
    meter.waited("copper", 1_500);
    meter.ran({ outcome: "success", trigger: "slack", seconds: 7 });
    meter.ran({ outcome: "abandoned" });

    const { status, type, body, lines } = await scrape();

    expect([status, type]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'paceline_vendor_requests_total{source="copper",outcome="answered"} 1',
        'paceline_vendor_requests_total{source="copper",outcome="throttled"} 1',
        'paceline_vendor_requests_total{source="justcall",outcome="throttled"} 0',
        'paceline_vendor_wait_seconds_total{source="copper"} 1.5',
        'paceline_sync_runs_total{trigger="slack",outcome="success"} 1',
        'paceline_sync_runs_total{trigger="unknown",outcome="abandoned"} 1',
        'paceline_sync_run_duration_seconds_count{outcome="success"} 1',
        'paceline_source_age_seconds{source="copper"} 3600',
        'paceline_source_failing{source="copper"} 0',
        'paceline_source_failing{source="justcall"} 1',
        'paceline_source_stale{source="justcall"} 1',
        'paceline_deliveries{kind="digest",state="sent"} 41',
        'paceline_deliveries{kind="digest",state="unknown"} 2',
        "paceline_webhook_events_waiting 3",
        "paceline_sync_running 1",
        "paceline_database_reachable 1",
        "paceline_tick_age_seconds 4",
      ]),
    );
    expect(lines.filter((line) => /fishbowl/.test(line) && /source_/.test(line))).toEqual([]);
    expect(body).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
    expect(body).toMatch(/^process_resident_memory_bytes \d/m);
  });

  it("shows every kind of run from the start, so that the first that breaks is seen to rise", async () => {
    const { meter, scrape } = await scraped();
    const runs = async () => (await scrape()).lines.filter((line) => line.startsWith("paceline_sync_runs_total"));

    const atStart = await runs();
    meter.ran({ outcome: "abandoned" });
    const then = await runs();

    expect(atStart).toHaveLength(6 * 4);
    expect(atStart.filter((line) => !line.endsWith(" 0"))).toEqual([]);
    expect(then.filter((line) => !atStart.includes(line))).toEqual([
      'paceline_sync_runs_total{trigger="unknown",outcome="abandoned"} 1',
    ]);
  });

  it("shows a first tick that never ends as late, by the time since the start", async () => {
    const { state, scrape } = await scraped({ token: TOKEN, tick: null });
    state.clock = 181_000;

    expect((await scrape()).lines).toContain("paceline_tick_age_seconds 181");
  });

  it("reads what is stored once in ten seconds, however often it is asked", async () => {
    const { state, scrape } = await scraped();

    await Promise.all([scrape(), scrape(), scrape()]);
    state.clock = 9_999;
    await scrape();
    const within = state.reads;
    state.clock = 10_000;
    await scrape();

    expect([within, state.reads]).toEqual([1, 2]);
  });

  it("shows no old figures while the database is away, but says that it is, and what the process knows", async () => {
    const { meter, state, scrape, log } = await scraped();
    meter.tried("copper", "answered");
    await scrape();
    state.clock = 60_000;
    state.stored = () => Promise.reject(new Error("gone"));

    const { status, lines } = await scrape();

    expect(status).toBe(200);
    expect(lines).toContain("paceline_database_reachable 0");
    expect(lines).toContain('paceline_vendor_requests_total{source="copper",outcome="answered"} 1');
    const stored = /^paceline_(source|deliveries|webhook|sync_running)/;
    expect(lines.filter((line) => stored.test(line))).toEqual([]);
    expect(log.at("warn")).toHaveLength(1);
  });

  it.each([
    ["without a token", {}, null],
    ["with another token", { token: TOKEN }, "0123456789abcdeX"],
    ["where none is set", {}, TOKEN],
  ])("shows nothing to whoever asks %s", async (_who, given, sent) => {
    const { state, scrape } = await scraped(given);

    const { status, lines } = await scrape(sent);

    expect([status, lines, state.reads]).toEqual([401, [], 0]);
  });
});
