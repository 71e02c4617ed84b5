import { SOURCE_IDS, SOURCES, type SourceId } from "../metrics/sources";
import {
  type Progress,
  reportDays,
  type SourceResult,
  type StepState,
  type SyncReport,
  type Unmatched,
} from "../sync/report";
import type { ZoneDays } from "../time/day";
import { rangeInWords } from "../words/dates";
import { durationInWords } from "../words/durations";
import { figure } from "../words/figures";
import { reasonsInWords } from "../words/reasons";
import { dateAndTime, zoneInWords } from "../words/times";

const STATES: Readonly<Record<StepState, string>> = {
  waiting: "waiting",
  running: "reading…",
  done: "done",
  failed: "FAILED",
  off: "off",
  untouched: "not in this sync",
};

/** A run's progress, on one line. */
export function progressText(progress: Progress): string {
  if (progress.elsewhere === true) return "A sync of these days is already running elsewhere; its report follows.";
  const sources = SOURCE_IDS.map((source) => `${SOURCES[source].title} ${STATES[progress[source]]}`);
  return [...sources, `Goals ${STATES[progress.goals]}`].join(" · ");
}

/** A run's report for a terminal: what was read, what was left out and why, what to do. */
export function reportText({ results, dateRange, success, duration }: SyncReport, days: ZoneDays): string {
  const range = reportDays({ dateRange }, days);
  const head = success ? "Synced" : "Synced with errors";
  return [
    `${head} ${rangeInWords(range, range.to)} (${zoneInWords(days.zone)}) in ${durationInWords(duration)}`,
    ...SOURCE_IDS.flatMap((source) => ["", ...sourceLines(source, { result: results[source], zone: days.zone })]),
    "",
    `Goals checked: ${results.goalsUpdated}`,
    ...results.errors.map(({ source, message }) => `! ${source}: ${message}`),
  ].join("\n");
}

function sourceLines(
  source: SourceId,
  { result, zone }: { readonly result: SourceResult; readonly zone: string },
): readonly string[] {
  const { title } = SOURCES[source];
  const from = result.asOf === null ? "no data yet" : `figures are from ${dateAndTime(new Date(result.asOf), zone)}`;
  if (result.untouched) return [`${title}: not in this sync; ${from}`];
  if (result.off) return [`${title}: off; ${from}`];
  if (!result.success) return [`${title}: FAILED; ${from}`];
  const { created, updated, unchanged, removed } = result.metrics;
  return [
    `${title}: ${result.records} records, ${result.counting} counted (${result.pages} pages, ${result.requests} requests, ${durationInWords(result.duration)})`,
    ...reasonsInWords(Object.entries(result.notCounting)).map((words) => `  not counted: ${words}`),
    `  daily totals: ${created} new, ${updated} changed, ${unchanged} unchanged, ${removed} fell to 0`,
    `  matched: ${result.matched.map(({ name }) => name).join(", ") || "no one"}`,
    ...result.unmatched.map((person) => `  unmatched: ${unmatchedLine(source, person)}`),
    ...(result.notes ?? []).map((note) => `  note: ${note}`),
  ];
}

function unmatchedLine(source: SourceId, { name, email, userId, records, value }: Unmatched): string {
  if (userId !== undefined) return `${SOURCES[source].title} has no user with ${email ?? name}`;
  const waiting = records === undefined ? "" : `: ${records} ${value === undefined ? "records" : "orders"}`;
  const sum = value === undefined ? "" : `, ${figure(value, "dollars")}`;
  return `${SOURCES[source].ownerNoun} "${name}"${email === null || email === name ? "" : ` <${email}>`}${waiting}${sum}`;
}
