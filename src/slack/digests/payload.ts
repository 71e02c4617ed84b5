import type { ResendDigest } from "../../digests/schedule/resend";
import { day } from "../../time/day";

/** A digest to send once more, as the value of a button: `2026-10-28:2`. */
export function encodeResend({ day: of, number }: ResendDigest): string {
  return `${of}:${number}`;
}

/** `null` for what no button of ours carries. */
export function decodeResend(value: string): ResendDigest | null {
  const [, of, number] = /^(\d{4}-\d{2}-\d{2}):([1-5])$/.exec(value) ?? [];
  return of === undefined || number === undefined ? null : { day: day(of), number: Number(number) };
}
