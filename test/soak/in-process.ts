import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import * as app from "../../src/app";
import * as deliveryStores from "../../src/digests/delivery/delivery-store";
import { SEND_RATE } from "../../src/digests/delivery/send-rate-store";
import { DELIVERY_TIMES } from "../../src/digests/delivery/transitions";
import * as schedulers from "../../src/jobs/scheduler";
import * as metricStores from "../../src/metrics/metric-store";
import * as posters from "../../src/slack/digests/poster";
import { clockFile, type Moment, momentFiles } from "./shortened";

// What a replica of a soak has before it starts, so that nothing of this stands in what is built. The clock of days is
// ahead of the machine's, as in the demo; what `DeliveryTimes` and others are handed by tests is shorter here as well;
// and the process may be told to stop or kill itself at a moment that no signal from outside would hit.

const { SOAK_BY = "1", SOAK_FOLDER: folder = "", SOAK_REPLICA: replica = "" } = process.env;
const by = Number(SOAK_BY);
/** A tenth of a second after the clock was moved all processes go by it. */
const CLOCK_READ_MS = 50;
/** A call to Slack may take half a lease, too, but no less than a busy machine needs. */
const POST_TIMEOUT_MS = Math.max(5_000, 10_000 / by);

function clockOfDays(): () => Date {
  let ahead = { ms: 0, readAt: Number.NEGATIVE_INFINITY };
  return () => {
    const now = Date.now();
    if (now - ahead.readAt > CLOCK_READ_MS)
      ahead = { ms: Number(readFileSync(clockFile(folder), "utf8")), readAt: now };
    return new Date(now + ahead.ms);
  };
}

/** Sends itself the signal that the first one at this moment is told to. */
function reach(moment: Moment, of: string): void {
  const { order, reached } = momentFiles(folder, moment);
  if (!existsSync(order)) return;
  const taken = `${order}-${replica}`;
  try {
    renameSync(order, taken);
  } catch {
    // Another one was faster.
    return;
  }
  const written = `${reached}-${replica}`;
  writeFileSync(written, JSON.stringify({ replica, of }));
  renameSync(written, reached);
  process.kill(process.pid, readFileSync(taken, "utf8"));
}

function shorter(ms: number | readonly number[]): number | readonly number[] {
  return typeof ms === "number" ? ms / by : ms.map((each) => each / by);
}

const times = Object.entries(DELIVERY_TIMES).map(([name, ms]) => [name, shorter(ms)]);
Object.assign(DELIVERY_TIMES, Object.fromEntries(times));
Object.assign(SEND_RATE, { secondMs: SEND_RATE.secondMs / by });

const { paceline } = app;
const now = clockOfDays();
Object.assign(app, { paceline: (deps: Parameters<typeof paceline>[0]) => paceline({ ...deps, now }) });

const { scheduler } = schedulers;
// Three times as often: rounds of several processes lie over each other as they do where each lasts long.
const pattern = by === 1 ? "* * * * *" : `*/${Math.round(20 / by)} * * * * *`;
Object.assign(schedulers, { scheduler: (deps: Parameters<typeof scheduler>[0]) => scheduler({ ...deps, pattern }) });

const { slackPoster } = posters;
Object.assign(posters, {
  slackPoster: (deps: Parameters<typeof slackPoster>[0]) => slackPoster({ ...deps, timeoutMs: POST_TIMEOUT_MS }),
});

const { deliveryStore } = deliveryStores;
Object.assign(deliveryStores, {
  deliveryStore: (...given: Parameters<typeof deliveryStore>) => {
    const store = deliveryStore(...given);
    const claim: typeof store.claim = async (...asked) => {
      const row = await store.claim(...asked);
      if (row !== null) reach("claimed", row._id);
      return row;
    };
    const change: typeof store.change = (row, changed) => {
      if (row.state === "sending") reach("posted", row._id);
      return store.change(row, changed);
    };
    return { ...store, claim, change };
  },
});

const { metricStore } = metricStores;
Object.assign(metricStores, {
  metricStore: (...given: Parameters<typeof metricStore>) => {
    const store = metricStore(...given);
    const save: typeof store.save = (...saved) => {
      reach("totaled", String(saved[0].length));
      return store.save(...saved);
    };
    return { ...store, save };
  },
});
