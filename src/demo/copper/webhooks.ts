import { z } from "zod";
import type { ApiRequest, ApiResponse } from "../fake-api/exchange";
import type { RecordChange } from "../fake-api/record-set";
import { isCallableUrl, type WebhookSender } from "../fake-api/webhook-sender";
import type { CopperAccount } from "./account";
import { errorResponse, NOT_FOUND, ok } from "./responses";

const MAX_SUBSCRIPTIONS = 100;
const MAX_IDS_PER_WEBHOOK = 30;
const FIRST_ID = 17_065;
const stringPairs = z.record(z.string(), z.string()).nullish();
const NewSubscription = z.strictObject({
  target: z.string(),
  type: z.enum(["lead", "person", "company", "opportunity", "project", "task", "activity_log"]),
  event: z.enum(["new", "update", "delete"]),
  secret: stringPairs,
  headers: stringPairs,
  custom_field_computed_values: z.boolean().nullish(),
});

/** `/webhooks`: lists, creates and deletes subscriptions, as documented. */
export function webhookRoute({ subscriptions }: CopperAccount, { method, path, body, at }: ApiRequest): ApiResponse {
  const [, id] = /^\/webhooks(?:\/(\d+))?$/.exec(path) ?? [];
  const one = subscriptions.get(Number(id));
  if (method === "GET") return id === undefined ? ok(subscriptions.all()) : one === undefined ? NOT_FOUND : ok(one);
  if (method === "DELETE" && one !== undefined) {
    subscriptions.remove(one.id);
    return ok({ id: one.id });
  }
  if (method !== "POST" || id !== undefined) return NOT_FOUND;
  const read = NewSubscription.safeParse(body);
  if (!read.success || !isCallableUrl(read.data.target))
    return errorResponse(422, "Invalid input: Target must be an https URL");
  if (subscriptions.size >= MAX_SUBSCRIPTIONS) return errorResponse(422, "Invalid input: Too many subscriptions");
  const { target, type, event, secret = null, headers = null } = read.data;
  const last = subscriptions.all().at(-1)?.id ?? FIRST_ID;
  const created = { id: last + 1, target, type, event, secret, headers, created_at: Math.floor(at.getTime() / 1_000) };
  subscriptions.add(created);
  return ok(created);
}

/** Sends a webhook to each subscriber whenever an activity or an opportunity is added, changed or deleted. */
export function notifySubscribers(
  account: CopperAccount,
  { webhooks, now }: { webhooks: WebhookSender; now: () => Date },
): void {
  const notify = (type: string) => (event: RecordChange, records: readonly { readonly id: number }[]) => {
    const subscribed = account.subscriptions.all().filter((one) => one.type === type && one.event === event);
    for (const { id, target, secret, headers } of subscribed) {
      for (let first = 0; first < records.length; first += MAX_IDS_PER_WEBHOOK) {
        const ids = records.slice(first, first + MAX_IDS_PER_WEBHOOK).map((record) => record.id);
        const body = { ids, type, event, subscription_id: id, timestamp: now().toISOString(), ...secret };
        webhooks.send({ target, headers: headers ?? {}, body });
      }
    }
  };
  account.activities.onChange(notify("activity_log"));
  account.opportunities.onChange(notify("opportunity"));
}
