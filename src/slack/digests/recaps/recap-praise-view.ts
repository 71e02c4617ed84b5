import { RECAP_LOOK_BACK, type Recap, type RecapLine } from "../../../digests/content/recap";
import { METRICS, type MetricType } from "../../../metrics/metrics";
import { dayInWords, weekdayName } from "../../../words/dates";
import { figure, shownDifference } from "../../../words/figures";
import { capitalized, foreign, metricNoun } from "../../ui/text";

/** What went well in a week or a month, and of which metrics it says how often in a row. */
export interface RecapPraise {
  /** A line, or none. */
  readonly words: readonly string[];
  readonly streaks: ReadonlySet<MetricType>;
}

export const NOTHING_PRAISED: RecapPraise = { words: [], streaks: new Set() };

const MAX_STREAKS = 2;
const NOUNS = { weekly: "week", monthly: "month" } as const;

/**
 * Says first what went well: "👏 *Calls* reached 2 weeks in a row · best day Tue: 9 calls"; the best day is one of what was reached, where
 * anything was, and without it and beside what was missed "👏 *Calls* reached, 16 more than asked".
 */
export function recapPraise({ period, lines }: Pick<Recap, "period" | "lines">): RecapPraise {
  const ordered = METRICS.flatMap(({ type }) => lines.filter((line) => line.type === type));
  const streaks = ordered.filter(({ streak }) => streak > 1).slice(0, MAX_STREAKS);
  // Of a single day its figure says it all.
  const days = ordered.flatMap(({ best, ...line }) =>
    best === null || best.value === line.value ? [] : [{ ...line, best }],
  );
  const reached = ordered.filter(({ goal }) => goal?.outcome === "reached");
  const missed = ordered.some(({ goal }) => goal?.outcome === "missed");
  const top = days.find(({ goal }) => goal?.outcome === "reached") ?? (reached.length === 0 ? days[0] : undefined);
  const parts = [
    ...streaks.flatMap((line) =>
      streakInWords(line, period).map((words) => `*${foreign(line.title)}* reached ${words}`),
    ),
    ...(top === undefined ? [] : [bestDay(top, period)]),
    ...(top === undefined && missed && streaks.length === 0 ? reached.slice(0, 1).map(reachedInWords) : []),
  ];
  if (parts.length === 0) return NOTHING_PRAISED;
  return {
    words: [`👏 ${capitalized(parts.join(" · "))}`],
    streaks: new Set(streaks.map(({ type }) => type)),
  };
}

/** "*Calls* reached, 16 more than asked". */
function reachedInWords({ title, unit, goal }: RecapLine): string {
  const over = goal === null ? 0 : shownDifference(goal.value, goal.target, unit);
  return `*${foreign(title)}* reached${over > 0 ? `, ${figure(over, unit)} more than asked` : ""}`;
}

/** "best day Tue: 9 calls", in a month "best day Oct 20: 9 calls". */
function bestDay(
  { type, best, unit }: Pick<RecapLine, "type" | "unit"> & { readonly best: NonNullable<RecapLine["best"]> },
  period: Recap["period"],
): string {
  const on = period === "weekly" ? weekdayName(best.day) : dayInWords(best.day);
  return `best day ${on}: ${figure(best.value, unit)} ${metricNoun(type, best.value)}`;
}

/** "3 weeks in a row"; with a plus where more were not looked at. */
export function streakInWords({ streak }: RecapLine, period: Recap["period"]): readonly string[] {
  if (streak < 2) return [];
  return [`${streak}${streak === RECAP_LOOK_BACK[period] ? "+" : ""} ${NOUNS[period]}s in a row`];
}
