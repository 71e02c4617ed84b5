import type { Db } from "mongodb";
import { SAMPLE_WINDOW } from "./sample/dates";
import { emptyDatabase } from "./sample/sample-month";

const MOVED_ON = "demo:moved-on";

/** Notes in the database that the clock is moved on, so that the next start begins anew; a reset forgets it. */
export async function noteMovedOn(db: Db): Promise<void> {
  await db.collection<{ _id: string }>("settings").updateOne({ _id: MOVED_ON }, { $set: {} }, { upsert: true });
}

/**
 * Empties a database whose clock was moved on, or that ran past midnight: what the team did until then lies ahead of the sample's
 * afternoon, and would count in its day, its week and its month. Its day alone does not tell: days pass from 2:05 PM on.
 */
export async function emptyIfAhead(db: Db): Promise<void> {
  const movedOn = await db.collection<{ _id: string }>("settings").countDocuments({ _id: MOVED_ON });
  const later = await db.collection("facts").countDocuments({ day: { $gt: SAMPLE_WINDOW.to } }, { limit: 1 });
  if (movedOn + later > 0) await emptyDatabase(db);
}
