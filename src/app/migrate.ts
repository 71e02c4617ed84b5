import { assertWholeDatabase } from "../database/backup/restore";
import { SCHEMA, schemaStore } from "../database/schema-version";
import { sleep } from "../lib/sleep";
import { acquireLease } from "../sync/lease";
import type { AppDeps } from "./deps";
import { everyoneMigration } from "./everyone-migration-store";
import { pausesMigration } from "./pauses-migration-store";
import { typeOriginMigration } from "./type-origin-migration-store";

const AGAIN_MS = 250;

/**
 * Brings a database of an earlier version up to this one, under a lease, before anything else reads it. Whoever comes second
 * waits until the first is done; where there is nothing to do, it costs eight look-ups. Each migration says by itself whether
 * anything is left to do, and may be repeated: an earlier version beside this one may write as before.
 *
 * @throws {DatabaseError} for a database that a later version wrote, or whose restore was cut off.
 */
export async function migrate({
  database: { db },
  owner,
  log,
}: Pick<AppDeps, "database" | "owner" | "log">): Promise<void> {
  await assertWholeDatabase(db);
  const [everyone, pauses, types] = [everyoneMigration(db), pausesMigration(db), typeOriginMigration(db)];
  const schema = schemaStore(db);
  const written = await schema.read();
  const isPending = async () =>
    (await Promise.all([everyone, pauses, types].map((one) => one.isPending()))).includes(true);
  while (await isPending()) {
    const lease = await acquireLease(db, { name: "migration", owner });
    if (lease === null) {
      await sleep(AGAIN_MS);
      continue;
    }
    try {
      const moved = await everyone.run(lease.check);
      if (moved.goals + moved.changes > 0) log.info(moved, "the team's goals are Everyone's now");
      const goals = await pauses.run(lease.check);
      if (goals > 0) log.info({ goals }, "goals know since when they were archived now");
      const customers = await types.run(lease.check);
      if (customers > 0) log.info({ customers }, "customers' account types are known to be of their groups now");
    } finally {
      await lease.release();
    }
  }
  if (written < SCHEMA) await schema.record();
}
