import type { Db } from "mongodb";
import type { FarEnds } from "../far-ends";
import { type SampleMonth, sampleMonth } from "../sample/sample-month";
import { seed } from "../seed";
import type { StageNeeds } from "./deed";
import { openAgain, openHomes } from "./open-homes";

/**
 * Waits until the app is at rest, then brings the clock, the far ends and the database back to the demo's beginning. Of
 * Homes only those that were open are drawn, anew.
 */
export async function resetAll({ clock, farEnds, db, idle }: StageNeeds): Promise<string> {
  await idle();
  const month = sampleMonth();
  clock.restart();
  restoreVendors(farEnds, month);
  await empty(db);
  await seed(db, month);
  const open = openHomes(farEnds.slack);
  farEnds.slack.restore();
  await openAgain(farEnds.slack, open);
  return "Everything is as it was at the start: the clock, the sources, the figures and every conversation. Open App Home and press Sync now.";
}

function restoreVendors({ copper, justcall }: FarEnds, month: SampleMonth): void {
  copper.account.users.restore(month.copper.users);
  copper.account.activities.restore(month.copper.activities);
  copper.account.opportunities.restore(month.copper.opportunities);
  copper.account.pipelines = month.copper.pipelines ?? [];
  justcall.account.users.restore(month.justcall.users);
  justcall.account.calls.restore(month.justcall.calls);
}

/** Keeps the collections, whose indexes the app made at its start. */
async function empty(db: Db): Promise<void> {
  const collections = await db.collections();
  await Promise.all(collections.map((collection) => collection.deleteMany({})));
}
