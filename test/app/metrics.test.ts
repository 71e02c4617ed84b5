import { randomUUID } from "node:crypto";
import { paceline } from "../../src/app";
import { parseEnv } from "../../src/config/config";
import { demoClock } from "../../src/demo/clock";
import { type Fakes, startFakes } from "../../src/demo/fakes";
import { SAMPLE_NOW, SAMPLE_WINDOW, SAMPLE_ZONE } from "../../src/demo/sample/dates";
import { seed } from "../../src/demo/sample/sample-month";
import { bigMonth } from "../support/builders/big-months";
import { testDatabase } from "../support/env/database";
import { monitoredDatabase } from "../support/env/monitored-database";
import { memoryLog } from "../support/fakes/memory-log";

describe("the metrics of a running Paceline", () => {
  const test = testDatabase();
  const monitored = monitoredDatabase(test);
  const { now } = demoClock(SAMPLE_NOW);
  const month = bigMonth(
    { reps: 2, mails: 4, copperCalls: 4, justcallCalls: 4 },
    { window: SAMPLE_WINDOW, now: now() },
  );
  let fakes: Fakes | undefined;
  let stop = async () => {};
  afterEach(async () => {
    await stop();
    await fakes?.close();
  });

  async function started() {
    fakes = await startFakes(month, now);
    await seed(test.db, month);
    const config = parseEnv({ ...fakes.env, TEAM_TIMEZONE: SAMPLE_ZONE, MONGODB_URI: test.uri }, "server");
    const database = { ...test.database, db: monitored.db() };
    const log = memoryLog();
    const app = await paceline({ config, database, log, now, clock: Date.now, newId: randomUUID, owner: "test" });
    const server = app.server();
    stop = async () => {
      await server.stop();
      await app.sync.idle();
    };
    const url = `http://127.0.0.1:${await server.start(0)}/metrics`;
    const scrape = async () => {
      const answer = await fetch(url, { headers: { authorization: `Bearer ${config.API_TOKEN}` } });
      const lines = (await answer.text()).split("\n").filter((line) => line.startsWith("paceline_"));
      return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.split(" ").at(-1))]));
    };
    return { app, scrape };
  }

  it("count the syncs of this process and each source's requests, and cost four queries with 1,000 messages of the day", async () => {
    const { app, scrape } = await started();
    const report = await app.sync.request({ range: SAMPLE_WINDOW, userId: "cli", trigger: "cli" });
    const rows = Array.from({ length: 1_000 }, (_, rep) => ({ _id: `row${rep}`, kind: "digest", dueAt: now() }));
    await test.db
      .collection<{ _id: string }>("deliveries")
      .insertMany(rows.map((row, rep) => ({ ...row, state: rep < 990 ? "sent" : "failed" })));
    await app.sync.idle();
    monitored.commands.length = 0;

    const shown = await scrape();

    const { copper, justcall } = report.results;
    expect(monitored.commands).toEqual(["aggregate", "aggregate", "aggregate", "aggregate"]);
    expect(Object.fromEntries(shown)).toMatchObject({
      'paceline_sync_runs_total{trigger="cli",outcome="success"}': 1,
      'paceline_sync_run_duration_seconds_count{outcome="success"}': 1,
      'paceline_vendor_requests_total{source="copper",outcome="answered"}': copper.requests,
      'paceline_vendor_requests_total{source="copper",outcome="throttled"}': 0,
      'paceline_vendor_requests_total{source="justcall",outcome="answered"}': justcall.requests,
      'paceline_source_failing{source="copper"}': 0,
      'paceline_deliveries{kind="digest",state="sent"}': 990,
      'paceline_deliveries{kind="digest",state="failed"}': 10,
      paceline_webhook_events_waiting: 0,
      paceline_sync_running: 0,
      paceline_database_reachable: 1,
    });
    expect(shown.get('paceline_source_age_seconds{source="justcall"}')).toBeGreaterThanOrEqual(0);
    expect(shown.get("paceline_tick_age_seconds")).toBeGreaterThanOrEqual(0);
  });
});
