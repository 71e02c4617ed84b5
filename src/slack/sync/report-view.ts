import type { KnownBlock } from "@slack/types";
import { periodOf } from "../../goals/goal";
import type { NameSum } from "../../metrics/fact-summary-store";
import { metricOf } from "../../metrics/metrics";
import { SOURCE_IDS } from "../../metrics/sources";
import { approvalRequests, isReadCompletely, reportDays, type SyncReport } from "../../sync/report";
import type { Day } from "../../time/day";
import { actions, context, fits, header, type Message, plainText, section } from "../ui/blocks";
import { type DisplayContext, momentInWords, timeOnReadersClock } from "../ui/dates";
import { asOfLine } from "../ui/freshness";
import { metricNoun, unbrokenParts } from "../ui/text";
import { metricWhyButton } from "../why/button-view";
import { deletionButton } from "./deletion-button";
import type { OwnFigure } from "./own/changes";
import { fallInWords, firstFiguresInWords, ownChangesInWords } from "./own/changes-view";
import { asksWhy, fallenMoney, type NetChange } from "./own/since-look";
import { problemRows, problemsForReps } from "./problems-view";
import { detailsButton } from "./report-details";
import { adminHeading, repHeading, reportRange, reportText, saysWaiting } from "./report-heading";
import { adminSources, commonMoment } from "./report-sources";
import { sourceLine } from "./source-view";
import { teamsFollowed } from "./teams-view";
import { reportWaiting } from "./waiting/report-waiting";

/** How many lines a list shows; the first that fits Slack's limits is taken. */
const DETAILS = [12, 8, 5, 3, 1, 0];

/** `canApprove` says whether the reader is an admin, who may approve mass deletions and mends settings. */
export type ReportDisplay = DisplayContext & {
  readonly canApprove?: boolean;
  /** What became another figure of the reader's since they looked, `null` where that cannot be told; whoever is no admin reads it. */
  readonly own?: readonly NetChange[] | null | undefined;
  /** The date on the reader's clock, whose month the changes are of; without it the team's. */
  readonly ownToday?: Day | undefined;
  /** The reader's figures of this month, instead, where no sync had read anything before. */
  readonly firstFigures?: readonly OwnFigure[] | undefined;
  /** When the next scheduled sync begins; `null` where none is scheduled. */
  readonly next?: Date | null | undefined;
  /** An admin reads them: customers whose orders of the days that were synced wait for an account type, in cents. */
  readonly untyped?: readonly NameSum[] | undefined;
  /** What today asks of the reader now, in a line; `null` where it asks for nothing. */
  readonly plan?: string | null | undefined;
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

function reportMessage(report: SyncReport, display: ReportDisplay & { most: number }): Message {
  const { canApprove = false } = display;
  return {
    text: reportText(report, display),
    blocks: [
      header(canApprove ? adminHeading(report, display) : repHeading(report, fallInWords(display.own ?? []))),
      ...(canApprove ? adminPart(report, display) : repPart(report, display)),
    ],
  };
}

function repPart(report: SyncReport, display: ReportDisplay & { most: number }): readonly KnownBlock[] {
  const range = reportDays(report, display.days);
  return [...repSources(report, display), ...problemsForReps(report.results.errors, { ...display, range })];
}

/** First what needs an admin, each with the button that mends it, then what each source brought. */
function adminPart(report: SyncReport, display: ReportDisplay & { most: number }): readonly KnownBlock[] {
  const { results } = report;
  const { most } = display;
  const problems = problemRows(results, { ...display, range: reportDays(report, display.days) });
  const approvals = words(report, display);
  const isFirst =
    approvals.length === 0 &&
    !problems.some(({ accessory }) => accessory?.type === "button" && accessory.style === "primary");
  return [
    ...problems,
    ...approvals,
    ...reportWaiting(report, { untyped: display.untyped, most, isFirst, isCounted: saysWaiting(report) }),
    ...adminSources(report, display),
    ...teamsFollowed(results.teams ?? [], most),
    detailsButton(report),
    ...closing(report, display),
  ];
}

/** Keeps a minus with its amount, which a phone left at the end of a line so that the amount read like a gain, and an arrow with both its figures. */
function withSigns(words: string): string {
  return words.replaceAll("−$", "−\u2060$").replaceAll(" → ", "\u00a0→\u00a0");
}

/** What is left today and what changed for a rep, then which days and how old the figures are: quietly where all was read, else a line a source. */
function repSources(
  { results, dateRange }: SyncReport,
  { own, ownToday, firstFigures, plan, ...display }: ReportDisplay,
): readonly KnownBlock[] {
  const today = ownToday ?? display.days.dayOf(display.now);
  const synced = { range: reportDays({ dateRange }, display.days), today, zone: display.days.zone };
  const changes = own === undefined || own === null ? [] : [withSigns(unbrokenParts(ownChangesInWords(own, synced)))];
  const figures = firstFigures === undefined ? changes : [unbrokenParts(firstFiguresInWords(firstFigures))];
  const said = [...(plan === undefined || plan === null ? [] : [`*${unbrokenParts(plan)}*`]), ...figures];
  const first = said.length === 0 ? [] : [section(said.join("\n")), ...whyButtons(own ?? [], today)];
  const range = `Synced ${reportRange({ dateRange }, display)}`;
  const asOf = allAsOf(results, display);
  if (asOf !== null) return [...first, context(`${range}. ${asOf}`)];
  const on = SOURCE_IDS.filter((source) => results[source].off !== true);
  return [
    ...first,
    section(on.map((source) => sourceLine(source, results[source], display)).join("\n")),
    context(range),
  ];
}

/** "Updated 2:05 PM", "Copper and JustCall as of 2:05 PM, Fishbowl as of 1:10 PM"; `null` where a source needs a look. */
function allAsOf(results: SyncReport["results"], display: DisplayContext): string | null {
  const moment = commonMoment(results);
  if (moment !== null) return `Updated ${timeOnReadersClock(moment, display.days.zone)}`;
  const read = SOURCE_IDS.map((source) => ({ source, result: results[source] })).filter(
    ({ result }) => result.off !== true,
  );
  if (!read.every(({ result }) => isReadCompletely(result) && result.asOf !== null)) return null;
  const all = read.map(({ source, result: { asOf } }) => ({ source, asOf: asOf === null ? null : new Date(asOf) }));
  return asOfLine(
    all.map((one) => ({ ...one, state: "fresh" as const })),
    display,
  );
}

/** "Why? wholesale" for each of the reader's figures that asks it, over the days of their month; "Why did wholesale fall?" of money that alone did. */
function whyButtons(own: readonly NetChange[], today: Day): readonly KnownBlock[] {
  const { from, to } = periodOf("monthly", today);
  const [fell, ...others] = fallenMoney(own);
  const why = own.filter(asksWhy).map(({ type }) => {
    const one = metricWhyButton({ type, title: metricOf(type).title, from, to });
    const asks = type === fell?.type && others.length === 0;
    return asks ? { ...one, text: plainText(`Why did ${metricNoun(type, 0)} fall?`) } : one;
  });
  return why.length === 0 ? [] : [actions(why)];
}

/** Summarizes a report of which not even a version without names fits. */
function summaryMessage(report: SyncReport, display: ReportDisplay): Message {
  const text = reportText(report, display);
  return {
    text,
    blocks: [header(repHeading(report)), section(text), ...words(report, display), ...closing(report, display)],
  };
}

/** The buttons that approve mass deletions. */
function words(report: SyncReport, { days, now, canApprove = false }: ReportDisplay): readonly KnownBlock[] {
  if (!canApprove) return [];
  const requests = approvalRequests(report.results.errors, reportDays(report, days));
  return requests.map((request) => deletionButton(request, days.dayOf(now)));
}

/** "Synced Sep 29 – Oct 28. As of today at 2:05 PM. Next nightly sync tomorrow at 2:30 AM"; a problem says by itself when that is. */
function closing(report: SyncReport, { next, ...display }: ReportDisplay): readonly KnownBlock[] {
  const { results, success } = report;
  const moment = commonMoment(results);
  const parts = [
    `Synced ${reportRange(report, display)}`,
    ...(moment === null ? [] : [`As of ${momentInWords(moment, display)}`]),
    ...(success && next !== null && next !== undefined ? [`Next nightly sync ${momentInWords(next, display)}`] : []),
  ];
  return [context(parts.join(". "))];
}
