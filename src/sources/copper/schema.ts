import { z } from "zod";
import type { UnreadablePart } from "../unreadable";

const id = z.union([z.number().int(), z.string().min(1)]).transform(String);
const seconds = z.number().int().positive().max(100_000_000_000);

/** An activity; `details` is text for calls and an object for system e-mails. */
export const Activity = z.object({
  id,
  type: z.object({ id, category: z.string() }),
  user_id: id.nullish(),
  activity_date: seconds,
  details: z.unknown(),
  parent: z.object({ id, type: z.string() }).nullish().catch(null),
});
export type Activity = z.infer<typeof Activity>;

const Mailbox = z.object({ email: z.string() });

/** What Copper keeps of a mail in a system e-mail's `details`. */
export const MailDetails = z.object({
  id: id.nullish().catch(null),
  sender: Mailbox,
  recipients: z.array(Mailbox.nullable().catch(null)).nullish().catch(null),
  subject: z.string().nullish().catch(null),
});
export type MailDetails = z.infer<typeof MailDetails>;

export const Opportunity = z.object({
  id,
  assignee_id: id.nullish(),
  pipeline_stage_id: id,
  date_stage_changed: seconds,
});
export type Opportunity = z.infer<typeof Opportunity>;

export const Pipelines = z.array(
  z.object({ name: z.string(), stages: z.array(z.object({ id, name: z.string() })).default([]) }),
);
export type Pipelines = z.infer<typeof Pipelines>;

export const CopperUser = z.object({ id, name: z.string().nullish(), email: z.string().nullish() });
export type CopperUser = z.infer<typeof CopperUser>;

/** The account that the key belongs to. */
export const Account = z.object({ id });

const Identified = z.object({ id });
const Stub = z.object({ is_deleted: z.literal(true) });

/** One item of a list: parsed, deleted in Copper (which leaves a stub), or unreadable. */
export type Item<T> = { readonly id: string | null } & (
  | { readonly kind: "record"; readonly record: T }
  | { readonly kind: "deleted" }
  | { readonly kind: "unreadable"; readonly part: UnreadablePart }
);

/** Parses one item; nothing but what the schema names gets past it. */
export function item<T>(schema: z.ZodType<T>, raw: unknown): Item<T> {
  const identified = Identified.safeParse(raw);
  const itemId = identified.success ? identified.data.id : null;
  if (Stub.safeParse(raw).success) return { id: itemId, kind: "deleted" };
  const read = schema.safeParse(raw);
  if (read.success) return { id: itemId, kind: "record", record: read.data };
  const isDated = read.error.issues.every(({ path }) => !DATES.has(String(path[0])));
  return { id: itemId, kind: "unreadable", part: isDated ? null : "date" };
}

const DATES: ReadonlySet<string> = new Set(["activity_date", "date_stage_changed"]);
