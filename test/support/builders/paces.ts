import type { PeriodDays } from "../../../src/goals/calendar";
import type { PeriodProgress } from "../../../src/goals/day-sums";
import { type Pace, pace } from "../../../src/goals/pace";

export interface GivenPace
  extends Partial<Omit<PeriodProgress, "days" | "current">>,
    Partial<Omit<PeriodDays, "today">> {
  /** What today has brought. */
  readonly today?: number;
  /** Whether today counts. */
  readonly works?: boolean;
}

/** Nothing done of 100 in a period of 20 days, on the sixth of them. */
export function paceOf({ target = 100, before = 0, today = 0, works = true, ...days }: GivenPace): Pace {
  const progress = { target, before, current: Math.round((before + today) * 100) / 100 };
  return pace({ ...progress, days: { done: 5, after: 14, over: false, ...days, today: works } });
}
