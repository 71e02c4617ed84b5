import { METRICS } from "../../metrics/metrics";
import type { SourceId } from "../../metrics/sources";
import { type DisplayContext, momentInWords, momentOfToday } from "./dates";
import { capitalized, listed } from "./text";

/** What people miss where a source can't be read: "Calls and talk time may be missing since 2:05 PM". */
export function affectedInWords(
  { source, asOf }: { readonly source: SourceId; readonly asOf: Date | null },
  display: DisplayContext,
): string {
  const names = capitalized(listed(broughtBy(source)));
  if (asOf === null) return `${names}: no data yet`;
  return `${names} may be missing since ${momentOfToday(asOf, display)}`;
}

/** "I'll try again tomorrow at 2:30 AM": the next scheduled sync, beside a problem that it may mend. */
export function triedAgainInWords(next: Date, display: DisplayContext): string {
  return `I'll try again ${momentInWords(next, display)}`;
}

/** What a source brings, as people call it; sales and stages together. */
function broughtBy(source: SourceId): readonly string[] {
  return [
    ...new Set(METRICS.filter(({ sources }) => sources.includes(source)).map(({ group, name }) => group ?? name)),
  ];
}
