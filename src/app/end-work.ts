import { endsWithin, type Sleep } from "../lib/sleep";

export interface WorkUnderWay {
  /** What begins nothing new, resolved once all of it has ended. */
  readonly work: Promise<unknown>;
  /** Takes up no sync any more and gives up the one that runs, so that another process may begin at once. */
  readonly handOver: () => Promise<void>;
  readonly sleep?: Sleep;
}

/** A sync may take hours at a vendor's limits; one that is cut off leaves nothing wrong. */
const HANDED_OVER_MS = 12_000;
/** As long as requests are waited for. */
const WAITS_MS = 20_000;

/**
 * Waits for the work of a process that ends, for 20 s at most. What is not over after 12 s is a sync, as a rule, which is then
 * handed over; all else, an import above all, has the rest of the time.
 *
 * @throws whatever the work or the handing over throws.
 */
export async function endWork({ work, handOver, sleep }: WorkUnderWay): Promise<void> {
  if (await endsWithin(HANDED_OVER_MS, { work, sleep })) return;
  await handOver();
  await endsWithin(WAITS_MS - HANDED_OVER_MS, { work, sleep });
}
