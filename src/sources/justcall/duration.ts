const SECONDS = /^\d{1,6}(?:\.\d+)?$/;
const MINUTES = /^(\d{1,4}):([0-5]?\d)$/;
const HOURS = /^(\d{1,2}):([0-5]?\d):([0-5]?\d)$/;
/** A longer call is none. */
const DAY_SECONDS = 86_400;

/** Its length stands where that of a conversation does, but nobody talked. */
const VOICEMAIL = /voice[\s_-]?mail/i;
/** Nobody talked, or nobody has finished: such a call need not say how long. */
const WITHOUT_CONVERSATION = /unanswered|missed|abandoned|in[\s_-]?progress/i;

/**
 * The seconds of a call's conversation, or `null` where they cannot be told. JustCall documents seconds, and other clients
 * have met the text of a clock: `m:ss`, `h:mm:ss` or `hh:mm:ss`. A voicemail has none, whatever stands there.
 *
 * @example
 * conversationSeconds("12:34", { type: "Answered" }); // => 754
 */
export function conversationSeconds(
  stated: unknown,
  { type }: { readonly type: string | null | undefined },
): number | null {
  if (VOICEMAIL.test(type ?? "")) return 0;
  if (isMissing(stated)) return WITHOUT_CONVERSATION.test(type ?? "") ? 0 : null;
  const seconds = typeof stated === "string" ? secondsOfText(stated.trim()) : stated;
  if (typeof seconds !== "number" || !(seconds >= 0 && seconds <= DAY_SECONDS)) return null;
  return Math.round(seconds);
}

function isMissing(stated: unknown): boolean {
  return stated === undefined || stated === null || (typeof stated === "string" && stated.trim() === "");
}

function secondsOfText(text: string): number | null {
  if (SECONDS.test(text)) return Number(text);
  const [, minutes, rest] = MINUTES.exec(text) ?? [];
  if (minutes !== undefined) return 60 * Number(minutes) + Number(rest);
  const [, hours, sixtieths, last] = HOURS.exec(text) ?? [];
  return hours === undefined ? null : 3_600 * Number(hours) + 60 * Number(sixtieths) + Number(last);
}
