import { z } from "zod";
import type { ParsedEvent, RecordRef } from "../webhook-event";

/** Copper signs nothing, so its subscriptions send the secret in this header. */
export const SECRET_HEADER = "x-paceline-secret";

const id = z.union([z.int().positive(), z.string().regex(/^\d{1,19}$/)]).transform(String);

/** Ids and their kind; whatever else Copper sends (the changed values, keys of ours) is not believed. */
const Body = z.object({
  ids: z.array(id).min(1).max(30),
  type: z.string().max(40),
  event: z.string().max(40),
  subscription_id: id.nullish().catch(null),
  timestamp: z
    .union([z.string().min(1).max(40), z.number()])
    .nullish()
    .catch(null),
});

const KINDS: ReadonlyMap<string, RecordRef["kind"]> = new Map([
  ["activity_log", "activity"],
  ["opportunity", "opportunity"],
]);

/** Reads from a webhook which records to read again; only the record tells whether it was created, changed or deleted. */
export function copperEvent(body: unknown): ParsedEvent {
  const read = Body.safeParse(body);
  if (!read.success) return { kind: "ignored", why: "not of the form that Copper documents: 1 to 30 ids, type, event" };
  const { ids, type, event, subscription_id: subscription, timestamp } = read.data;
  const kind = KINDS.get(type);
  if (kind === undefined) return { kind: "ignored", why: "nothing is counted of this type" };
  const key = timestamp == null ? null : [subscription ?? "", type, event, timestamp, ids.join()].join("|");
  return { kind: "event", event: { source: "copper", key, records: ids.map((one) => ({ kind, id: one })) } };
}
