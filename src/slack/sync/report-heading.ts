import type { NameSum } from "../../metrics/fact-summary-store";
import { SOURCE_IDS, SOURCES } from "../../metrics/sources";
import { reportDays, type SyncProblem, type SyncReport } from "../../sync/report";
import { rangeInWords } from "../../words/dates";
import type { DisplayContext } from "../ui/dates";
import { PLACE_NAMES } from "../ui/freshness";
import { listed } from "../ui/text";
import { sourceSummary } from "./source-view";
import { waitingIn } from "./waiting/report-waiting";
import { countInWords } from "./waiting/waiting-rows";

/** A report's heading: "✅ Synced", "⚠️ Synced, but JustCall could not be read", where all was read and money fell "⚠️ Synced: wholesale fell to $8,025". */
export function repHeading(report: SyncReport, fall: string | null = null): string {
  const problems = problemsInWords(report);
  return problems === "" && fall !== null ? `⚠️ Synced: ${fall}` : `${sign(report)} Synced${problems}`;
}

/** An admin's heading, which says where all went well how much waits: "✅ Synced, 3 things wait". */
export function adminHeading(
  report: SyncReport,
  { untyped }: { readonly untyped?: readonly NameSum[] | undefined },
): string {
  const { all } = waitingIn(report, untyped);
  const waits = saysWaiting(report) && all.length > 0 ? `, ${countInWords(all.length)}` : "";
  return `${repHeading(report)}${waits}`;
}

/** Whether an admin's heading says how much waits, so that nothing below does: what went wrong comes before it. */
export function saysWaiting(report: SyncReport): boolean {
  return problemsInWords(report) === "";
}

/** The report in a line, for whoever does not see its blocks: "✅ Synced Sep 29 – Oct 28. Copper: 1,204 records, 1,180 counted." */
export function reportText(report: SyncReport, display: DisplayContext): string {
  const sources = SOURCE_IDS.map((source) => sourceSummary(source, report.results[source]));
  return [`${sign(report)} Synced ${outcome(report, display)}.`, ...sources].join(" ");
}

/** The closing line where the command was typed. `inDm`: whether the report reached the DM. */
export function closingLine(report: SyncReport, { inDm, ...display }: DisplayContext & { inDm: boolean }): string {
  const details = inDm
    ? "Details are in our DM."
    : "I couldn't DM you. Open our DM once and sync again for the details.";
  return `Done: synced ${outcome(report, display)}. ${details}`;
}

/** "Sep 29 – Oct 28": the days a report is about. */
export function reportRange(report: Pick<SyncReport, "dateRange">, { days, now }: DisplayContext): string {
  return rangeInWords(reportDays(report, days), days.dayOf(now));
}

function sign({ success }: SyncReport): string {
  return success ? "✅" : "⚠️";
}

/** "Sep 29 – Oct 28, but JustCall could not be read". */
function outcome(report: SyncReport, display: DisplayContext): string {
  return `${reportRange(report, display)}${problemsInWords(report)}`;
}

/** ", but JustCall could not be read"; nothing where all went well. */
function problemsInWords({ results }: SyncReport): string {
  const unread = SOURCE_IDS.filter((source) => !results[source].success && results[source].off !== true);
  const failed = unread.filter((source) => results[source].readFrom === undefined);
  const cut = unread.filter((source) => results[source].readFrom !== undefined);
  const places = new Set<SyncProblem["source"]>(unread);
  const others = new Set(results.errors.map(({ source }) => source).filter((source) => !places.has(source)));
  const names = listed([...others].map((source) => PLACE_NAMES[source]));
  const said = [
    ...(failed.length === 0 ? [] : [`${listed(failed.map((source) => SOURCES[source].title))} could not be read`]),
    ...(cut.length === 0
      ? []
      : [`older days of ${listed(cut.map((source) => SOURCES[source].title))} could not be read`]),
    ...(others.size === 0 ? [] : [`${names} ${others.size === 1 ? "needs" : "need"} a look`]),
  ];
  return said.length === 0 ? "" : `, but ${said.join("; ")}`;
}
