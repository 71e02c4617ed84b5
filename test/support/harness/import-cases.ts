import { fishbowlSource } from "../../../src/sources/fishbowl";
import type { MoneySettings } from "../../../src/sources/fishbowl/import/cells/currency";
import { fishbowlCollections } from "../../../src/sources/fishbowl/orders-store";
import { acquireLease } from "../../../src/sync/lease";
import { type OrderImports, orderImports } from "../../../src/sync/order-imports";
import { day } from "../../../src/time/day";
import type { ImportCase } from "../builders/order-files/order-file";
import { aMember, byEmail } from "../builders/people";
import { days } from "../builders/team-zone";
import type { TestDatabase } from "../env/database";
import { recordedLog } from "../env/logs/recorded-logs";
import { scriptedSource } from "../fakes/scripted-source";
import { realSleep } from "../wait";
import { allDaysRetained, anImporter } from "./fishbowl-import";
import { syncHarness } from "./sync";

/** After every day of the files. */
const NOW = new Date("2026-12-01T21:05:00Z");

export type ImportCases = Awaited<ReturnType<typeof importCases>>;

/**
 * Imports as the app makes them, and the sync of Fishbowl after each: Ana is "A. Ray" and "aray". Settings of money can
 * be changed from one file to the next.
 */
export function importCases(test: TestDatabase, { firstRetained = allDaysRetained } = {}) {
  const logged: object[] = [];
  const log = recordedLog(({ level, fields }) => void (/^(warn|error)$/.test(level) && logged.push(fields)));
  let money: MoneySettings = { home: "USD" };
  let ids = 0;
  const importer = () => anImporter(test.db, { money, today: day("2026-12-01"), firstRetained });
  const imports: OrderImports = orderImports({
    importer: {
      preview: (file) => importer().preview(file),
      prepare: (file, by) => importer().prepare(file, by),
      unfinished: () => importer().unfinished(),
      write: (stillHeld) => importer().write(stillHeld),
      undo: (id, by) => importer().undo(id, by),
      synced: (written) => importer().synced(written),
    },
    acquireLease: () => acquireLease(test.db, { name: "import", owner: "test" }),
    requestSync: (request) => queue().request(request),
    days,
    firstRetained,
    now: () => NOW,
    newId: () => `import-${ids++}`,
    sleep: realSleep,
    log,
  });
  let syncing: ReturnType<typeof syncHarness> | undefined;
  const queue = () => {
    if (syncing !== undefined) return syncing.queue;
    const fishbowl = fishbowlSource({ collections: fishbowlCollections(test.db), days, finishImports: imports.finish });
    const sources = [scriptedSource("copper", []), scriptedSource("justcall", []), fishbowl];
    syncing = syncHarness(test.db, { sources, members: [aMember("UANA", byEmail("ana@acme.com"))] });
    syncing.clock.now = NOW;
    return syncing.queue;
  };
  return {
    imports,
    days,
    log,
    logged,
    /** Makes what a file of a case meets. */
    async arrange({ money: settings = { home: "USD" }, types = {} }: ImportCase) {
      money = settings;
      await test.db.collection<{ _id: string }>("fishbowl_users_map").insertMany([
        { _id: "A. Ray", ...{ userId: "UANA" } },
        { _id: "aray", ...{ userId: "UANA" } },
      ]);
      await test.db
        .collection<{ _id: string }>("users")
        .insertOne({ _id: "UANA", ...{ name: "Ana", email: "ana@acme.com", role: "rep", active: true, found: {} } });
      for (const [_id, accountType] of Object.entries(types)) {
        await test.db
          .collection<{ _id: string }>("fishbowl_customers")
          .insertOne({ _id, ...{ name: "Harbor Co", accountType } });
      }
    },
    /** Syncs all sources for these days, both included. */
    sync: (from: string, to: string) =>
      queue().request({ range: { from: day(from), to: day(to) }, userId: "UANA", trigger: "slack" }),
    /** Ana's wholesale by day, and whatever else would have come of a file. */
    async figures(): Promise<Readonly<Record<string, number>>> {
      const cells = await test.db.collection("metrics").find().sort({ day: 1 }).toArray();
      return Object.fromEntries(
        cells.map(({ userId, type, day: on, value }) => [
          userId === "UANA" && type === "new_sales_wholesale" ? on : `${userId} ${type} ${on}`,
          value,
        ]),
      );
    },
    orders: () => test.db.collection("fishbowl_sales_orders").countDocuments(),
  };
}
