import type { Fakes } from "../fakes";
import { emptyDatabase, type SampleMonth, sampleMonth, seed } from "../sample/sample-month";
import type { FakeSlack } from "../slack/fake-slack";
import type { ControlsDeps } from "./action";

/**
 * Waits until the app is idle, then resets the clock, the fakes and the database to the demo's start. Homes that were
 * open are opened again.
 */
export async function resetAll({ clock, fakes, db, idle, begin }: ControlsDeps): Promise<string> {
  await idle();
  const month = sampleMonth();
  clock.restart();
  restoreSources(fakes, month);
  await emptyDatabase(db);
  await seed(db, month);
  const open = openHomes(fakes.slack);
  fakes.slack.restore();
  await begin?.();
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

/** The Slack ids of the members whose Home is open. */
export function openHomes(slack: FakeSlack): readonly string[] {
  return slack
    .members()
    .filter(({ id }) => slack.home(id) !== undefined)
    .map(({ id }) => id);
}

/** Opens their Homes again, as Slack clients do now and then, so that the app renders them again. */
export async function reopenHomes(slack: FakeSlack, users: readonly string[]): Promise<void> {
  await Promise.all(users.map((user) => slack.openHome(user)));
}
