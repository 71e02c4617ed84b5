import { type AfterTodaySum, afterTodaySum, type PeriodProgress, type TodaySum, todaySum, toGo } from "./day-sums";
import { comparedAmount, type Verdict, verdict } from "./verdict";

export interface Pace {
  readonly verdict: Verdict;
  /** What an even spread of the target over the counted days would have brought by last night. */
  readonly expected: number;
  /** What the verdict compares with `expected`, as a share of it, 1 for just so; `null` while nothing is expected. */
  readonly share: number | null;
  /** What is still to go, never below zero: by so much is somebody short who has no day left. Two decimals. */
  readonly remaining: number;
  /** Counted days before today. */
  readonly daysDone: number;
  /** Counted days from today on. */
  readonly daysLeft: number;
  /** Counted days after today. */
  readonly daysAfter: number;
  /** `null` where today is not counted: it asks for nothing then. */
  readonly today: TodaySum | null;
  /** `null` when nothing is to go or no counted day comes after today. */
  readonly afterToday: AfterTodaySum | null;
  /** What the period comes to at the rate of the days before; `null` before three of them, and when no day is left. */
  readonly forecast: number | null;
}

const DAYS_BEFORE_FORECAST = 3;

/**
 * Compares a goal with an even spread of its target over its counted days, as of last night, and says what each day
 * left asks for.
 *
 * @throws {RangeError} if the target is not above zero.
 *
 * @example
 * pace({ target: 400, before: 48, current: 51, days: { done: 9, today: true, after: 21, over: false } });
 * // => { verdict: "behind", today: { remaining: 352, days: 22, target: 16, done: 3, … },
 * //      afterToday: { remaining: 349, days: 21, perDay: 17, … }, … }
 */
export function pace(progress: PeriodProgress): Pace {
  const { target, before, current, days } = progress;
  if (!(target > 0)) throw new RangeError(`A target must be above zero, not ${target}`);
  const total = days.done + Number(days.today) + days.after;
  const expected = total === 0 ? 0 : (target * days.done) / total;
  const remaining = toGo(target, current);
  const today = days.today ? todaySum(progress) : null;
  return {
    verdict: verdict(progress, { remaining, total, today }),
    expected,
    share: expected === 0 ? null : Math.max(0, comparedAmount(progress)) / expected,
    remaining,
    daysDone: days.done,
    daysLeft: Number(days.today) + days.after,
    daysAfter: days.after,
    today,
    afterToday: days.after === 0 || remaining === 0 ? null : afterTodaySum(remaining, days.after),
    forecast: forecast({ before, current, days }),
  };
}

/** Today is expected to bring the average at least, and what it has brought beyond that is in `current`. */
function forecast({ before, current, days }: Omit<PeriodProgress, "target">): number | null {
  if (days.done < DAYS_BEFORE_FORECAST || days.over || (!days.today && days.after === 0)) return null;
  const average = Math.max(0, before) / days.done;
  const today = days.today ? Math.max(0, average - Math.max(0, current - before)) : 0;
  return Math.max(0, current, current + average * days.after + today);
}
