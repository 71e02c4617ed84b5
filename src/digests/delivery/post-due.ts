import { z } from "zod";
import type { RenderedMessage } from "../planned-message";
import { alertOncePerDay } from "./alert-admins";
import { type Delivery, markerOf } from "./delivery";
import type { DeliveryDeps, DeliveryRound } from "./ports";
import { classifyPost, type PostOutcome } from "./post-outcome";
import type { SendCounts } from "./send-rate-store";
import { afterPost, released } from "./transitions";

/** So many posts in a row that did not arrive for certain: Slack is in trouble, and the rest waits for the next round. */
const TROUBLE = 3;

/** What to do after a post. */
type Next = "on" | "trouble" | "stop";

/** Posts what is due at the pace that all processes share, until nothing is left or the round has lasted long enough. */
export async function postDue(needs: DeliveryDeps, round: DeliveryRound): Promise<void> {
  if (!(await needs.signIn.holds())) return;
  const receivers = await needs.receivers();
  let troubles = 0;
  while (!round.signal.aborted && troubles < TROUBLE) {
    const waitMs = await needs.posting.takeTurn();
    if (needs.clock() + waitMs > round.endsAt) return;
    if (waitMs > 0) {
      await needs.sleep(waitMs, round.signal);
      continue;
    }
    const next = await postNext(needs, { round, receivers });
    if (next === "stop") return;
    troubles = next === "trouble" ? troubles + 1 : 0;
  }
}

async function postNext(
  needs: DeliveryDeps,
  { round, receivers }: { round: DeliveryRound; receivers: number },
): Promise<Next> {
  const { ledger, posting, poster, times, clock } = needs;
  const claimedAt = clock();
  const row = await ledger.claim(round.now(), times.leaseMs);
  if (row === null) return "stop";
  const tally = await posting.tally(row.day, receivers);
  // Whoever took over meanwhile has been counted, so that this comes first.
  if (isHeldUp(clock() - claimedAt, times.leaseMs)) return giveUp(row, needs);
  if (tally.posts >= tally.most) return tooMany(needs, { row, tally, round });
  const answer = await poster.post({ to: row.channel ?? row.to, message: messageOf(row), marker: markerOf(row._id) });
  return recorded(row, { outcome: classifyPost(answer), needs, round });
}

/** A holder that was paused may not be the holder any more. A clock that was turned back tells nothing, so neither. */
function isHeldUp(elapsedMs: number, leaseMs: number): boolean {
  return elapsedMs < 0 || elapsedMs > leaseMs / 3;
}

async function giveUp(row: Delivery, { ledger, log }: DeliveryDeps): Promise<"on"> {
  log.warn({ delivery: row._id }, "Held up between claim and post: not posted");
  await ledger.change(row, released("it was held up"));
  return "on";
}

async function tooMany(
  needs: DeliveryDeps,
  { row, tally: { posts, most }, round }: { row: Delivery; tally: SendCounts; round: DeliveryRound },
): Promise<"stop"> {
  await needs.ledger.change(row, released("posting stopped for the day"));
  await alertOncePerDay(needs, { alert: { kind: "too-many-posts", posts, most }, now: round.now() });
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
  { outcome, needs, round }: { outcome: PostOutcome; needs: DeliveryDeps; round: DeliveryRound },
): Promise<Next> {
  const { ledger, posting, times, log, signIn } = needs;
  // Before anything else: another process may be about to post.
  if (outcome.kind === "limited") await posting.pause(outcome.waitMs);
  const mine = await ledger.change(row, afterPost(row, outcome, { now: round.now(), times }));
  if (outcome.kind === "sent") {
    if (mine) await posting.count(row.day);
    else await orphaned(row, { outcome, needs });
    await posting.raise();
    return "on";
  }
  log.warn({ delivery: row._id, attempt: row.attempt, outcome }, "A message was not posted for certain");
  if (outcome.kind === "unknown" || outcome.kind === "not-posted") return "trouble";
  if (outcome.kind !== "signed-out") return "on";
  signIn.lost(outcome.reason);
  await alertOncePerDay(needs, { alert: { kind: "signed-out", reason: outcome.reason }, now: round.now() });
  return "stop";
}

async function orphaned(
  row: Delivery,
  { outcome: { channel, ts }, needs }: { outcome: Extract<PostOutcome, { kind: "sent" }>; needs: DeliveryDeps },
): Promise<void> {
  needs.log.warn({ delivery: row._id, channel, ts }, "A holder given up for dead had posted: copies are searched for");
  await needs.ledger.orphan(row._id, { channel, ts });
}
