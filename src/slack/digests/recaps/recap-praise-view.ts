import { RECAP_LOOK_BACK, type Recap, type RecapLine } from "../../../digests/content/recap";
import { METRICS, type MetricType } from "../../../metrics/metrics";
import { dayInWords, weekdayName } from "../../../words/dates";
import { figure } from "../../../words/figures";
import { foreign, metricNoun } from "../../ui/text";

/** What went well in a week or a month, and of which metrics it says how often in a row. */
export interface RecapPraise {
  /** A line, or none. */
  readonly words: readonly string[];
  readonly streaks: ReadonlySet<MetricType>;
}

export const NOTHING_PRAISED: RecapPraise = { words: [], streaks: new Set() };

const MAX_STREAKS = 2;
const NOUNS = { weekly: "week", monthly: "month" } as const;

/** Says first what went well: "👏 *Calls* reached 2 weeks in a row · best day Tue: 9 calls", of the best day of what was reached first. */
export function recapPraise({ period, lines }: Pick<Recap, "period" | "lines">): RecapPraise {
  const ordered = METRICS.flatMap(({ type }) => lines.filter((line) => line.type === type));
  const streaks = ordered.filter(({ streak }) => streak > 1).slice(0, MAX_STREAKS);
  const isReached = ({ goal }: RecapLine) => goal?.outcome === "reached";
  const days = ordered.filter(({ best, value }) => best !== null && best.value !== value);
  const top = days.find(isReached) ?? days[0];
  const parts = [
    ...streaks.flatMap((line) =>
      streakInWords(line, period).map((words) => `*${foreign(line.title)}* reached ${words}`),
    ),
    ...(top === undefined
      ? []
      : bestDay(top, period).map((words) => `${words} ${metricNoun(top.type, top.best?.value ?? 0)}`)),
  ];
  if (parts.length === 0) return NOTHING_PRAISED;
  const line = parts.join(" · ");
  return {
    words: [`👏 ${line.charAt(0).toUpperCase()}${line.slice(1)}`],
    streaks: new Set(streaks.map(({ type }) => type)),
  };
}

/** "best day Tue: 31", in a month "best day Oct 20: 31"; of a single day its figure says it all. */
function bestDay({ best, unit, value }: RecapLine, period: Recap["period"]): readonly string[] {
  if (best === null || best.value === value) return [];
  return [
    `best day ${period === "weekly" ? weekdayName(best.day) : dayInWords(best.day)}: ${figure(best.value, unit)}`,
  ];
}

/** "3 weeks in a row"; with a plus where more were not looked at. */
export function streakInWords({ streak }: RecapLine, period: Recap["period"]): readonly string[] {
  if (streak < 2) return [];
  return [`${streak}${streak === RECAP_LOOK_BACK[period] ? "+" : ""} ${NOUNS[period]}s in a row`];
}
