import type { Source } from "../sources/source";
import { SourceError } from "../sources/source-error";
import { ownSubscriptions, subscriptionPlan } from "../sources/subscriptions";
import type { WebhookStatus } from "./examination";

/**
 * Asks a vendor which webhooks it sends us, and changes nothing; `null` for a vendor without webhooks.
 *
 * @param publicUrl where vendors reach us.
 * @throws what is no fault of the vendor's.
 */
export async function webhookStatus(
  { subscriptions }: Pick<Source, "subscriptions">,
  publicUrl: string,
): Promise<WebhookStatus | null> {
  if (subscriptions === undefined) return null;
  try {
    const mine = await ownSubscriptions(subscriptions, `${publicUrl}${subscriptions.path}`);
    const { add, remove } = subscriptionPlan(mine, subscriptions.topics);
    return { kind: "answered", topics: subscriptions.topics.length, missing: add, outdated: remove.length };
  } catch (failure) {
    if (!(failure instanceof SourceError)) throw failure;
    return { kind: "refused", failure };
  }
}
