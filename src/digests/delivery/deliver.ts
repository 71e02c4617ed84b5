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
export async function deliver(needs: DeliveryDeps, signal: AbortSignal): Promise<void> {
  const { ledger, times, clock } = needs;
  const round: DeliveryRound = { now: await trueNow(needs), endsAt: clock() + times.roundMs, signal };
  await tolerant(needs, async () => {
    const now = round.now();
    await ledger.materialise(await needs.wanted(now));
    await needs.looked?.(now);
  });
  await ledger.sweep(round.now(), times);
  await reconcileUnknown(needs, round);
  await removeDuplicates(needs, round);
  await tolerant(needs, () => renderDue(needs, round));
  await postDue(needs, round);
  await alertUndelivered(needs, round);
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
async function trueNow(needs: DeliveryDeps): Promise<() => Date> {
  const measured = await measuredSkew(needs);
  const skewMs = Math.abs(measured) < NOISE_MS ? 0 : measured;
  const corrected = () => new Date(needs.now().getTime() - skewMs);
  if (Math.abs(skewMs) > SKEW_MS) {
    const seconds = Math.round(skewMs / 1_000);
    await alertOncePerDay(needs, { alert: { kind: "clock", seconds }, now: corrected() });
  }
  return corrected;
}

/** How far this machine's clock is ahead of the database's. An answer that took long tells nothing. */
async function measuredSkew({ ledger, clock }: DeliveryDeps): Promise<number> {
  for (let tries = 0; tries < CLOCK_TRIES; tries += 1) {
    const asked = clock();
    const server = (await ledger.serverTime()).getTime();
    const tookMs = clock() - asked;
    if (tookMs >= 0 && tookMs < MAX_CLOCK_TRIP_MS) return asked + tookMs / 2 - server;
  }
  throw new Error("The database's clock could not be read in time");
}
