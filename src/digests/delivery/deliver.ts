import { alertOncePerDay, alertUndelivered } from "./alert-admins";
import type { DeliveryDeps, DeliveryRound } from "./ports";
import { postDue } from "./post-due";
import { reconcileUnknown, removeDuplicates } from "./reconcile";
import { renderDue } from "./render-due";

/** A clock this far from the database's is told of. */
const SKEW_MS = 60_000;
/** So little is how long the answers were on their way. */
const NOISE_MS = 500;
const MAX_CLOCK_TRIP_MS = 2_000;
const CLOCK_TRIES = 3;

/**
 * One round: notes what is due, settles what is unknown, renders and posts what may be posted, tells of what cannot.
 * Rounds may run side by side in any number of processes, be cut off anywhere and be repeated.
 */
export async function deliver(deps: DeliveryDeps, signal: AbortSignal): Promise<void> {
  const { deliveries, times, clock } = deps;
  const round: DeliveryRound = { now: await trueNow(deps), endsAt: clock() + times.roundMs, signal };
  await tolerant(deps, async () => {
    const now = round.now();
    await deliveries.addPlanned(await deps.dueMessages(now));
    await deps.recordCheck?.(now);
  });
  await deliveries.sweep(round.now(), times);
  await reconcileUnknown(deps, round);
  await removeDuplicates(deps, round);
  await tolerant(deps, () => renderDue(deps, round));
  await postDue(deps, round);
  await alertUndelivered(deps, round);
}

/** What is noted already goes out, even if nothing new can be noted or rendered. */
async function tolerant({ log }: DeliveryDeps, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ error }, "Deliveries could not be prepared");
  }
}

/** Replicas whose clocks differ must not differ about whose morning it is: the database's clock puts them right. */
async function trueNow(deps: DeliveryDeps): Promise<() => Date> {
  const measured = await measuredSkew(deps);
  const skewMs = Math.abs(measured) < NOISE_MS ? 0 : measured;
  const corrected = () => new Date(deps.now().getTime() - skewMs);
  if (Math.abs(skewMs) > SKEW_MS) {
    const seconds = Math.round(skewMs / 1_000);
    await alertOncePerDay(deps, { alert: { kind: "clock", seconds }, now: corrected() });
  }
  return corrected;
}

/** How far this machine's clock is ahead of the database's. An answer that took long tells nothing. */
async function measuredSkew({ deliveries, clock }: DeliveryDeps): Promise<number> {
  for (let tries = 0; tries < CLOCK_TRIES; tries += 1) {
    const asked = clock();
    const server = (await deliveries.serverTime()).getTime();
    const tookMs = clock() - asked;
    if (tookMs >= 0 && tookMs < MAX_CLOCK_TRIP_MS) return asked + tookMs / 2 - server;
  }
  throw new Error("The database's clock could not be read in time");
}
