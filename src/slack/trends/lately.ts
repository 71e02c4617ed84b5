import { periodOf } from "../../goals/goal";
import type { SeriesPoint, SeriesStep } from "../../goals/trends/steps";
import type { Trend } from "../../goals/trends/trends";
import { type MetricType, metricOf } from "../../metrics/metrics";
import { firstOpenDay, type ReaderDay } from "../../time/reader-day";
import { dayInWords } from "../../words/dates";
import { figure, shownDifference } from "../../words/figures";
import { capitalized, counted, metricNoun } from "../ui/text";
import { namesOf } from "./points";
import type { JudgedDays } from "./state-words";

/**
 * Says how it goes against before, in stretches that have ended and are whole, and which brought most: "208 calls in the 4 weeks through Oct 25, 12
 * fewer than in the 4 before; best week Oct 5–11: 61"; nothing where there is nothing to compare, and no change where
 * some of these days were not read.
 */
export function lately(trend: Trend, judged: JudgedDays): string {
  const words = [...change(trend, judged), ...best(trend, judged.today)].join("; ");
  return capitalized(words);
}

/** At most so many stretches are set against as many before them. */
const COMPARED: Readonly<Record<SeriesStep, number>> = { day: 5, week: 4, month: 3 };

function change({ type, series: { by, points } }: Trend, { today, isRead }: JudgedDays): readonly string[] {
  const { unit } = metricOf(type);
  const ended = points.filter((point) => point.to < firstOpenDay(today) && isWhole(point, by));
  const count = Math.min(COMPARED[by], Math.floor(ended.length / 2));
  if (count < 2) return [];
  const compared = ended.slice(-2 * count);
  const newest = compared.at(-1);
  if (newest === undefined || !compared.every((point) => isRead(type, point))) return [];
  const [before, last] = [sum(compared.slice(0, count)), sum(compared.slice(count))];
  const more = shownDifference(last, before, unit);
  const noun = by === "day" && compared.every(({ pace }) => pace > 0) ? "workday" : by;
  const lead = `${amount(last, type)} in the ${counted(count, noun)} through ${dayInWords(newest.to)}`;
  if (more === 0) return [`${lead}, the same as in the ${count} before`];
  const than = more > 0 ? "more" : unit === "count" ? "fewer" : "less";
  return [`${lead}, ${figure(Math.abs(more), unit)} ${than} than in the ${count} before`];
}

/** "29 calls", "$4,146". */
function amount(value: number, type: MetricType): string {
  const { unit } = metricOf(type);
  return unit === "count" ? `${figure(value, unit)} ${metricNoun(type, value)}` : figure(value, unit);
}

/** Tells whether a stretch is a whole week or month, and not cut by the days that were asked about. */
function isWhole({ from, to }: SeriesPoint, by: SeriesStep): boolean {
  if (by === "day") return true;
  const whole = periodOf(by === "week" ? "weekly" : "monthly", from);
  return whole.from === from && whole.to === to;
}

/** What stretches brought together, with two decimals. */
function sum(points: readonly SeriesPoint[]): number {
  return Math.round(points.reduce((all, { actual }) => all + actual, 0) * 100) / 100;
}

/** The stretch that brought most, where several brought something. */
function best({ type, series: { points, by } }: Trend, today: ReaderDay): readonly string[] {
  const [most, second] = [...points].sort((a, b) => b.actual - a.actual);
  if (most === undefined || second === undefined || most.actual <= 0 || second.actual === most.actual) return [];
  return [`best ${by} ${namesOf(most, { by, today }).name}: ${figure(most.actual, metricOf(type).unit)}`];
}
