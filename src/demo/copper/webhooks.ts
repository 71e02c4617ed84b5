import { z } from "zod";
import type { Answer, VendorRequest } from "../fake-api/exchange";
import type { Happening } from "../fake-api/record-set";
import { mayBeCalled, type Outbox } from "../fake-api/webhook-sender";
import type { CopperAccount } from "./account";
import { NOT_FOUND, ok, refused } from "./answers";

const MOST_SUBSCRIPTIONS = 100;
const MOST_IDS = 30;
const FIRST_ID = 17_065;
const pairs = z.record(z.string(), z.string()).nullish();
const New = z.strictObject({
  target: z.string(),
  type: z.enum(["lead", "person", "company", "opportunity", "project", "task", "activity_log"]),
  event: z.enum(["new", "update", "delete"]),
  secret: pairs,
  headers: pairs,
  custom_field_computed_values: z.boolean().nullish(),
});

/** `/webhooks`: lists, makes and deletes subscriptions, as documented. */
export function webhookRoute({ subscriptions }: CopperAccount, { method, path, body, at }: VendorRequest): Answer {
  const [, id] = /^\/webhooks(?:\/(\d+))?$/.exec(path) ?? [];
  const one = subscriptions.get(Number(id));
  if (method === "GET") return id === undefined ? ok(subscriptions.all()) : one === undefined ? NOT_FOUND : ok(one);
  if (method === "DELETE" && one !== undefined) {
    subscriptions.remove(one.id);
    return ok({ id: one.id });
  }
  if (method !== "POST" || id !== undefined) return NOT_FOUND;
  const read = New.safeParse(body);
  if (!read.success || !mayBeCalled(read.data.target))
    return refused(422, "Invalid input: Target must be an https URL");
  if (subscriptions.size >= MOST_SUBSCRIPTIONS) return refused(422, "Invalid input: Too many subscriptions");
  const { target, type, event, secret = null, headers = null } = read.data;
  const last = subscriptions.all().at(-1)?.id ?? FIRST_ID;
  const made = { id: last + 1, target, type, event, secret, headers, created_at: Math.floor(at.getTime() / 1_000) };
  subscriptions.add(made);
  return ok(made);
}

/** From here on, whoever subscribed is told of each activity and opportunity that is added, changed or deleted. */
export function tellSubscribers(account: CopperAccount, { outbox, now }: { outbox: Outbox; now: () => Date }): void {
  const tell = (type: string) => (event: Happening, records: readonly { readonly id: number }[]) => {
    const subscribed = account.subscriptions.all().filter((one) => one.type === type && one.event === event);
    for (const { id, target, secret, headers } of subscribed) {
      for (let first = 0; first < records.length; first += MOST_IDS) {
        const ids = records.slice(first, first + MOST_IDS).map((record) => record.id);
        const body = { ids, type, event, subscription_id: id, timestamp: now().toISOString(), ...secret };
        outbox.send({ target, headers: headers ?? {}, body });
      }
    }
  };
  account.activities.watch(tell("activity_log"));
  account.opportunities.watch(tell("opportunity"));
}
