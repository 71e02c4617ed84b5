import { deliveryId, type PlannedMessage } from "../planned-message";
import { alertOncePerDay, alertUndelivered } from "./alert-admins";
import { type DeliveryState, isUnderWay } from "./delivery";
import type { DeliveryDeps, DeliveryRound } from "./ports";
import { postDue } from "./post-due";
import { reconcileUnknown, removeDuplicates } from "./reconcile";
import { renderDue } from "./render-due";
import { unwanted } from "./transitions";

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
    const plan = await deps.plan(now);
    // Before any process can claim their messages: the receivers of a day are whoever was one at any time.
    for (const day of new Set(plan.messages.map((one) => one.day)))
      await deps.sendRate.addReceivers(day, plan.receivers);
    await deliveries.addPlanned(plan.messages);
    await plan.record?.();
  });
  await tolerant(deps, () => skipUnwanted(deps, round));
  await tolerant(deps, () => resumeEarly(deps, round));
  await deliveries.sweep(round.now(), times);
  await reconcileUnknown(deps, round);
  await removeDuplicates(deps, round);
  await tolerant(deps, () => renderDue(deps, round));
  await postDue(deps, round);
  await alertUndelivered(deps, round);
}

/**
 * Asks of the messages that are still due at their cut-off whether anybody wants them: what nobody wants any more is not
 * missed, and what is wanted later, by a clock in another zone, is planned again.
 */
async function skipUnwanted({ deliveries, stillWanted, log }: DeliveryDeps, round: DeliveryRound): Promise<void> {
  for (const row of await deliveries.overdue(round.now())) {
    if (round.signal.aborted) return;
    const wanted = await stillWanted(row, round.now());
    // What is wanted, or too late for somebody, is missed with its own reason.
    if (wanted.kind !== "skip" && wanted.kind !== "early") continue;
    log.info({ delivery: row._id, ...wanted }, "A message is not wanted at its cut-off");
    await deliveries.change(row, unwanted(wanted));
  }
}

/**
 * Asks again of the messages for which it was too early where their receivers were: whoever is back before a plan saw
 * them elsewhere is in none, and would go without.
 */
async function resumeEarly({ deliveries, stillWanted, log }: DeliveryDeps, round: DeliveryRound): Promise<void> {
  for (const row of await deliveries.early(round.now())) {
    if (round.signal.aborted) return;
    const wanted = await stillWanted(row, round.now());
    if (wanted.kind === "wanted") await deliveries.addPlanned([{ ...row, reason: undefined, ...wanted.slot }]);
    if (wanted.kind !== "missed") continue;
    log.info({ delivery: row._id, ...wanted }, "A message was too early, and is too late now");
    await deliveries.change(row, unwanted(wanted));
  }
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

/** Whoever pressed waits so long for what came of it; what takes longer goes on with the ticks. */
const WAIT_MS = 8_000;
const LOOK_AGAIN_MS = 250;

/** What a post at once depends on; `stateOf` reads the state of a row, `null` where there is none. */
export interface PostAtOnceDeps extends DeliveryDeps {
  readonly stateOf: (id: string) => Promise<DeliveryState | null>;
}

/**
 * Posts one message now, by the steps of every round: its row first, rendered once, claimed, posted, recorded. However often, and in how many
 * processes, it is asked for at once, it is one message, and what is left undone here the ticks take on. Figures are shown as they are: no sync is waited for.
 *
 * @param receiver what it counts as among the receivers of its day.
 */
export async function postAtOnce(
  deps: PostAtOnceDeps,
  { wanted, receiver }: { readonly wanted: PlannedMessage; readonly receiver: string },
): Promise<void> {
  const { deliveries, sendRate, clock, sleep, now } = deps;
  const { signal } = new AbortController();
  const round: DeliveryRound = { now, endsAt: clock() + WAIT_MS, signal };
  const id = deliveryId(wanted);
  await sendRate.addReceivers(wanted.day, [receiver]);
  await deliveries.addPlanned([wanted]);
  for (;;) {
    await renderDue(withoutSync(deps), round, id);
    await postDue(deps, round, id);
    const state = await deps.stateOf(id);
    if (!isUnderWay(state) || clock() >= round.endsAt) return;
    // Another process has it, or Slack asked to wait.
    await sleep(LOOK_AGAIN_MS, signal);
  }
}

function withoutSync({ ready: _, ...deps }: DeliveryDeps): DeliveryDeps {
  return deps;
}
