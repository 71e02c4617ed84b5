import { SourceError } from "./source-error";

/** One entry of a vendor's list of whom it tells of changes. */
export interface Subscription {
  readonly id: string;
  /** What it tells of, in the vendor's words: "opportunity/update", "call.completed". */
  readonly topic: string;
  readonly target: string;
  /** Whether it sends what we accept from now on; where the vendor signs by itself it always does. */
  readonly current: boolean;
}

/** A vendor's list of whom it tells of changes, as far as its API lets us change it. */
export interface Subscriptions {
  /** The path of our own that the vendor calls. */
  readonly path: string;
  /** What we want to be told of. */
  readonly topics: readonly string[];
  /** Everybody's, not ours alone. @throws {SourceError} */
  list(): Promise<readonly Subscription[]>;
  /** @throws {SourceError} */
  add(subscription: { readonly topic: string; readonly target: string }): Promise<void>;
  /** @throws {SourceError} */
  remove(id: string): Promise<void>;
}

/** What an installation did. */
export interface InstallResult {
  readonly added: readonly string[];
  /** Given up: told twice, or proved by a secret that is no longer the one to use. */
  readonly replaced: number;
  /** Topics that the vendor would not tell us of. */
  readonly refused: readonly string[];
}

/** Which topics must be asked for, and which entries given up, so that each is told of once and provably. */
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
 * Has the vendor tell `target` of every topic. New entries come before old ones go, so that nothing is missed.
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

/** Takes all of ours away; answers how many. @throws {SourceError} */
export async function uninstall(subscriptions: Subscriptions, target: string): Promise<number> {
  const mine = await ownSubscriptions(subscriptions, target);
  for (const { id } of mine) await subscriptions.remove(id);
  return mine.length;
}

/** The entries whose target is ours. @throws {SourceError} */
export async function ownSubscriptions(subscriptions: Subscriptions, target: string): Promise<readonly Subscription[]> {
  return (await subscriptions.list()).filter((one) => one.target === target);
}
