import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { connectDatabase } from "../../src/database/connect";
import { startEmbeddedMongo } from "../../src/database/embedded";
import { ensureIndexes } from "../../src/database/indexes";
import type { Member } from "../../src/people/person";
import { allSources } from "../../src/sources/all";
import { fishbowlCollections } from "../../src/sources/fishbowl/store";
import type { BigMonth } from "../support/big-month";
import { days, syncRig } from "../support/sync-rig";
import { homeBench } from "./home";

/** 200 reps and 100,000 records in a month. */
const SIZE: BigMonth = { reps: 200, mails: 45_000, copperCalls: 5_000, justcallCalls: 50_000 };

interface StandIns {
  readonly copper: string;
  readonly justcall: string;
  readonly members: Member[];
}

/** Measures and prints; asserts nothing, since a machine's speed is no property of the code. */
async function main(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "paceline-bench-"));
  const mongo = await startEmbeddedMongo({ dir, say: (line) => console.error(line), env: process.env });
  const database = await connectDatabase({ uri: mongo.uri, name: "bench", log: { info() {}, warn() {} } });
  const vendors = fork(join(__dirname, "stand-ins.js"), [JSON.stringify({ ...SIZE, answerMs: 0 })], {
    // Not the bound that this process runs under: the stand-ins hold the whole month.
    execArgv: [],
  });
  try {
    await ensureIndexes(database.db);
    const urls = await new Promise<StandIns>((resolve) =>
      vendors.once("message", (message) => resolve(message as StandIns)),
    );
    const common = { days, clock: () => performance.now(), log: { debug() {} } };
    const stages = { a: [], b: [], c: [] };
    const sources = allSources({
      copper: {
        ...common,
        baseUrl: urls.copper,
        apiKey: "key",
        userEmail: "key@acme.com",
        requestsPerMinute: 1e9,
        stages,
      },
      justcall: {
        ...common,
        baseUrl: urls.justcall,
        apiKey: "key",
        apiSecret: "secret",
        plan: "team",
        now: () => new Date("2026-10-28T21:05:00Z"),
      },
      fishbowl: { collections: fishbowlCollections(database.db), days },
    });
    const { sync } = syncRig(database.db, { sources, members: urls.members });
    console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? "unknown"}; ${JSON.stringify(SIZE)}`);
    for (const name of ["first sync", "second sync, nothing new"]) {
      const begun = performance.now();
      const report = await sync("2026-09-29", "2026-10-28");
      const seconds = (performance.now() - begun) / 1000;
      const { copper, justcall, errors } = report.results;
      const records = copper.records + justcall.records;
      const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
      console.log(
        `${name}: ${seconds.toFixed(1)} s, ${records} records (${Math.round(records / seconds)} a second), ` +
          `${copper.requests} + ${justcall.requests} requests, peak ${peakMb} MB`,
      );
      console.log(JSON.stringify({ copper: copper.metrics, justcall: justcall.metrics, errors }));
    }
    await database.db.dropDatabase();
    await ensureIndexes(database.db);
    console.log(await homeBench(database.db));
  } finally {
    vendors.disconnect();
    await database.close();
    await mongo.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

void main();
