import { RECAP_LOOK_BACK, type Recap, type RecapLine } from "../../../digests/content/recap";
import { METRICS } from "../../../metrics/metrics";
import { dayInWords, weekdayName } from "../../../words/dates";
import { figure } from "../../../words/figures";
import { metricNoun } from "../../ui/text";

const NOUNS = { weekly: "week", monthly: "month" } as const;

/** "Best day: Tue, 9 calls", in a month "Best day: Oct 20, 9 calls": of one metric alone, the first that was reached, else, where none was, the first of all. */
export function bestDayLine(lines: readonly RecapLine[], period: Recap["period"]): readonly string[] {
  const top = bestDayMetric(lines);
  if (top === undefined || top.best === null) return [];
  const { best, type, unit } = top;
  const on = period === "weekly" ? weekdayName(best.day) : dayInWords(best.day);
  return [`Best day: ${on}, ${figure(best.value, unit)} ${metricNoun(type, best.value)}`];
}

function bestDayMetric(lines: readonly RecapLine[]): RecapLine | undefined {
  const ordered = METRICS.flatMap(({ type }) => lines.filter((line) => line.type === type));
  // Of a single day its figure says it all.
  const days = ordered.filter(({ best, value }) => best !== null && best.value !== value);
  const isReached = ({ goal }: RecapLine) => goal?.outcome === "reached";
  return days.find(isReached) ?? (ordered.some(isReached) ? undefined : days[0]);
}

/** "🔥 3 weeks in a row"; with a plus where more were not looked at. */
export function streakInWords({ streak }: RecapLine, period: Recap["period"]): readonly string[] {
  if (streak < 2) return [];
  return [`🔥 ${streak}${streak === RECAP_LOOK_BACK[period] ? "+" : ""} ${NOUNS[period]}s in a row`];
}
