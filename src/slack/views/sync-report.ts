import type { KnownBlock } from "@slack/types";
import type { DayRange } from "../../metrics/day";
import { SOURCE_IDS } from "../../metrics/metrics";
import type { SyncProblem, SyncReport } from "../../sync/report";
import { context, header, type Message, section } from "./blocks";
import { type Reading, rangeInWords } from "./days";
import { fits } from "./fits";
import { PLACE_NAMES, SOURCE_NAMES } from "./sources";
import { problemLine } from "./sync-problem";
import { sourceSection, sourceSummary } from "./sync-report-source";
import { counted, listed } from "./text";

/** How many names and lines a list shows; the first that fits Slack's limits is taken. */
const DETAILS = [12, 8, 5, 3, 1, 0];

/** A sync's report in words, as detailed as Slack lets a message be. */
export function syncReportMessage(report: SyncReport, reading: Reading): Message {
  const messages = DETAILS.map((most) => () => reportMessage(report, { ...reading, most }));
  for (const build of messages) {
    const message = build();
    if (fits(message)) return message;
  }
  return summaryMessage(report, reading);
}

/** The closing line where the command was typed. `inDm`: whether the report reached the DM. */
export function closingLine(report: SyncReport, { inDm, ...reading }: Reading & { inDm: boolean }): string {
  const goals = counted(report.results.goalsUpdated, "goal");
  const details = inDm
    ? "details in our DM"
    : "I could not write to our DM, so please open it once and sync again for the details";
  return `Done: synced ${outcome(report, reading)}; ${goals} updated, ${details}.`;
}

/** "29 Sep – 28 Oct": the days a report is about. */
export function reportRange({ dateRange }: SyncReport, { days, now }: Reading): string {
  const until = new Date(dateRange.end).getTime();
  const range: DayRange = { from: days.dayOf(new Date(dateRange.start)), to: days.dayOf(new Date(until - 1)) };
  return rangeInWords(range, days.dayOf(now));
}

function reportMessage(report: SyncReport, reading: Reading & { most: number }): Message {
  const { results } = report;
  const sources = SOURCE_IDS.map((source) => section(sourceSection(source, results[source], reading)));
  return {
    text: topText(report, reading),
    blocks: [title(report, reading), ...sources, ...problems(results.errors, reading.most), closing(report)],
  };
}

/** When not even a report without names fits. */
function summaryMessage(report: SyncReport, reading: Reading): Message {
  const text = topText(report, reading);
  return { text, blocks: [title(report, reading), section(text), closing(report)] };
}

function topText(report: SyncReport, reading: Reading): string {
  const sources = SOURCE_IDS.map((source) => sourceSummary(source, report.results[source]));
  return [`${signed(report, reading)}.`, ...sources].join(" ");
}

function title(report: SyncReport, reading: Reading): KnownBlock {
  return header(signed(report, reading));
}

function signed(report: SyncReport, reading: Reading): string {
  return `${report.success ? "✅" : "⚠️"} Synced ${outcome(report, reading)}`;
}

/** "29 Sep – 28 Oct, but JustCall could not be read". */
function outcome(report: SyncReport, reading: Reading): string {
  const range = reportRange(report, reading);
  const failed = SOURCE_IDS.filter((source) => !report.results[source].success && report.results[source].off !== true);
  const places = new Set<SyncProblem["source"]>(failed);
  const others = new Set(report.results.errors.map(({ source }) => source).filter((source) => !places.has(source)));
  const names = listed([...others].map((source) => PLACE_NAMES[source]));
  const troubles = [
    ...(failed.length === 0 ? [] : [`${listed(failed.map((source) => SOURCE_NAMES[source]))} could not be read`]),
    ...(others.size === 0 ? [] : [`${names} ${others.size === 1 ? "needs" : "need"} a look`]),
  ];
  return troubles.length === 0 ? range : `${range}, but ${troubles.join("; ")}`;
}

function problems(errors: readonly SyncProblem[], most: number): KnownBlock[] {
  if (errors.length === 0) return [];
  const shown = errors.slice(0, Math.max(3, most)).map(problemLine);
  const more = errors.length - shown.length;
  return [
    section(["*What to do*", ...shown, ...(more > 0 ? [`and ${counted(more, "more problem")}`] : [])].join("\n")),
  ];
}

function closing({ duration, results }: SyncReport): KnownBlock {
  return context(`${counted(results.goalsUpdated, "goal")} updated · took ${durationInWords(duration)}`);
}

/** `1834ms` as "1.8 s", from a minute on as "2 min 5 s". */
export function durationInWords(duration: string): string {
  const ms = Number(/^(\d+)ms$/.exec(duration)?.[1] ?? Number.NaN);
  if (Number.isNaN(ms)) return "an unknown time";
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
