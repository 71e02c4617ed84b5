import { z } from "zod";

const id = z.union([z.number().int(), z.string().min(1)]).transform(String);
/** Empty where the call has no agent. */
const agentId = z.union([z.number().int(), z.string()]).transform(String);
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const TIME = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?$/;

/** A call. Its date and time are UTC and become `at`; what JustCall calls the user's date is not read. */
export const Call = z
  .object({
    id,
    // Another type makes the call unreadable: taken for "no agent", every call would silently stop counting.
    agent_id: agentId.nullish(),
    agent_email: z.string().nullish(),
    call_date: z.string(),
    call_time: z.string(),
    call_info: z.object({ type: z.string().nullish() }).nullish(),
    call_duration: z.object({ conversation_time: z.coerce.number().nullish().catch(null) }).nullish(),
  })
  .transform(({ call_date, call_time, call_info, call_duration, ...call }, context) => {
    const at = utcInstant(call_date, call_time);
    if (at === null) {
      context.addIssue("the call has no date and time");
      return z.NEVER;
    }
    const talkSeconds = Math.round(call_duration?.conversation_time ?? 0);
    return {
      id: call.id,
      agentId: call.agent_id,
      agentEmail: call.agent_email,
      at,
      type: call_info?.type,
      talkSeconds,
    };
  });
export type Call = z.infer<typeof Call>;

export const JustCallUser = z.object({ id, name: z.string().nullish(), email: z.string().nullish() });
export type JustCallUser = z.infer<typeof JustCallUser>;

/** The envelope of every list. */
export const Envelope = z.object({
  data: z.array(z.unknown()),
  next_page_link: z.string().nullish(),
  current_page: z.coerce.number().int().nullish().catch(null),
  total_count: z.coerce.number().int().nonnegative().nullish().catch(null),
});

/** The envelope of a single record. */
export const One = z.object({ data: z.record(z.string(), z.unknown()) });

/** An item's id, read before the rest of it: what cannot be read is still counted once. */
export const Identified = z.object({ id });

/** The instant of a UTC date and time, whose parts may be unpadded; `null` where they are none. */
function utcInstant(day: string, time: string): Date | null {
  const [, year, month, date] = (DATE.exec(day.trim()) ?? []).map(Number);
  const [, hour, minute, second] = (TIME.exec(time.trim()) ?? []).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || date === undefined) return null;
  if (hour === undefined || hour > 23 || (minute ?? 60) > 59 || (second ?? 0) > 59) return null;
  const at = new Date(Date.UTC(year, month - 1, date, hour, minute, second ?? 0));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at : null;
}
