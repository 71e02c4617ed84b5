import type { AnswerHeaders } from "./answer-headers";

/** A request is tried at most so often, and for so long; pauses that the vendor asked for are not counted. */
export const MAX_TRIES = 6;
export const MAX_MS = 60_000;

/** A vendor that asks to wait longer than this is left alone until the next sync. */
export const MAX_PAUSE_MS = 180_000;

const FIRST_BACKOFF_MS = 500;
const SANE_WAIT_MS = 2_000;
const DAY_SECONDS = 86_400;

/** Milliseconds before the try after the `tries`-th: twice as long each time, half of it by chance. */
export function backoffMs(tries: number, random: () => number): number {
  const full = FIRST_BACKOFF_MS * 2 ** (tries - 1);
  return full / 2 + (full / 2) * random();
}

/**
 * Milliseconds that a 429 asks to wait, at least a second: by Retry-After, else by the reset that is spent, else, or
 * where the value makes no sense (a word, negative, over a day), a wait that doubles with each try.
 */
export function pauseMs(headers: AnswerHeaders, { tries, now }: { tries: number; now: number }): number {
  const asked = retryAfterMs(headers["retry-after"], now) ?? resetMs(headers, now);
  return Math.max(1_000, asked ?? SANE_WAIT_MS * 2 ** (tries - 1));
}

function retryAfterMs(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const text = value.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return saneMs(Number(text) * 1_000);
  const until = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(until) ? null : saneMs(until - now);
}

/** JustCall names no Retry-After, but the second (UTC) at which each of its two allowances is new. */
function resetMs(headers: AnswerHeaders, now: number): number | null {
  const spent = ["x-rate-limit-burst", "x-rate-limit"]
    .filter((prefix) => headers[`${prefix}-remaining`] === "0")
    .map((prefix) => saneMs(Number(headers[`${prefix}-reset`]) * 1_000 - now))
    .filter((wait) => wait !== null);
  return spent.length === 0 ? null : Math.max(...spent);
}

function saneMs(wait: number): number | null {
  return wait >= 0 && wait <= DAY_SECONDS * 1_000 ? wait : null;
}
