import { z } from "zod";
import type { RenderedMessage } from "../planned-message";
import { alertOncePerDay } from "./alert-admins";
import { type Delivery, markerOf } from "./delivery";
import type { DeliveryDeps, DeliveryRound } from "./ports";
import { classifyPost, type PostOutcome } from "./post-outcome";
import type { SendCounts } from "./send-rate-store";
import { afterPost, type NotWanted, released, unwanted } from "./transitions";

/** After so many posts in a row that did not arrive for certain, Slack is in trouble, and the rest waits for the next round. */
const TROUBLE = 3;

/** How to proceed after a post. */
type Next = "on" | "trouble" | "stop";

/**
 * Posts what is due at the rate that all processes share, until nothing is left or the round has lasted long enough.
 *
 * @param only the id of the one message to post.
 */
export async function postDue(deps: DeliveryDeps, round: DeliveryRound, only?: string): Promise<void> {
  if (!(await deps.auth.isAccepted())) return;
  let troubles = 0;
  while (!round.signal.aborted && troubles < TROUBLE) {
    const waitMs = await deps.sendRate.acquireSlot();
    if (deps.clock() + waitMs > round.endsAt) return;
    if (waitMs > 0) {
      await deps.sleep(waitMs, round.signal);
      continue;
    }
    const next = await postNext(deps, { ...round, only });
    if (next === "stop") return;
    troubles = next === "trouble" ? troubles + 1 : 0;
  }
}

async function postNext(
  deps: DeliveryDeps,
  { only, ...round }: DeliveryRound & { readonly only: string | undefined },
): Promise<Next> {
  const { deliveries, sendRate, poster, times, clock } = deps;
  const claimedAt = clock();
  const row = await deliveries.claim(round.now(), times.leaseMs, only);
  if (row === null) return "stop";
  const tally = await sendRate.counts(row.day);
  // The last thing that is asked before the post: what somebody changed a moment ago holds.
  const wanted = await deps.stillWanted(row, round.now());
  // Another process that took over meanwhile has counted its post, so this check comes first.
  if (isHeldUp(clock() - claimedAt, times.leaseMs)) return giveUp(row, deps);
  if (wanted.kind !== "wanted") return notWanted(row, { wanted, deps });
  if (tally.posts >= tally.most) return tooMany(deps, { row, tally, round });
  const answer = await poster.post({ to: row.channel ?? row.to, message: messageOf(row), marker: markerOf(row._id) });
  return recorded(row, { outcome: classifyPost(answer), deps, round });
}

/** Whether a holder was paused for so long that its lease may have expired. A clock that was turned back proves nothing, so it counts as paused. */
function isHeldUp(elapsedMs: number, leaseMs: number): boolean {
  return elapsedMs < 0 || elapsedMs > leaseMs / 3;
}

async function giveUp(row: Delivery, { deliveries, log }: Pick<DeliveryDeps, "deliveries" | "log">): Promise<"on"> {
  log.warn({ delivery: row._id }, "Held up between claim and post: not posted");
  await deliveries.change(row, released("it was held up"));
  return "on";
}

async function notWanted(
  row: Delivery,
  { wanted, deps: { deliveries, log } }: { wanted: NotWanted; deps: Pick<DeliveryDeps, "deliveries" | "log"> },
): Promise<"on"> {
  log.info({ delivery: row._id, ...wanted }, "A message is not wanted any more: not posted");
  await deliveries.change(row, { ...unwanted(wanted), uncounted: true });
  return "on";
}

async function tooMany(
  deps: DeliveryDeps,
  { row, tally: { posts, most }, round }: { row: Delivery; tally: SendCounts; round: DeliveryRound },
): Promise<"stop"> {
  await deps.deliveries.change(row, released("posting stopped for the day"));
  await alertOncePerDay(deps, { alert: { kind: "too-many-posts", posts, most }, now: round.now() });
  return "stop";
}

const blocks = z.array(z.looseObject({}));
const stored = z.object({ text: z.string(), blocks, plain: blocks.optional() });

function messageOf({ _id, body }: Delivery): RenderedMessage {
  if (body === null) throw new RangeError(`${_id} was claimed before it was rendered`);
  return stored.parse(JSON.parse(body));
}

async function recorded(
  row: Delivery,
  { outcome, deps, round }: { outcome: PostOutcome; deps: DeliveryDeps; round: DeliveryRound },
): Promise<Next> {
  const { deliveries, sendRate, times, log, auth } = deps;
  // Before anything else: another process may be about to post.
  if (outcome.kind === "limited") await sendRate.pause(outcome.waitMs);
  const mine = await deliveries.change(row, afterPost(row, outcome, { now: round.now(), times }));
  if (outcome.kind === "sent") {
    if (mine) await sendRate.count(row.day);
    else await orphaned(row, { outcome, deps });
    await sendRate.speedUp();
    return "on";
  }
  log.warn({ delivery: row._id, attempt: row.attempt, outcome }, "A message was not posted for certain");
  if (outcome.kind === "unknown" || outcome.kind === "not-posted") return "trouble";
  if (outcome.kind !== "signed-out") return "on";
  auth.noteRefused(outcome.reason);
  await alertOncePerDay(deps, { alert: { kind: "signed-out", reason: outcome.reason }, now: round.now() });
  return "stop";
}

async function orphaned(
  row: Delivery,
  {
    outcome: { channel, ts },
    deps,
  }: { outcome: Extract<PostOutcome, { kind: "sent" }>; deps: Pick<DeliveryDeps, "deliveries" | "log"> },
): Promise<void> {
  deps.log.warn({ delivery: row._id, channel, ts }, "A holder given up for dead had posted: copies are searched for");
  await deps.deliveries.recordOrphan(row._id, { channel, ts });
}
