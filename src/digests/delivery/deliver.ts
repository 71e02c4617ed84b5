import { alertOncePerDay, alertUndelivered } from "./alert-admins";
import type { DeliveryDeps, DeliveryRound } from "./ports";
import { postDue } from "./post-due";
import { reconcileUnknown, removeDuplicates } from "./reconcile";
import { renderDue } from "./render-due";

/** The admins are alerted to a clock this far from the database's. */
const SKEW_MS = 60_000;
/** A difference this small is only the time that answers took. */
const NOISE_MS = 500;
const MAX_CLOCK_TRIP_MS = 2_000;
const CLOCK_TRIES = 3;

/**
 * Runs one round: records what is due, reconciles what is unknown, renders and posts what may be posted, alerts to what
 * did not arrive.
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

/** Logs a failure and goes on: what is recorded already goes out, even if nothing new can be recorded or rendered. */
async function tolerant({ log }: Pick<DeliveryDeps, "log">, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ error }, "Deliveries could not be prepared");
  }
}

/** Corrects this machine's clock by the database's, so that replicas agree on who is due. */
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

/** Measures how far this machine's clock is ahead of the database's. A slow answer proves nothing and is asked for again. */
async function measuredSkew({ deliveries, clock }: Pick<DeliveryDeps, "deliveries" | "clock">): Promise<number> {
  for (let tries = 0; tries < CLOCK_TRIES; tries += 1) {
    const askedAt = clock();
    const server = (await deliveries.serverTime()).getTime();
    const tookMs = clock() - askedAt;
    if (tookMs >= 0 && tookMs < MAX_CLOCK_TRIP_MS) return askedAt + tookMs / 2 - server;
  }
  throw new Error("The database's clock could not be read in time");
}
