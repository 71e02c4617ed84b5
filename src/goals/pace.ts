import type { PeriodDays } from "./calendar";

/**
 * `short`: the period goes on, but no counted day is left. `missed`: the period is over.
 * `off`: the period holds no counted day of this person's at all, so nothing is asked.
 */
export type Verdict = "reached" | "ahead" | "on-pace" | "behind" | "short" | "missed" | "off";

/** How far a goal has come; amounts are in its metric's unit. */
export interface PeriodProgress {
  /** Above zero. */
  readonly target: number;
  /** What the period has brought so far, today included. */
  readonly current: number;
  /** The part of it that today brought. */
  readonly today: number;
  readonly days: PeriodDays;
}

/** "168 to go, 10 working days left = 17 a day", as a value. */
export interface PaceSum {
  readonly remaining: number;
  readonly daysLeft: number;
  /** Rounded up to whole e-mails, minutes or dollars, so that it is never too little. */
  readonly perDay: number;
}

export interface Pace {
  readonly verdict: Verdict;
  /** What an even spread of the target over the counted days would have brought by the end of yesterday. */
  readonly expected: number;
  /** `current` as a share of `expected`, 1 for just so; `null` while nothing is expected. */
  readonly share: number | null;
  /** What is still to go, never below zero: by so much is somebody short who has no day left. Two decimals. */
  readonly remaining: number;
  /** Counted days before today. */
  readonly daysDone: number;
  readonly daysLeft: number;
  /** Those of them that come after today: 0 where today itself is the one left. */
  readonly daysAfter: number;
  /** What each day left must bring, not rounded, never below zero; `null` when none is left. */
  readonly neededPerDay: number | null;
  /** `null` when nothing is to go or no day is left. */
  readonly sum: PaceSum | null;
  /** What the period comes to at the rate of the days done; `null` before three of them, and when it is over. */
  readonly forecast: number | null;
}

/** A share of the target: this close to what is expected, on either side, is on pace. */
const TOLERANCE = 0.05;
const DAYS_BEFORE_FORECAST = 3;

/**
 * Compares a goal with an even spread of its target over its counted days.
 *
 * The days left are those after today: today is under way, and what it brought is in `current`. On the last counted
 * day that day itself is the one left. So on 10 Oct, with every day counted, 21 days of October are left.
 *
 * @throws {RangeError} if the target is not above zero.
 *
 * @example
 * pace({ target: 400, current: 51, today: 3, days: { done: 9, today: true, after: 21, over: false } });
 * // => { verdict: "behind", neededPerDay: 16.62, sum: { remaining: 349, daysLeft: 21, perDay: 17 }, … }
 */
export function pace(progress: PeriodProgress): Pace {
  const { target, current, days } = progress;
  if (!(target > 0)) throw new RangeError(`A target must be above zero, not ${target}`);
  const total = days.done + Number(days.today) + days.after;
  const expected = total === 0 ? 0 : (target * days.done) / total;
  const remaining = Math.max(0, Math.round((target - current) * 100) / 100);
  const daysLeft = days.after > 0 ? days.after : Number(days.today);
  return {
    verdict: verdict(progress, { expected, perDay: total === 0 ? 0 : target / total, remaining }),
    expected,
    share: expected === 0 ? null : Math.max(0, current) / expected,
    remaining,
    daysDone: days.done,
    daysLeft,
    daysAfter: days.after,
    neededPerDay: daysLeft === 0 ? null : remaining / daysLeft,
    sum: daysLeft === 0 || remaining === 0 ? null : { remaining, daysLeft, perDay: perDay(remaining, daysLeft) },
    forecast: forecast(progress, total),
  };
}

/**
 * An amount rounded up to whole e-mails, minutes or dollars.
 *
 * @param amount in the metric's unit, with two decimals at most.
 */
function perDay(amount: number, days: number): number {
  // In hundredths, since 0.3 / 3 in floating point is a little more than 0.1.
  return Math.ceil(Math.round(amount * 100) / (100 * days));
}

/** Today's work can lift somebody out of being behind; ahead is who was so last night, or is beyond today's part too. */
function verdict(
  { target, current, today, days }: PeriodProgress,
  { expected, perDay, remaining }: { expected: number; perDay: number; remaining: number },
): Verdict {
  if (remaining === 0) return "reached";
  if (days.done + Number(days.today) + days.after === 0) return "off";
  if (days.over) return "missed";
  if (!days.today && days.after === 0) return "short";
  const tolerance = TOLERANCE * target;
  const tonight = expected + (days.today ? perDay : 0);
  if (current < expected - tolerance) return "behind";
  return current - today > expected + tolerance || current > tonight + tolerance ? "ahead" : "on-pace";
}

function forecast({ current, today, days }: PeriodProgress, total: number): number | null {
  if (days.done < DAYS_BEFORE_FORECAST || days.over) return null;
  return Math.max(0, current, ((current - today) / days.done) * total);
}
