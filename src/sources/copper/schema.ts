import { z } from "zod";
import { recordName } from "../../metrics/record-name";
import type { UnreadablePart } from "../unreadable";

const id = z.union([z.number().int(), z.string().min(1)]).transform(String);
/** The owner of a record; nobody where it is empty, or a number that is no user's, such as the filter's -2 for none. */
const owner = z
  .union([z.number().int(), z.string()])
  .transform((user) => (Number(user) <= 0 ? null : String(user)))
  .nullish();
const seconds = z.number().int().positive().max(100_000_000_000);

const Mailbox = z.object({ email: z.string(), name: z.unknown().optional() });
type Mailbox = z.infer<typeof Mailbox>;

/** What Copper keeps of a mail in a system email's `details`. */
const MailDetails = z.object({
  id: id.nullish().catch(null),
  sender: Mailbox,
  recipients: z.array(Mailbox.nullable().catch(null)).nullish().catch(null),
  subject: z.string().nullish().catch(null),
});

/** A mail; its addresses are in lower case. */
export interface Mail {
  readonly kind: "mail";
  /** Its own id, which all copies share; `null` where Copper keeps none. */
  readonly id: string | null;
  /** Empty where it is not known. */
  readonly sender: string;
  /** Each once, without empty ones. */
  readonly recipients: readonly string[];
  /** The name of whom it was sent to, where Copper has one. */
  readonly to: string | undefined;
  /** Kept only of a mail without an id, to tell it from others. */
  readonly subject: string | null;
}

/** What an activity's details hold: a call's text or nothing, a mail, or something of another form. */
export type Details = string | null | Mail | { readonly kind: "unreadable" };

/** An activity; `details` is text for calls and a mail for system emails, of which no more is held than is used. */
export const Activity = z.object({
  id,
  type: z.object({ id, category: z.string() }),
  user_id: owner,
  activity_date: seconds,
  details: z.unknown().transform(detailsOf),
  parent: z.object({ id, type: z.string() }).nullish().catch(null),
});
export type Activity = z.infer<typeof Activity>;

export const Opportunity = z.object({
  id,
  assignee_id: owner,
  pipeline_stage_id: id,
  date_stage_changed: seconds,
  name: z.unknown().optional(),
  company_name: z.unknown().optional(),
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

/** One item of a list: parsed, deleted in Copper (which leaves a stub), or unreadable. */
export type Item<T> = { readonly id: string | null } & (
  | { readonly kind: "record"; readonly record: T }
  | { readonly kind: "deleted" }
  | { readonly kind: "unreadable"; readonly part: UnreadablePart }
);

/** Parses one item; nothing but what the schema names gets past it. */
export function item<T extends { readonly id: string }>(schema: z.ZodType<T>, raw: unknown): Item<T> {
  const read = schema.safeParse(raw);
  const isStub = typeof raw === "object" && raw !== null && "is_deleted" in raw && raw.is_deleted === true;
  if (read.success && !isStub) return { id: read.data.id, kind: "record", record: read.data };
  const identified = Identified.safeParse(raw);
  const itemId = identified.success ? identified.data.id : null;
  if (isStub || read.success) return { id: itemId, kind: "deleted" };
  const isDated = read.error.issues.every(({ path }) => !DATES.has(String(path[0])));
  return { id: itemId, kind: "unreadable", part: isDated ? null : "date" };
}

function detailsOf(raw: unknown): Details {
  if (raw === undefined || raw === null) return null;
  if (typeof raw === "string") return raw;
  const read = MailDetails.safeParse(raw);
  if (!read.success) return { kind: "unreadable" };
  const { id: own, sender, recipients, subject } = read.data;
  const to = (recipients ?? []).flatMap((mailbox) => (mailbox === null ? [] : [address(mailbox)]));
  return {
    kind: "mail",
    id: own ?? null,
    to: addressee(recipients ?? [], sender),
    sender: address(sender),
    recipients: to.length === 1 && to[0] !== "" ? to : [...new Set(to)].filter((one) => one !== ""),
    subject: own == null ? (subject ?? null) : null,
  };
}

/** Names whom a mail was sent to: somebody of another domain than its sender's, before a colleague in copy. */
function addressee(recipients: readonly (Mailbox | null)[], sender: Mailbox): string | undefined {
  const named = recipients.flatMap((mailbox) => (mailbox?.name ? [mailbox] : []));
  const others = named.filter((mailbox) => domain(mailbox) !== domain(sender));
  return recordName(...[...others, ...named].map(({ name }) => name)).name;
}

function domain(mailbox: Mailbox): string {
  const email = address(mailbox);
  return email.slice(email.lastIndexOf("@") + 1);
}

function address({ email }: Mailbox): string {
  return email.trim().toLowerCase();
}

const DATES: ReadonlySet<string> = new Set(["activity_date", "date_stage_changed"]);
