import { z } from "zod";
import type { EventRead, RecordRef } from "../webhook-event";

/** Copper signs nothing: the subscription is told to send the secret in this header. */
export const SECRET_HEADER = "x-paceline-secret";

const id = z.union([z.int().positive(), z.string().regex(/^\d{1,19}$/)]).transform(String);

/** Ids, and of what kind; what else Copper sends (the changed values, keys of ours) is not believed. */
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

/** What a message of Copper's asks to be read again. Whether something was made, changed or deleted, the record tells. */
export function copperEvent(body: unknown): EventRead {
  const read = Body.safeParse(body);
  if (!read.success) return { kind: "ignored", why: "not of the form that Copper documents: 1 to 30 ids, type, event" };
  const { ids, type, event, subscription_id: subscription, timestamp } = read.data;
  const kind = KINDS.get(type);
  if (kind === undefined) return { kind: "ignored", why: "nothing is counted of this type" };
  const key = timestamp == null ? null : [subscription ?? "", type, event, timestamp, ids.join()].join("|");
  return { kind: "hint", event: { source: "copper", key, records: ids.map((one) => ({ kind, id: one })) } };
}
