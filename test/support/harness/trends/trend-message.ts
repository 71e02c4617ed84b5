import type { Period } from "../../../../src/goals/goal";
import type { GoalLine } from "../../../../src/goals/overview";
import { seriesRanges } from "../../../../src/goals/trends/series";
import { memberTrends } from "../../../../src/goals/trends/trends";
import { METRICS, type MetricType } from "../../../../src/metrics/metrics";
import { SOURCE_IDS } from "../../../../src/metrics/sources";
import { trendMessage } from "../../../../src/slack/trends/view";
import type { Freshness } from "../../../../src/sync/state/freshness";
import { addDays, day, zoneDays } from "../../../../src/time/day";
import { readerDay } from "../../../../src/time/reader-day";
import { PLAIN_CALENDAR } from "../../builders/calendars";
import { rangeSums } from "../../builders/goal-figures";
import { aGoal, type Figure } from "../../builders/goals";

const TODAY = day("2026-10-28");
const NOW = readerDay(TODAY, TODAY);
const DISPLAY = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z") };
/** All sources, read at this instant, and from the first day on. */
export const readAt = (asOf: Date): readonly Freshness[] =>
  SOURCE_IDS.map((source) => ({ source, asOf, state: "fresh", from: day("2020-01-01") }));

/** The message on Oct 28 of somebody with a goal in every metric, over so many days up to today, or up to so many before it. */
export function trendOf({
  count,
  period,
  name = null,
  target = 123_456,
  daily = null,
  figures = [],
  types = null,
  running = [],
  before = 0,
  freshness = readAt(DISPLAY.now),
}: {
  count: number;
  period: Period;
  name?: string | null;
  target?: number;
  /** The target of a daily goal beside each. */
  daily?: number | null;
  figures?: readonly Figure[];
  types?: readonly MetricType[] | null;
  running?: readonly GoalLine[];
  before?: number;
  freshness?: readonly Freshness[];
}) {
  const range = { from: addDays(TODAY, 1 - count - before), to: addDays(TODAY, -before) };
  const since = day("2020-01-01");
  const goals = METRICS.flatMap(({ type }) => [
    aGoal(type, { type, period, targets: [{ from: since, target }] }),
    ...(daily === null
      ? []
      : [aGoal(`${type}:daily`, { type, period: "daily", targets: [{ from: since, target: daily }] })]),
  ]);
  const sums = rangeSums(figures, { today: TODAY, ranges: seriesRanges(range, NOW) });
  const asked = { range, day: NOW, types };
  const trends = memberTrends({ _id: "U01" }, { figures: { goals, sums, calendar: PLAIN_CALENDAR }, asked });
  const whose = name === null ? ("me" as const) : { id: "U01", name };
  return trendMessage(trends, {
    ...DISPLAY,
    ...{ whose, freshness },
    request: { whose: "me", types: null, days: "12 weeks" },
    ...{ asked: range, running },
    range,
    day: NOW,
    readSince: range.from,
  });
}
