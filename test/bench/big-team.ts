import type { Db } from "mongodb";
import { SAMPLE_WINDOW } from "../../src/demo/sample/dates";
import { type BigMonth, bigTeam } from "../support/builders/big-months";
import { syncHarness } from "../support/harness/sync";
import { bigTeamFigures, type Once } from "./big-team-figures";
import { type CountedWrites, countedWrites } from "./counted-writes";
import { type Figure, took } from "./figure";
import { withMongo } from "./own-mongo";
import { progress } from "./progress";
import { type StageClock, stageClock } from "./stage-clock";
import { realSources, withVendors } from "./vendors";

/** A large team's month, synced into an empty database and then again: requests, speed, memory, writes and where the time goes. */
export function bigTeamMeasured(size: BigMonth): Promise<Figure[]> {
  return withMongo(({ db }) =>
    withVendors({ size, latencyMs: 0, limits: "lifted" }, async (urls, now) => {
      const clock = stageClock();
      const { members } = bigTeam(size.reps);
      const counted = countedWrites(db);
      const { sync } = syncHarness(counted.db, {
        sources: realSources(counted.db, { urls, limits: "lifted", now }),
        members,
        watch: clock.watch,
      });
      const first = await once("first sync", { db, counted, clock, sync });
      const facts = await db.collection("facts").countDocuments();
      const second = await once("second sync", { db, counted, clock, sync });
      const peakMb = Math.round(process.resourceUsage().maxRSS / 1_024);
      return bigTeamFigures({ size, facts, first, second, peakMb });
    }),
  );
}

interface Watched {
  readonly db: Db;
  readonly counted: CountedWrites;
  readonly clock: StageClock;
  readonly sync: ReturnType<typeof syncHarness>["sync"];
}

async function once(name: string, { db, counted, clock, sync }: Watched): Promise<Once> {
  clock.reset();
  counted.take();
  const looked = progress(name, db);
  const begun = performance.now();
  const { results } = await sync(SAMPLE_WINDOW.from, SAMPLE_WINDOW.to);
  const ms = performance.now() - begun;
  looked.stop();
  if (results.errors.length > 0) throw new Error(JSON.stringify(results.errors));
  console.error(`${name}: ${took(ms)}`);
  const requests = { copper: results.copper.requests, justcall: results.justcall.requests };
  return { requests, ms, writes: counted.take(), shares: clock.shares() };
}
