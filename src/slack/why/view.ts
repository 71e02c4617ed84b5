import type { KnownBlock, ModalView } from "@slack/types";
import { periodOf } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { type MetricType, metricOf } from "../../metrics/metrics";
import { total } from "../../why/figure";
import type { Why } from "../../why/why";
import { datedInWords, monthName, weekdaysInWords } from "../../words/dates";
import { reasonsInWords } from "../../words/reasons";
import { zoneInWords } from "../../words/times";
import { context, DIVIDER, fits, header, type Message, section, sections } from "../ui/blocks";
import type { DisplayContext } from "../ui/dates";
import { sourcesLine } from "../ui/freshness";
import { counted, metricNoun, plainForeign, sentence, someOf, unbrokenParts } from "../ui/text";
import { whyPageButtons } from "./button-view";
import { goalSumLines } from "./goal-sum-view";
import { type Detail, recordGroups } from "./record-view";
import { changedNotice, dayLines, exactSum, sourceSum } from "./sum-view";

/** How much of each record is shown; the first that fits Slack's limits is taken. */
const DETAILS: readonly Detail[] = [
  { most: 80, recipients: true, links: true },
  { most: 40, recipients: false, links: true },
  { most: 24, recipients: false, links: false },
  { most: 8, recipients: false, links: false },
];

/** The text of the modal until the records are loaded. */
export const LOOKING = "⏳ Loading records…";

/** A page of the records behind a figure, as a message. */
export function whyMessage(why: Why, display: WhyDisplay): Message {
  const { text, above, records, below } = whyParts(why, display);
  return { text, blocks: [...above, ...records, ...below] };
}

/** The message in parts, so that something can be set between them. */
export interface WhyParts {
  readonly text: string;
  /** What the figure is, what today needs, and its sum. */
  readonly above: readonly KnownBlock[];
  /** How many there are, and each of them; the former alone where Slack takes no more. */
  readonly records: readonly KnownBlock[];
  readonly below: readonly KnownBlock[];
  /** Whether each record of the page is shown. */
  readonly isWhole: boolean;
}

/** The parts of the message with as much of each record as Slack takes. */
export function whyParts(why: Why, display: WhyDisplay): WhyParts {
  for (const detail of DETAILS) {
    const parts = withRecords(why, { ...display, detail });
    if (fits({ text: parts.text, blocks: [...parts.above, ...parts.records, ...parts.below] })) return parts;
  }
  return framed(why, { display, sums: [], records: [section(`${countsLine(why)}.`)], isWhole: false });
}

/** A page of the records behind a figure, as a modal; on its first page what a digest said of it stands before all, where that one is asked. */
export function whyModal(why: Why, { fell = null, ...display }: WhyDisplay & { fell?: string | null }): ModalView {
  const said = fell === null || why.page > 0 ? [] : [section(fell), DIVIDER];
  return modal([...said, ...whyMessage(why, display).blocks]);
}

/** The modal while there are no records to show: before they are found, or instead of them. */
export function plainWhyModal(text: string): ModalView {
  return modal([section(text)]);
}

/** A modal that says what a team's figure is the sum of. */
export function teamWhyModal({ blocks }: Message): ModalView {
  return modal(blocks);
}

function modal(blocks: KnownBlock[]): ModalView {
  const words = (text: string) => ({ type: "plain_text", text, emoji: true }) as const;
  return { type: "modal", title: words("Why this number?"), close: words("Close"), blocks };
}

function withRecords(why: Why, { detail, ...display }: WhyDisplay & { detail: Detail }): WhyParts {
  const lines = {
    ...detail,
    zone: display.days.zone,
    owners: why.userId === null,
    ...{ cells: why.figure.cells, leftOut: all(why.reasons) },
  };
  const groups = [[pageTitle(why), `${countsLine(why)}.`], ...recordGroups(why.records, lines)];
  const records = groups.flatMap((group) => sections(group.map(unbrokenParts)));
  if (why.page > 0) return framed(why, { display, sums: [], records, isWhole: true });
  const sums = [...sourceSum(why), ...(display.charted === true ? [] : dayLines(why))];
  const above = [...sections(goalSumLines(why, display.goals)), ...sections(sums.map(unbrokenParts))];
  return framed(why, { display, sums: above, records, isWhole: true });
}

function framed(
  why: Why,
  {
    display,
    sums,
    ...rest
  }: Pick<WhyParts, "records" | "isWhole"> & { display: WhyDisplay; sums: readonly KnownBlock[] },
): WhyParts {
  const title = whyTitle(why, display);
  const notice = changedNotice(why);
  const changed = notice === null ? [] : [section(notice)];
  return {
    text: `${sentence(title, 200)}. ${countsLine(why)}.`,
    above: [header(title), ...changed, ...sums],
    below: [context(whyFooter(why, display)), ...whyPageButtons(why)],
    ...rest,
  };
}

const RECORDS = "*Records*";

function pageTitle({ page, pages }: Why): string {
  const [shown, all] = [page + 1, pages].map((one) => one.toLocaleString("en-US"));
  return pages === 1 ? RECORDS : `${RECORDS}, page ${shown} of ${all}`;
}

/** The zone, the time and the reader for whom a figure's records are displayed. */
export interface WhyDisplay extends DisplayContext {
  /** The reader's Slack id: a person's own figure goes without their name. */
  readonly reader: string;
  /** The goals of whose figure it is: how the target of its days comes about is written out. */
  readonly goals: readonly GoalLine[];
  /** Slack's id of whom to ask of what is missing; any admin where there is none. */
  readonly admin?: string | null;
  /** Whether a chart draws the days, which are not listed then. */
  readonly charted?: boolean;
}

/** With the longest metric, days and figure it fills a header, were each character two for Slack. */
const MAX_NAME_LENGTH = 35;
const MAX_REASONS = 12;
/** What a reader of one metric's records could stumble over. */
const NOTES: Readonly<Partial<Record<MetricType, string>>> = {
  email_quantity: " Copies of one email count once.",
  talk_time_minutes: " Totals are added in seconds, then rounded once.",
  new_sales_distribution: " Orders with an unknown account type are listed under wholesale sales.",
};

/** "110 calls in October so far", "16 calls so far, Mon, Oct 26 – Sun, Nov 1", as plain text. */
function whyTitle({ userId, name, type, range, figure: { cells }, reasons }: Why, display: WhyDisplay): string {
  const { title, unit } = metricOf(type);
  const today = display.days.dayOf(display.now);
  const days = weekdaysInWords(range, today);
  if (userId === null) return `Uncredited ${title.toLowerCase()}, ${days}: ${counted(all(reasons), "record")}`;
  const whose = userId === display.reader ? "" : `${plainForeign(name ?? userId, MAX_NAME_LENGTH)} · `;
  const sum = `${exactSum(cells, unit)} ${metricNoun(type, total(cells, "value"))}`;
  const month = periodOf("monthly", range.from);
  const isMonth = month.from === range.from && month.to === range.to && month.from.slice(0, 4) === today.slice(0, 4);
  const soFar = range.from <= today && today < range.to ? " so far" : "";
  return isMonth ? `${whose}${sum} in ${monthName(range.from)}${soFar}` : `${whose}${sum}${soFar}, ${days}`;
}

/** "41 records, all counted", "41 records counted, 3 not counted: 3 duplicates of JustCall calls". */
function countsLine({ counting, reasons }: Pick<Why, "counting" | "reasons">): string {
  const left = all(reasons);
  if (left === 0) return counting === 0 ? "No records" : `${counted(counting, "record")}, all counted`;
  const count = counting === 0 ? "No records counted" : `${counted(counting, "record")} counted`;
  const words = reasonsInWords(reasons.map(({ why, records }) => [why, records])).map((one) => sentence(one, 100));
  return `${count}, ${left.toLocaleString("en-US")} not counted: ${someOf(words, MAX_REASONS)}`;
}

/** Says where records are that are not shown, in which zone's times these are, and how fresh each source is. */
function whyFooter({ userId, type, range, retainedFrom, freshness }: Why, display: WhyDisplay): string {
  const fresh = sourcesLine(freshness, display);
  const expired =
    retainedFrom === null || range.from >= retainedFrom
      ? ""
      : ` Records before ${datedInWords(retainedFrom, display.days.dayOf(display.now))} are no longer kept; their figures stay.`;
  const note = `${NOTES[type] ?? ""}${expired}`;
  return [`${whoseRecords(userId, display)}${note} Times are in ${zoneInWords(display.days.zone)}.`, fresh].join("\n");
}

function whoseRecords(userId: Why["userId"], { admin = null }: Pick<WhyDisplay, "admin">): string {
  if (userId === null)
    return "Uncredited records have a sender, agent, owner or sales rep who isn't matched to anyone.";
  return `Something missing? Ask ${admin === null ? "an admin" : `<@${admin}>`}.`;
}

function all(reasons: Why["reasons"]): number {
  return reasons.reduce((sum, { records }) => sum + records, 0);
}
