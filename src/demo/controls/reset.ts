import type { Db } from "mongodb";
import type { Fakes } from "../fakes";
import { type SampleMonth, sampleMonth, seed } from "../sample/sample-month";
import type { FakeSlack } from "../slack/fake-slack";
import type { ControlsDeps } from "./action";

/**
 * Waits until the app is at rest, then brings the clock, the far ends and the database back to the demo's beginning. Of
 * Homes only those that were open are drawn, anew.
 */
export async function resetAll({ clock, fakes, db, idle }: ControlsDeps): Promise<string> {
  await idle();
  const month = sampleMonth();
  clock.restart();
  restoreSources(fakes, month);
  await emptyDatabase(db);
  await seed(db, month);
  const open = openHomes(fakes.slack);
  fakes.slack.restore();
  await reopenHomes(fakes.slack, open);
  return "Everything is as it was at the start: the clock, the sources, the figures and every conversation. Open App Home and press Sync now.";
}

function restoreSources({ copper, justcall }: Fakes, month: SampleMonth): void {
  copper.account.users.restore(month.copper.users);
  copper.account.activities.restore(month.copper.activities);
  copper.account.opportunities.restore(month.copper.opportunities);
  copper.account.pipelines = month.copper.pipelines ?? [];
  justcall.account.users.restore(month.justcall.users);
  justcall.account.calls.restore(month.justcall.calls);
}

/** Keeps the collections, whose indexes the app made at its start. */
async function emptyDatabase(db: Db): Promise<void> {
  const collections = await db.collections();
  await Promise.all(collections.map((collection) => collection.deleteMany({})));
}

/** Whose Home is open: their Slack ids. */
export function openHomes(slack: FakeSlack): readonly string[] {
  return slack
    .members()
    .filter(({ id }) => slack.home(id) !== undefined)
    .map(({ id }) => id);
}

/** Opens their Homes once more, as everybody's Slack does after a while, so that the app draws them anew. */
export async function reopenHomes(slack: FakeSlack, users: readonly string[]): Promise<void> {
  await Promise.all(users.map((user) => slack.openHome(user)));
}
