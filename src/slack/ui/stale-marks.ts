import { METRICS, type MetricType, metricOf } from "../../metrics/metrics";
import { SOURCES } from "../../metrics/sources";
import type { Freshness } from "../../sync/state/freshness";
import { type DisplayContext, momentInWords } from "./dates";

/** Marks a figure of a metric that a stale source brings to: "; ⚠️ JustCall last read Fri 10:10 PM EDT"; "" where none does. */
export type StaleMark = (line: { readonly type: MetricType }) => string;

/** What stands between a figure and what marks it in words. */
export const BEFORE_MARK = "; ";

/** A mark where it stands by itself, behind nothing: "⚠️ JustCall last read Fri 10:10 PM EDT", "⚠️". */
export function markAlone(mark: string): string {
  return (mark.startsWith(BEFORE_MARK) ? mark.slice(BEFORE_MARK.length) : mark).trim();
}

/** Tells whether a mark is a sign without words. */
export function isSign(mark: string): boolean {
  return mark !== "" && !mark.startsWith(BEFORE_MARK);
}

/** Marks nothing. */
export const NO_MARK: StaleMark = () => "";

export function staleMark(freshness: readonly Freshness[], display: DisplayContext): StaleMark {
  const stale = freshness.filter((one) => one.stale === true);
  return ({ type }) =>
    stale
      .filter(({ source }) => metricOf(type).sources.includes(source))
      .map((one) => `${BEFORE_MARK}⚠️ ${lastReadInWords(one, display)}`)
      .join("");
}

/** Marks stale figures where there are too many for words: " ⚠️"; `staleNotes` say above them what that means. */
export function staleSign(freshness: readonly Freshness[]): StaleMark {
  const stale = freshness.filter((one) => one.stale === true);
  return ({ type }) => (stale.some(({ source }) => metricOf(type).sources.includes(source)) ? " ⚠️" : "");
}

/** Says of many figures, where no words fit beside each, which are stale: "⚠️ Calls, Talk time: JustCall last read …", a line a source. */
export function staleNotes(
  lines: readonly { readonly type: MetricType }[],
  { freshness, ...display }: DisplayContext & { readonly freshness: readonly Freshness[] },
): readonly string[] {
  const metrics = METRICS.filter((metric) => lines.some(({ type }) => type === metric.type));
  return freshness.flatMap((one) => {
    const titles = metrics.filter(({ sources }) => sources.includes(one.source)).map(({ title }) => title);
    return one.stale === true && titles.length > 0 ? [`⚠️ ${titles.join(", ")}: ${lastReadInWords(one, display)}`] : [];
  });
}

function lastReadInWords({ source, asOf }: Freshness, display: DisplayContext): string {
  return `${SOURCES[source].title} ${asOf === null ? "no data yet" : `last read ${momentInWords(asOf, display)}`}`;
}
