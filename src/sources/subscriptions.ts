import { SourceError } from "./source-error";

/** One webhook that a vendor has registered. */
export interface Subscription {
  readonly id: string;
  /** What it is about, in the vendor's words: "opportunity/update", "call.completed". */
  readonly topic: string;
  readonly target: string;
  /** True if it sends the proof that we accept from now on; a vendor that signs by itself always does. */
  readonly current: boolean;
}

/** Manages a vendor's webhooks, as far as its API allows. */
export interface Subscriptions {
  /** Our path that the vendor calls. */
  readonly path: string;
  /** The topics that we subscribe to. */
  readonly topics: readonly string[];
  /** Lists all of the account's webhooks, not only ours. @throws {SourceError} */
  list(): Promise<readonly Subscription[]>;
  /** @throws {SourceError} */
  add(subscription: { readonly topic: string; readonly target: string }): Promise<void>;
  /** @throws {SourceError} */
  remove(id: string): Promise<void>;
}

/** The outcome of an installation. */
export interface InstallResult {
  readonly added: readonly string[];
  /** How many were removed as duplicates, or because their secret is no longer in use. */
  readonly replaced: number;
  /** Topics that the vendor refused. */
  readonly refused: readonly string[];
}

/** Plans which topics to add and which webhooks to remove, so that each topic is sent once and provably. */
export function subscriptionPlan(
  ours: readonly Subscription[],
  topics: readonly string[],
): { readonly add: readonly string[]; readonly remove: readonly Subscription[] } {
  const kept = new Map<string, Subscription>();
  for (const one of ours)
    if (one.current && topics.includes(one.topic) && !kept.has(one.topic)) kept.set(one.topic, one);
  return { add: topics.filter((topic) => !kept.has(topic)), remove: ours.filter((one) => kept.get(one.topic) !== one) };
}

/**
 * Subscribes `target` to every topic. New webhooks are added before old ones are removed, so that nothing is missed.
 *
 * @throws {SourceError}
 */
export async function install(subscriptions: Subscriptions, target: string): Promise<InstallResult> {
  const plan = subscriptionPlan(await ownSubscriptions(subscriptions, target), subscriptions.topics);
  const [added, refused]: [string[], string[]] = [[], []];
  for (const topic of plan.add) {
    try {
      await subscriptions.add({ topic, target });
      added.push(topic);
    } catch (error) {
      if (!(error instanceof SourceError) || error.fault !== "unexpected-answer") throw error;
      refused.push(topic);
    }
  }
  for (const { id } of plan.remove) await subscriptions.remove(id);
  return { added, replaced: plan.remove.length, refused };
}

/** Removes all of ours and tells how many. @throws {SourceError} */
export async function uninstall(subscriptions: Subscriptions, target: string): Promise<number> {
  const own = await ownSubscriptions(subscriptions, target);
  for (const { id } of own) await subscriptions.remove(id);
  return own.length;
}

/** Lists the webhooks whose target is ours. @throws {SourceError} */
export async function ownSubscriptions(subscriptions: Subscriptions, target: string): Promise<readonly Subscription[]> {
  return (await subscriptions.list()).filter((one) => one.target === target);
}
