import type { AnswerHeaders } from "./retry";
import type { ListedPerson } from "./source";

/** What a source says of itself when it is asked with our key. */
export interface SourceCheck {
  /** How far its clock is ahead of ours, in milliseconds and to the second; `null` where it does not tell the time. */
  readonly aheadMs: number | null;
  /** `null` where only its records tell who there is. */
  readonly people: readonly ListedPerson[] | null;
  /** What is left of the key's allowances, where it says. */
  readonly quotas: readonly Quota[];
  /** What is set here and the account does not have: sentences that say what to set. */
  readonly missing: readonly string[];
}

export interface Quota {
  readonly per: "minute" | "hour";
  readonly left: number;
  readonly of: number;
}

/** How far the clock of whoever answered is ahead of `now`. */
export function aheadMs({ date }: AnswerHeaders, now: Date): number | null {
  const theirs = Date.parse(date ?? "");
  return Number.isNaN(theirs) ? null : theirs - Math.floor(now.getTime() / 1_000) * 1_000;
}

/** An allowance as the headers with this prefix tell it; none where they do not. */
export function quota(
  per: Quota["per"],
  { headers, prefix }: { headers: AnswerHeaders; prefix: string },
): readonly Quota[] {
  const [of, left] = ["limit", "remaining"].map((name) => Number(headers[`${prefix}-${name}`] ?? Number.NaN));
  if (of === undefined || left === undefined || !Number.isInteger(of) || !Number.isInteger(left)) return [];
  return [{ per, left, of }];
}
