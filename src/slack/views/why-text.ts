import { type MetricType, metricOf } from "../../metrics/metrics";
import type { Why } from "../../sync/why";
import { type Reading, weekdaysInWords } from "./days";
import { figure } from "./figures";
import { freshnessLine } from "./freshness";
import { counted, plainForeign, sentence, someOf } from "./text";

/** Where, when and by whom a figure's records are read. */
export interface WhyReading extends Reading {
  /** Their Slack id: their own name is not put before their own figure. */
  readonly reader: string;
}

/** With the longest metric, days and figure it fills a header, were each character two for Slack. */
const LONGEST_NAME = 35;
const MOST_REASONS = 12;
/** What a reader of one metric's records could stumble over. */
const NOTES: Readonly<Partial<Record<MetricType, string>>> = {
  email_quantity: " Further copies of one e-mail are only counted, in the sync's report.",
  talk_time_minutes: " Seconds are added for each day and source, and the sum is made minutes once.",
  new_sales_distribution: " Orders whose account type is not known are listed under wholesale sales.",
};

/** "Calls, Mon 26 Oct – Sun 1 Nov: 41", as plain text. */
export function whyTitle({ userId, name, type, range, figure: { value }, reasons }: Why, reading: WhyReading): string {
  const { title, unit } = metricOf(type);
  const days = weekdaysInWords(range, reading.days.dayOf(reading.now));
  if (userId === null) return `${title} that are nobody's, ${days}: ${counted(all(reasons), "record")}`;
  const whose = userId === reading.reader ? "" : `${plainForeign(name ?? userId, LONGEST_NAME)} · `;
  return `${whose}${title}, ${days}: ${figure(value, unit)}`;
}

/** "41 records count, 3 are left out: duplicate of a JustCall call (3)". */
export function countsLine({ counting, reasons }: Pick<Why, "counting" | "reasons">): string {
  const count =
    counting === 0 ? "No record counts" : `${counted(counting, "record")} ${counting === 1 ? "counts" : "count"}`;
  const left = all(reasons);
  if (left === 0) return `${count}, none is left out`;
  const words = reasons.map(({ why, records }) => `${sentence(why, 80)} (${records.toLocaleString("en-US")})`);
  return `${count}, ${left.toLocaleString("en-US")} ${left === 1 ? "is" : "are"} left out: ${someOf(words, MOST_REASONS)}`;
}

/** Whose records are shown, in which zone's times, and as of when each source stands. */
export function whyFooter({ userId, type, freshness }: Why, reading: WhyReading): string {
  const fresh = freshness.map((one) => freshnessLine(one, reading)).join(" · ");
  const note = NOTES[type] ?? "";
  return [`${whoseRecords({ userId, type }, reading)}${note} Times are those of ${reading.days.zone}.`, fresh].join(
    "\n",
  );
}

function whoseRecords({ userId, type }: Pick<Why, "userId" | "type">, { reader }: WhyReading): string {
  if (userId === null) return "Nobody's are records whose sender, agent, assignee or salesman is nobody we know.";
  const whose = userId === reader ? "yours" : "theirs";
  const command = `/goals why ${metricOf(type).title.toLowerCase()} nobody`;
  return `A record is ${whose} by its sender, agent, assignee or salesman. What is nobody's, a manager sees with \`${command}\`.`;
}

function all(reasons: Why["reasons"]): number {
  return reasons.reduce((sum, { records }) => sum + records, 0);
}
