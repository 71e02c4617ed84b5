import type { DeliveryNeeds, Round } from "./delivery-needs";
import { postDue } from "./post-due";
import { renderDue } from "./render-due";
import { repairSent, settleUnknown } from "./search";
import { tellOnce, tellUndelivered } from "./tell";

/** A clock this far from the database's is told of. */
const SKEW_MS = 60_000;

/**
 * One round: notes what is due, settles what is unknown, renders and posts what may be posted, tells of what cannot.
 * Rounds may run side by side in any number of processes, be cut off anywhere and be repeated.
 */
export async function deliver(needs: DeliveryNeeds, signal: AbortSignal): Promise<void> {
  const { ledger, times, clock } = needs;
  const round: Round = { now: await trueNow(needs), endsAt: clock() + times.roundMs, signal };
  await tolerant(needs, async () => {
    await ledger.materialise(await needs.wanted(round.now()));
  });
  await ledger.sweep(round.now(), times);
  await settleUnknown(needs, round);
  await repairSent(needs, round);
  await tolerant(needs, () => renderDue(needs, round));
  await postDue(needs, round);
  await tellUndelivered(needs, round);
}

/** What is noted already goes out, even if nothing new can be noted or rendered. */
async function tolerant({ log }: DeliveryNeeds, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ error }, "Deliveries could not be prepared");
  }
}

/** Replicas whose clocks differ must not differ about whose morning it is: the database's clock puts them right. */
async function trueNow(needs: DeliveryNeeds): Promise<() => Date> {
  const { ledger, now, clock } = needs;
  const skewMs = clock() - (await ledger.serverTime()).getTime();
  const corrected = () => new Date(now().getTime() - skewMs);
  if (Math.abs(skewMs) > SKEW_MS) {
    const seconds = Math.round(skewMs / 1_000);
    await tellOnce(needs, { alert: { kind: "clock", seconds }, now: corrected() });
  }
  return corrected;
}
