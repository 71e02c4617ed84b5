import { addDays, type Day, type DayRange } from "../../time/day";
import { MAX_DAYS } from "../date-range";

/** How many records of a day count although the vendor didn't say, when it was last read, whether they still exist. */
export interface UnansweredDay {
  readonly day: Day;
  readonly records: number;
}

/** Days that a source was read completely, and what was not said of their records. */
export interface AnswersSeen {
  readonly range: DayRange;
  /** Days outside the range that were read as well. */
  readonly outside: readonly Day[];
  readonly unanswered: ReadonlyMap<Day, number>;
}

/** Replaces the counts of the days that were read; those of others stand for a year. */
export function unansweredAfter(
  before: readonly UnansweredDay[],
  { range, outside, unanswered }: AnswersSeen,
): readonly UnansweredDay[] {
  const first = addDays(range.to, 1 - MAX_DAYS);
  const isRead = (day: Day) => (day >= range.from && day <= range.to) || outside.includes(day);
  const kept = before.filter(({ day }) => day >= first && !isRead(day) && !unanswered.has(day));
  const seen = [...unanswered].map(([day, records]) => ({ day, records }));
  return [...kept, ...seen].sort((one, other) => (one.day < other.day ? -1 : 1));
}
