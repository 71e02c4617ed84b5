import { SOURCE_IDS, SOURCES } from "../metrics/sources";
import type { Progress, SourceResult, StepState, SyncReport, Unmatched } from "../sync/report";
import type { ZoneDays } from "../time/day";

const STATES: Readonly<Record<StepState, string>> = {
  waiting: "waiting",
  running: "reading…",
  done: "done",
  failed: "FAILED",
  off: "off",
  untouched: "not part of it",
};

/** A run's progress, on one line. */
export function progressText(progress: Progress): string {
  if (progress.elsewhere === true) return "A sync of these days is running in another process; its report follows.";
  const sources = SOURCE_IDS.map((source) => `${SOURCES[source].title} ${STATES[progress[source]]}`);
  return [...sources, `Goals ${STATES[progress.goals]}`].join(" · ");
}

/** A run's report for a terminal: what was read, what was left out and why, what to do. */
export function reportText({ results, dateRange, success, duration }: SyncReport, days: ZoneDays): string {
  const from = days.dayOf(new Date(dateRange.start));
  const to = days.dayOf(new Date(Date.parse(dateRange.end) - 1));
  const head = success ? "Synced" : "Synced with errors";
  return [
    `${head} ${from} to ${to} (${days.zone}) in ${duration}`,
    ...SOURCE_IDS.flatMap((source) => ["", ...sourceLines(SOURCES[source].title, results[source])]),
    "",
    `Goals brought up to date: ${results.goalsUpdated}`,
    ...results.errors.map(({ source, message }) => `! ${source}: ${message}`),
  ].join("\n");
}

function sourceLines(title: string, result: SourceResult): readonly string[] {
  if (result.untouched) return [`${title}: not part of this sync; its numbers stand as of ${result.asOf ?? "never"}`];
  if (result.off) return [`${title}: switched off${result.asOf === null ? "" : `; figures as of ${result.asOf}`}`];
  if (!result.success)
    return [`${title}: FAILED; its numbers stand as of ${result.asOf ?? "never: it was not read yet"}`];
  const { created, updated, unchanged, removed } = result.metrics;
  return [
    `${title}: ${result.records} records, ${result.counting} count (${result.pages} pages, ${result.requests} requests, ${result.duration})`,
    ...Object.entries(result.notCounting).map(([why, count]) => `  ${String(count).padStart(6)} left out: ${why}`),
    `  daily totals: ${created} new, ${updated} changed, ${unchanged} unchanged, ${removed} fell to 0`,
    `  matched: ${result.matched.map(({ name }) => name).join(", ") || "nobody"}`,
    ...result.unmatched.map((person) => `  unmatched: ${unmatchedLine(title, person)}`),
    ...(result.notes ?? []).map((note) => `  note: ${note}`),
  ];
}

function unmatchedLine(title: string, { name, email, userId, records, value }: Unmatched): string {
  if (userId !== undefined) return `${title} has no user with ${email ?? name}`;
  const waiting = records === undefined ? "" : `: ${records} ${value === undefined ? "records" : "orders"}`;
  const sum = value === undefined ? "" : `, $${value.toLocaleString("en-US", { minimumFractionDigits: 2 })}`;
  return `${name}${email === null || email === name ? "" : ` <${email}>`}${waiting}${sum}`;
}
