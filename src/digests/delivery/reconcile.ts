import { type Delivery, markerOf } from "./delivery";
import type { DeliveryDeps, DeliveryRound } from "./ports";
import { afterLookup, afterRepair, type HistoryLookup } from "./transitions";

/** Before a message was claimed first by this much it cannot have been posted, however far Slack's clock is from ours. */
const MARGIN_MS = 10 * 60_000;

/** What reconciling depends on. */
type ReconcileDeps = Pick<DeliveryDeps, "deliveries" | "poster" | "clock" | "times" | "log">;

/** Reconciles messages of unknown outcome with Slack's history. */
export async function reconcileUnknown(deps: ReconcileDeps, round: DeliveryRound): Promise<void> {
  const { deliveries, times, log } = deps;
  const { now } = round;
  while (hasTimeLeft(deps, round)) {
    const row = await deliveries.claimUnknown(now(), times.lookupPauseMs);
    if (row === null) return;
    const lookup = await lookUp(row, deps);
    const change = afterLookup(row, lookup, { now: now(), times });
    await deliveries.change(row, change);
    log.info({ delivery: row._id, look: lookup.kind, state: change.state }, "An unknown outcome was looked up");
    await removeLater(row, { lookup, deps });
  }
}

/** Searches for copies of sent messages that appear late, and removes all but the earliest. */
export async function removeDuplicates(deps: ReconcileDeps, round: DeliveryRound): Promise<void> {
  const { deliveries, times } = deps;
  const { now } = round;
  while (hasTimeLeft(deps, round)) {
    const row = await deliveries.claimSent(now(), times.lookupPauseMs);
    if (row === null) return;
    const lookup = await lookUp(row, deps);
    const complete = await removeLater(row, { lookup, deps });
    const seen: HistoryLookup = complete ? lookup : { kind: "unreadable", reason: "a copy could not be taken back" };
    await deliveries.change(row, afterRepair(row, seen, { now: now(), times }));
  }
}

/** Whether the round has time for another lookup: should Slack's history hang, half of each round is left for posting. */
function hasTimeLeft({ clock, times }: ReconcileDeps, { endsAt, signal }: DeliveryRound): boolean {
  return !signal.aborted && clock() < endsAt - times.roundMs / 2;
}

async function lookUp(row: Delivery, { poster, log }: ReconcileDeps): Promise<HistoryLookup> {
  try {
    const channel = row.channel ?? (await poster.conversation(row.to));
    const since = new Date((row.since ?? row.dueAt).getTime() - MARGIN_MS);
    const [first, ...later] = await poster.find({ channel, marker: markerOf(row._id), since });
    return first === undefined ? { kind: "absent", channel } : { kind: "found", channel, copies: [first, ...later] };
  } catch (error) {
    log.warn({ error, delivery: row._id }, "Slack's history could not be read");
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "unreadable", reason: `Slack's history could not be read: ${reason}` };
  }
}

/** Removes all copies but the earliest, so that two processes never remove each other's. */
async function removeLater(
  { _id }: Delivery,
  { lookup, deps: { poster, log } }: { lookup: HistoryLookup; deps: ReconcileDeps },
): Promise<boolean> {
  if (lookup.kind !== "found") return true;
  try {
    for (const ts of lookup.copies.slice(1)) {
      await poster.remove({ channel: lookup.channel, ts });
      log.warn({ delivery: _id, channel: lookup.channel, ts }, "A second copy of a message was taken back");
    }
    return true;
  } catch (error) {
    log.warn({ error, delivery: _id }, "A second copy of a message could not be taken back");
    return false;
  }
}
