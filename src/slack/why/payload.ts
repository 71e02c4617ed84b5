import { isMetricType, type MetricType } from "../../metrics/metrics";
import { type Day, type DayRange, day } from "../../time/day";

/** The question "Why this number?", as a button carries it. */
export interface WhyQuestion {
  /** A Slack id, `me` or `nobody`. */
  readonly whose: string;
  readonly type: MetricType;
  readonly range: DayRange;
  /** From 0 on. */
  readonly page: number;
}

/** A question as the value of a button: `phone_call_quantity me 2026-10-26 2026-11-01 0`. */
export function encodeWhyQuestion({ whose, type, range, page }: WhyQuestion): string {
  return [type, whose, range.from, range.to, page].join(" ");
}

/** @throws {RangeError} for a value that no button of ours carries. */
export function decodeWhyQuestion(value: string): WhyQuestion {
  const [type = "", whose = "", from = "", to = "", page = ""] = value.split(" ");
  if (!isMetricType(type) || !/^(me|nobody|[A-Z0-9]+)$/.test(whose) || !/^\d{1,9}$/.test(page)) {
    throw new RangeError(`${JSON.stringify(value)} asks no question`);
  }
  const ends: readonly [Day, Day] = [day(from), day(to)];
  return { whose, type, range: { from: ends[0], to: ends[1] }, page: Number(page) };
}
