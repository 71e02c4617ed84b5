import { createHmac } from "node:crypto";
import { z } from "zod";
import type { ParsedEvent, RecordRef } from "../webhook-event";

export const SIGNATURE_HEADER = "x-justcall-signature";
export const VERSION_HEADER = "x-justcall-signature-version";
export const TIME_HEADER = "x-justcall-request-timestamp";

/** JustCall sends this to check that a new address answers; it proves nothing and requires nothing. */
export const PING = "url.validation";

/** The events after which a call is final or different. */
export const TOPICS = ["call.completed", "call.missed", "call.voicemail", "call.updated"] as const;

/** How far the clock of who signed may be from ours, either way. */
const TOLERANCE_MS = 600_000;

const Body = z.object({
  request_id: z
    .union([z.int(), z.string().min(1).max(200)])
    .nullish()
    .catch(null),
  data: z.object({
    id: z
      .union([z.int().positive(), z.string().regex(/^\d{1,19}$/)])
      .transform(String)
      .nullish()
      .catch(null),
    // Documented for events whose id is empty.
    call_sid: z
      .string()
      .regex(/^[A-Za-z0-9]{8,64}$/)
      .nullish()
      .catch(null),
  }),
});

/** What JustCall signs: not the body, but where it is sent, as what, and when. */
export interface Signed {
  readonly secret: string;
  /** Our own address, whatever the body says it is. */
  readonly url: string;
  readonly type: string;
  /** As it stands in the header. */
  readonly time: string;
}

/** Hex HMAC-SHA256 with the API secret, as documented. */
export function signatureOf({ secret, url, type, time }: Signed): string {
  return createHmac("sha256", secret)
    .update(`${secret}|${encodeURIComponent(url)}|${type}|${time}`)
    .digest("hex");
}

/** Tells whether a signature's time (`2024-03-21 17:08:22` in UTC, or unix seconds or milliseconds) is about now. */
export function isTimely(time: string, now: Date): boolean {
  const at = instantOf(time.trim());
  return at !== null && Math.abs(now.getTime() - at) <= TOLERANCE_MS;
}

/** Reads from a webhook which call to read again; nothing else of the body, which is not signed, is believed. */
export function justcallEvent(type: string, body: unknown): ParsedEvent {
  if (!TOPICS.some((topic) => topic === type)) return { kind: "ignored", why: "nothing is counted of this type" };
  const read = Body.safeParse(body);
  const call = read.success ? callOf(read.data.data) : null;
  if (!read.success || call === null) return { kind: "ignored", why: "it names no call, by its id or its sid" };
  const { request_id: request } = read.data;
  const key = request == null ? null : String(request);
  return { kind: "event", event: { source: "justcall", key, records: [call] } };
}

function callOf({ id, call_sid: sid }: z.infer<typeof Body>["data"]): RecordRef | null {
  if (id != null) return { kind: "call", id };
  return sid == null ? null : { kind: "call-sid", id: sid };
}

function instantOf(time: string): number | null {
  if (/^\d{10}$/.test(time)) return Number(time) * 1_000;
  if (/^\d{13}$/.test(time)) return Number(time);
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(time)) return null;
  const at = Date.parse(`${time.replace(" ", "T")}Z`);
  return Number.isNaN(at) ? null : at;
}
