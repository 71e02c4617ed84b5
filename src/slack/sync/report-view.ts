import type { KnownBlock } from "@slack/types";
import { SOURCE_IDS, SOURCES } from "../../metrics/sources";
import { approvalRequests, reportDays, type SyncProblem, type SyncReport } from "../../sync/report";
import { rangeInWords } from "../../words/dates";
import { durationInWords } from "../../words/durations";
import { context, fits, header, type Message, section } from "../ui/blocks";
import type { DisplayContext } from "../ui/dates";
import { PLACE_NAMES } from "../ui/freshness";
import { counted, listed, sentence } from "../ui/text";
import { deletionButton } from "./deletion-button";
import { type OwnChange, ownChangesInWords } from "./own-changes-view";
import { sourceLine, sourceSection, sourceSummary } from "./source-view";
import { teamsFollowed } from "./teams-view";

/** How many names and lines a list shows; the first that fits Slack's limits is taken. */
const DETAILS = [12, 8, 5, 3, 1, 0];

/** `canApprove` says whether the reader is an admin, who may approve mass deletions and mends settings. */
export type ReportDisplay = DisplayContext & {
  readonly canApprove?: boolean;
  /** What became another figure of the reader's, `null` where that cannot be told: a rep reads this, and a line a source. */
  readonly own?: readonly OwnChange[] | null | undefined;
};

/** A sync's report in words, as detailed as Slack lets a message be. */
export function syncReportMessage(report: SyncReport, display: ReportDisplay): Message {
  const messages = DETAILS.map((most) => () => reportMessage(report, { ...display, most }));
  for (const build of messages) {
    const message = build();
    if (fits(message)) return message;
  }
  return summaryMessage(report, display);
}

/** The closing line where the command was typed. `inDm`: whether the report reached the DM. */
export function closingLine(report: SyncReport, { inDm, ...display }: DisplayContext & { inDm: boolean }): string {
  const goals = counted(report.results.goalsUpdated, "goal");
  const details = inDm ? "details in our DM" : "I couldn't DM you, so open our DM once and sync again for the details";
  return `Done: synced ${outcome(report, display)}; ${goals} updated, ${details}.`;
}

/** "Sep 29 – Oct 28": the days a report is about. */
export function reportRange(report: SyncReport, { days, now }: DisplayContext): string {
  return rangeInWords(reportDays(report, days), days.dayOf(now));
}

function reportMessage(report: SyncReport, display: ReportDisplay & { most: number }): Message {
  const { results } = report;
  const { own } = display;
  const sources =
    own === undefined
      ? SOURCE_IDS.map((source) => section(sourceSection(source, results[source], display)))
      : [
          ...(own === null ? [] : [section(ownChangesInWords(own))]),
          section(SOURCE_IDS.map((source) => sourceLine(source, results[source], display)).join("\n")),
        ];
  return {
    text: topText(report, display),
    blocks: [
      title(report, display),
      ...sources,
      ...problems(results.errors, display),
      ...(display.canApprove === true ? teamsFollowed(results.teams ?? [], display.most) : []),
      ...words(report, display),
      closing(report),
    ],
  };
}

/** Summarizes a report of which not even a version without names fits. */
function summaryMessage(report: SyncReport, display: ReportDisplay): Message {
  const text = topText(report, display);
  return { text, blocks: [title(report, display), section(text), ...words(report, display), closing(report)] };
}

function topText(report: SyncReport, display: DisplayContext): string {
  const sources = SOURCE_IDS.map((source) => sourceSummary(source, report.results[source]));
  return [`${signed(report, display)}.`, ...sources].join(" ");
}

function title(report: SyncReport, display: DisplayContext): KnownBlock {
  return header(signed(report, display));
}

function signed(report: SyncReport, display: DisplayContext): string {
  return `${report.success ? "✅" : "⚠️"} Synced ${outcome(report, display)}`;
}

/** "Sep 29 – Oct 28, but JustCall could not be read". */
function outcome(report: SyncReport, display: DisplayContext): string {
  const range = reportRange(report, display);
  const unread = SOURCE_IDS.filter((source) => !report.results[source].success && report.results[source].off !== true);
  const failed = unread.filter((source) => report.results[source].readFrom === undefined);
  const cut = unread.filter((source) => report.results[source].readFrom !== undefined);
  const places = new Set<SyncProblem["source"]>(unread);
  const others = new Set(report.results.errors.map(({ source }) => source).filter((source) => !places.has(source)));
  const names = listed([...others].map((source) => PLACE_NAMES[source]));
  const problemTexts = [
    ...(failed.length === 0 ? [] : [`${listed(failed.map((source) => SOURCES[source].title))} could not be read`]),
    ...(cut.length === 0
      ? []
      : [`older days of ${listed(cut.map((source) => SOURCES[source].title))} could not be read`]),
    ...(others.size === 0 ? [] : [`${names} ${others.size === 1 ? "needs" : "need"} a look`]),
  ];
  return problemTexts.length === 0 ? range : `${range}, but ${problemTexts.join("; ")}`;
}

function problems(
  errors: readonly SyncProblem[],
  { most, canApprove = false }: ReportDisplay & { most: number },
): KnownBlock[] {
  if (errors.length === 0) return [];
  const shown = errors.slice(0, Math.max(3, most)).map(canApprove ? problemLine : problemForReps);
  const more = errors.length - shown.length;
  return [
    section(["*What to do*", ...shown, ...(more > 0 ? [`and ${counted(more, "more problem")}`] : [])].join("\n")),
  ];
}

/** The buttons that approve mass deletions. */
function words(report: SyncReport, { days, now, canApprove = false }: ReportDisplay): readonly KnownBlock[] {
  if (!canApprove) return [];
  const requests = approvalRequests(report.results.errors, reportDays(report, days));
  return requests.map((request) => deletionButton(request, days.dayOf(now)));
}

function closing({ duration, results }: SyncReport): KnownBlock {
  return context(`${counted(results.goalsUpdated, "goal")} updated · took ${durationInWords(duration)}`);
}

const MAX_LENGTH = 300;

/** What to do about a problem, by who can fix it. */
const REMEDIES = new Map([
  ["credentials", "Ask whoever holds the key to renew it, then run `/sync` again."],
  ["throttled", "Nothing is broken. Run `/sync` again in a few minutes, or wait for tonight's sync."],
  ["unreachable", "Figures stay as they were. Run `/sync` again later, or wait for tonight's sync."],
  ["unexpected-answer", "Figures stay as they were. Whoever runs Paceline should check its log."],
  ["vanished", "Figures stay as they were until then."],
  ["expiring", "An admin should sync them while they're still available."],
  ["settings", "An admin needs to set this, then run `/sync` again."],
  ["bug", "This one is on us: tell whoever runs Paceline."],
]);

/** One thing that went wrong, and what to do about it. */
export function problemLine({ source, kind, message }: SyncProblem): string {
  const remedy = REMEDIES.get(kind) ?? "Tell whoever runs Paceline.";
  const place = PLACE_NAMES[source];
  return `• *${place[0]?.toUpperCase()}${place.slice(1)}*: ${ended(sentence(message, MAX_LENGTH))} ${remedy}`;
}

/** What a problem means to whoever cannot mend it: its own text names settings, which are for admins. */
function problemForReps({ source, kind }: SyncProblem): string {
  const place = PLACE_NAMES[source];
  const means = MEANINGS.get(kind) ?? "could not be read. Figures stay as they were; your admins have been told.";
  return `• *${place[0]?.toUpperCase()}${place.slice(1)}*: ${means}`;
}

const MEANINGS = new Map([
  ["throttled", "is limiting requests. Run `/sync` again in a few minutes, or wait for tonight's sync."],
  ["unreachable", "could not be reached. Figures stay as they were; run `/sync` again later."],
  ["settings", "needs a setting that only an admin can change. Its figures may be incomplete."],
  ["expiring", "won't provide its oldest records much longer. An admin should sync them."],
]);

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
