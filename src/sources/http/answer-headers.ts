import type { Quota } from "../source";

/** Tells how far the clock of the server is ahead of `now`. */
export function clockAheadMs({ date }: AnswerHeaders, now: Date): number | null {
  const theirs = Date.parse(date ?? "");
  return Number.isNaN(theirs) ? null : theirs - Math.floor(now.getTime() / 1_000) * 1_000;
}

/** Reads an allowance from the headers with this prefix; none if they have none. */
export function quota(
  per: Quota["per"],
  { headers, prefix }: { headers: AnswerHeaders; prefix: string },
): readonly Quota[] {
  const [of, left] = ["limit", "remaining"].map((name) => Number(headers[`${prefix}-${name}`] ?? Number.NaN));
  if (of === undefined || left === undefined || !Number.isInteger(of) || !Number.isInteger(left)) return [];
  return [{ per, left, of }];
}

/** Headers of an answer, their names in lower case. */
export type AnswerHeaders = Readonly<Record<string, string>>;
