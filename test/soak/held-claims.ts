import { type Delivery, markerOf } from "../../src/digests/delivery/delivery";
import { eventually } from "../support/wait";
import { signalAt } from "./moments";
import type { Morning } from "./morning";
import type { Replica } from "./replica";

export interface HeldOptions {
  readonly say: (line: string) => void;
  /** What nothing else is done to meanwhile. */
  readonly taken: Set<Replica>;
}

/** So long after they are due digests are being posted, on a busy machine too. */
const WITHIN_MS = 90_000;

/**
 * Stops a replica that has claimed a message and not posted it, until the lease is over, the message was claimed by another
 * replica, and Slack has that one's post and does not answer; right then the first one goes on. Tells whether any stood still.
 */
export async function holdClaim(morning: Morning, { say, taken }: HeldOptions): Promise<boolean> {
  const { fakes, database, by } = morning;
  const held = await signalAt(morning, { moment: "claimed", signal: "SIGSTOP", withinMs: WITHIN_MS });
  if (held === null) {
    say("no replica stood still with a claim");
    return false;
  }
  const { replica, of: id } = held;
  taken.add(replica);
  say(`${replica.name} stands still with a claim`);
  const rows = database.db.collection<Delivery>("deliveries");
  const isSoonAgain = async () => {
    const row = await rows.findOne({ _id: id });
    return row?.state === "due" || (row?.state === "unknown" && row.looks > 0);
  };
  await eventually(() => isSoonAgain().catch(() => false), 300_000 / by).catch(() => {});
  const marker = markerOf(id);
  const posts = () => fakes.slack.calls.filter(({ args }) => JSON.stringify(args).includes(marker)).length;
  const before = posts();
  // Longer than anybody waits for the answer: what becomes of the row meanwhile is what the first one does to it.
  fakes.slack.faults.push({ method: "chat.postMessage", times: 3, outcome: { hangMs: 11_000, accept: true } });
  const again = await eventually(() => posts() > before, 200_000 / by).catch(() => false);
  say(`${replica.name} goes on with it${again ? ", while another posts it" : ""}`);
  replica.signal("SIGCONT");
  taken.delete(replica);
  return true;
}

/** Ends a replica whose message Slack has, before that is recorded. */
export async function killAfterPost(morning: Morning, { say, taken }: HeldOptions): Promise<void> {
  const killed = await signalAt(morning, { moment: "posted", signal: "SIGKILL", withinMs: WITHIN_MS });
  // Rarer than a claim: on a busy morning the signal may come with the last post, or after it.
  if (killed === null) return say("no replica was killed with a post that is not recorded");
  const { replica } = killed;
  taken.add(replica);
  say(`${replica.name} was killed with a post that is not recorded`);
  await replica.start();
  taken.delete(replica);
}
