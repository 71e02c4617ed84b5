import type { Db } from "mongodb";
import type { FishbowlSalesOrder } from "../../../src/demo/fishbowl/account";
import { startFakeFishbowl } from "../../../src/demo/fishbowl/fake-fishbowl";
import { jobStore } from "../../../src/jobs/job-store";
import { nightlySync } from "../../../src/jobs/nightly-sync";
import { fishbowlSource } from "../../../src/sources/fishbowl";
import { fishbowlParts } from "../../../src/sources/fishbowl/parts";
import { readFreshness } from "../../../src/sync/state/source-state-store";
import { localTime } from "../../../src/time/time-of-day";
import { aMember, byEmail } from "../builders/people";
import { days } from "../builders/team-zone";
import { recordedLog } from "../env/logs/recorded-logs";
import { scriptedSource } from "../fakes/scripted-source";
import { allDaysRetained, IMPORT_SETTINGS, readRepsOf } from "./fishbowl-import";
import { order, sale } from "./fishbowl-server";
import { syncHarness } from "./sync";

const LOGIN = { username: "sync", password: "s3cret" };
/** The night of the first sync, and the one after it, at half past two in the team's zone. */
const FIRST_NIGHT = new Date("2026-10-28T09:30:00Z");
export const NEXT_NIGHT = new Date("2026-10-29T09:30:00Z");

/** An order of ten dollars. */
export function tenDollars(id: number, issued: string, given: Partial<FishbowlSalesOrder> = {}): FishbowlSalesOrder {
  const at = `${issued} 12:00:00`;
  return order(id, { dateIssued: at, dateLastModified: at, items: [sale("10")], ...given });
}

/** Days that no night of the next month reads by itself: eight days and six weeks before the first. */
export const [OLD, OLDER] = ["2026-10-20", "2026-09-18"] as const;
/** When they change: between the two nights. */
export const CHANGED = { dateLastModified: "2026-10-28 16:00:00" };
export const VOID = { statusId: 80, ...CHANGED };

export const cell = (day: string, type = "new_sales_wholesale") => `UANA_${type}_${day}_fishbowl`;

/**
 * Ana's team: Copper and JustCall are quiet, Fishbowl is pulled from its server, and each night is a real one. All was
 * read once: SO-1 and SO-2 of the old day, SO-3 of the older one, SO-4 of the first night's.
 */
export async function fishbowlPullHarness(db: Db) {
  const orders = [tenDollars(1, OLD), tenDollars(2, OLD), tenDollars(3, OLDER), tenDollars(4, "2026-10-28")];
  const customers = [{ id: 1, accountId: 101, name: "Acme", groups: ["Wholesale"] }];
  const server = await startFakeFishbowl({ now: () => NEXT_NIGHT, ...LOGIN, records: { orders, customers } });
  const { config } = fishbowlParts({
    ...{ db, days, baseUrl: server.url, ...LOGIN, clock: () => 0, log: recordedLog() },
    ...{
      money: IMPORT_SETTINGS.money,
      now: () => NEXT_NIGHT,
      firstRetained: allDaysRetained,
      readReps: readRepsOf(db),
      pseudonyms: async () => (name) => name,
    },
  });
  await db.collection<{ _id: string }>("fishbowl_users_map").insertOne({ _id: "aray", ...{ userId: "UANA" } });
  const sources = [scriptedSource("copper", []), scriptedSource("justcall", []), fishbowlSource(config)];
  const harness = syncHarness(db, { sources, members: [aMember("UANA", byEmail("ana@acme.com"))] });
  const job = nightlySync({
    time: localTime("02:30"),
    requestSync: harness.queue.request,
    freshness: () => readFreshness(sources, harness.parts.states),
    store: jobStore(db),
    days,
    now: harness.parts.now,
    log: harness.parts.log,
  });
  const night = async (now: Date) => {
    harness.clock.now = now;
    await job.run(new AbortController().signal);
    await job.idle?.();
  };
  harness.clock.now = FIRST_NIGHT;
  await harness.sync("2026-09-01", "2026-10-28");
  return { ...harness, server, night, due: harness.parts.dirtyDays.all };
}
