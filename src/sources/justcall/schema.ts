import { z } from "zod";
import { numberEnding, recordName } from "../../metrics/record-name";
import type { UnreadablePart } from "../unreadable";
import { conversationSeconds } from "./duration";

const id = z.union([z.number().int(), z.string().min(1)]).transform(String);
/** Empty where the call has no agent. */
const agentId = z.union([z.number().int(), z.string()]).transform(String);
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const TIME = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?$/;

/** When a call began: its date and time are UTC; what JustCall calls the user's date is not read. */
const Start = z.object({ call_date: z.string(), call_time: z.string() });

/** A call. One without a date, or of which it cannot be told how long it was, is none. */
export const Call = Start.extend({
  id,
  // Another type makes the call unreadable: taken for "no agent", every call would silently stop counting.
  agent_id: agentId.nullish(),
  agent_email: z.string().nullish(),
  // Whatever stands there, it makes no call unreadable.
  contact_name: z.unknown().optional(),
  contact_number: z.unknown().optional(),
  call_info: z.object({ type: z.string().nullish() }).nullish(),
  call_duration: z.object({ conversation_time: z.unknown() }).nullish().catch(null),
}).transform(({ call_info, call_duration, ...call }, context) => {
  const at = utcInstant(call);
  const type = call_info?.type;
  const talkSeconds = conversationSeconds(call_duration?.conversation_time, { type });
  if (at === null || talkSeconds === null) {
    const [path, message] =
      at === null ? ["call_date", "it has no date"] : ["call_duration", "its length is not known"];
    context.addIssue({ code: "custom", path: [path], message });
    return z.NEVER;
  }
  // Of whom the call was with, no more is held than is kept.
  const named = recordName(call.contact_name, numberEnding(call.contact_number));
  return { id: call.id, agentId: call.agent_id, agentEmail: call.agent_email, at, type, talkSeconds, ...named };
});
export type Call = z.infer<typeof Call>;

/** A call that could not be read. */
export interface UnreadableCall {
  readonly unreadable: UnreadablePart;
  /** When it began, where that much could be read. */
  readonly at: Date | null;
}

/** A call as it was listed, whether it can be read or not. */
export type ListedCall = Call | UnreadableCall;

/** Reads one call of a list or by itself; nothing but what the schema names gets past it. */
export function readCall(raw: unknown): ListedCall {
  const read = Call.safeParse(raw);
  if (read.success) return read.data;
  const named = read.error.issues.map(({ path }) => PARTS.get(String(path[0]))).find((part) => part !== undefined);
  const start = Start.safeParse(raw);
  return { unreadable: named ?? null, at: start.success ? utcInstant(start.data) : null };
}

export function isReadable(call: ListedCall): call is Call {
  return !("unreadable" in call);
}

const PARTS = new Map<string, UnreadablePart>([
  ["call_date", "date"],
  ["call_time", "date"],
  ["call_duration", "duration"],
]);

export const JustCallUser = z.object({ id, name: z.string().nullish(), email: z.string().nullish() });
export type JustCallUser = z.infer<typeof JustCallUser>;

/** A failure that comes with 200, whatever stands beside it. */
export const Failure = z.object({ status: z.string().regex(/^(error|fail(ed|ure)?)$/i) });

/** The envelope of every list. */
export const Envelope = z.object({
  data: z.array(z.unknown()),
  next_page_link: z.string().nullish(),
  current_page: z.coerce.number().int().nullish().catch(null),
  total_count: z.coerce.number().int().nonnegative().nullish().catch(null),
});
export type Envelope = z.infer<typeof Envelope>;

/** The envelope of a single record. */
export const One = z.object({ data: z.record(z.string(), z.unknown()) });

/** An item's id and a call's sid, read before the rest of it: what cannot be read is still counted once. */
export const Identified = z.object({
  id,
  call_sid: z
    .string()
    .nullish()
    .catch(null)
    .transform((sid) => sid ?? null),
});

/** The instant of a UTC date and time, whose parts may be unpadded; `null` where they are none. */
function utcInstant({ call_date: day, call_time: time }: z.infer<typeof Start>): Date | null {
  const [, year, month, date] = (DATE.exec(day.trim()) ?? []).map(Number);
  const [, hour, minute, second] = (TIME.exec(time.trim()) ?? []).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || date === undefined) return null;
  if (hour === undefined || hour > 23 || (minute ?? 60) > 59 || (second ?? 0) > 59) return null;
  const at = new Date(Date.UTC(year, month - 1, date, hour, minute, second ?? 0));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at : null;
}
