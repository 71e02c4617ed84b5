import { RECAP_LOOK_BACK, type Recap, type RecapLine } from "../../../digests/content/recap";
import { METRICS, type MetricType } from "../../../metrics/metrics";
import { dayInWords, weekdayName } from "../../../words/dates";
import { figure } from "../../../words/figures";

const NOUNS = { weekly: "week", monthly: "month" } as const;

/** The metric beside which a recap names its best day: the first that was reached, else, where none was, the first of all; `null` for none. */
export function bestDayMetric(lines: readonly RecapLine[]): MetricType | null {
  const ordered = METRICS.flatMap(({ type }) => lines.filter((line) => line.type === type));
  // Of a single day its figure says it all.
  const days = ordered.filter(({ best, value }) => best !== null && best.value !== value);
  const isReached = ({ goal }: RecapLine) => goal?.outcome === "reached";
  const top = days.find(isReached) ?? (ordered.some(isReached) ? undefined : days[0]);
  return top?.type ?? null;
}

/** "best day Tue: 9", in a month "best day Oct 20: 9". */
export function bestDay({ best, unit }: RecapLine, period: Recap["period"]): readonly string[] {
  if (best === null) return [];
  const on = period === "weekly" ? weekdayName(best.day) : dayInWords(best.day);
  return [`best day ${on}: ${figure(best.value, unit)}`];
}

/** "🔥 3 weeks in a row"; with a plus where more were not looked at. */
export function streakInWords({ streak }: RecapLine, period: Recap["period"]): readonly string[] {
  if (streak < 2) return [];
  return [`🔥 ${streak}${streak === RECAP_LOOK_BACK[period] ? "+" : ""} ${NOUNS[period]}s in a row`];
}
