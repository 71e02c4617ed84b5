import { SOURCES, type SourceId } from "../../metrics/sources";
import type { CellCounts, SourceResult, Unmatched } from "../../sync/report";
import { dayInWords } from "../../words/dates";
import { figure } from "../../words/figures";
import { reasonsInWords } from "../../words/reasons";
import { type DisplayContext, momentInWords } from "../ui/dates";
import { counted, foreign, sentence, someOf } from "../ui/text";

/** Reasons are fixed phrases and few; more than these would be a bug. */
const MAX_REASONS = 30;
const MAX_NOTE_LENGTH = 300;
const MAX_REASON_LENGTH = 100;

/** "Copper: 1,204 records, 1,180 counted." */
export function sourceSummary(source: SourceId, result: SourceResult): string {
  const { success, off, untouched, readFrom, records, counting } = result;
  const name = SOURCES[source].title;
  if (off === true) return `${name}: off.`;
  if (untouched === true) return `${name}: not in this sync.`;
  if (!success && readFrom !== undefined) return `${name}: only the newest days could be read.`;
  if (!success) return `${name}: could not be read.`;
  return `${name}: ${countedOf(records, counting)}.`;
}

/** How one source came out, in a line: "*Copper* ✅ as of 2:05 PM EDT". */
export function sourceLine(source: SourceId, result: SourceResult, display: DisplayContext): string {
  return `*${SOURCES[source].title}* ${sourceState(result, display)}`;
}

/** "✅ as of 2:05 PM EDT", "➖ off", "❌ could not be read; figures are from Fri 10:10 PM EDT". */
export function sourceState(result: SourceResult, display: DisplayContext): string {
  if (result.untouched === true) return `➖ not in this sync; ${standsAsOf(result.asOf, display)}`;
  if (result.off === true) return `➖ ${switchedOff(result.asOf, display)}`;
  return result.success ? `✅ ${asOf(result.asOf, display)}` : `❌ ${unreadInWords(result, display)}`;
}

/** What one source brought, with up to `most` names in each list. */
export function sourceSection(
  source: SourceId,
  result: SourceResult,
  display: DisplayContext & { most: number },
): string {
  const line = sourceLine(source, result, display);
  if (result.untouched === true || result.off === true || !result.success) return line;
  return [
    line,
    `${countedOf(result.records, result.counting)}${leftOut(result.notCounting)}`,
    matchedLine(result.matched, display.most),
    ...unmatchedLines(source, result.unmatched, display.most),
    `Daily totals: ${cells(result.metrics)}`,
    ...(result.notes ?? []).map((note) => sentence(note, MAX_NOTE_LENGTH)),
  ].join("\n");
}

function switchedOff(at: string | null, display: DisplayContext): string {
  return at === null ? "off" : `off; figures from ${momentInWords(new Date(at), display)}`;
}

function asOf(at: string | null, display: DisplayContext): string {
  return at === null ? "no data yet" : `as of ${momentInWords(new Date(at), display)}`;
}

function standsAsOf(at: string | null, display: DisplayContext): string {
  return at === null ? "no data yet" : `figures are from ${momentInWords(new Date(at), display)}`;
}

function unreadInWords({ readFrom, asOf: at }: SourceResult, display: DisplayContext): string {
  if (readFrom === undefined) return `could not be read; ${standsAsOf(at, display)}`;
  return `read back to ${dayInWords(readFrom)}; older days could not be read and keep their earlier figures`;
}

/** What a source brought that is new: "12 daily totals new, 3 changed"; *Details* says how many records, which of them count, and why not. */
export function broughtInWords({ records, metrics: { created, updated, removed } }: SourceResult): string {
  const changes = [
    ...(created > 0 ? [{ count: created, how: "new" }] : []),
    ...(updated > 0 ? [{ count: updated, how: "changed" }] : []),
    // Somebody will ask about these.
    ...(removed > 0 ? [{ count: removed, how: "fell to zero" }] : []),
  ].map(({ count, how }, at) => `${at === 0 ? counted(count, "daily total") : count.toLocaleString("en-US")} ${how}`);
  const none = records === 0 ? "no records" : "nothing new";
  return changes.length === 0 ? none : changes.join(", ");
}

/** "281 records, all counted", "1,204 records, 1,180 counted", "no records". */
function countedOf(records: number, counting: number): string {
  if (records === 0) return "no records";
  if (records === counting) return `${counted(records, "record")}, ${records === 1 ? "" : "all "}counted`;
  return `${counted(records, "record")}, ${counting === 0 ? "none" : counting.toLocaleString("en-US")} counted`;
}

function leftOut(reasons: SourceResult["notCounting"]): string {
  const words = reasonsInWords(Object.entries(reasons)).map((one) => sentence(one, MAX_REASON_LENGTH));
  return words.length === 0 ? "" : `; not counted: ${someOf(words, MAX_REASONS)}`;
}

function matchedLine(matched: SourceResult["matched"], most: number): string {
  if (matched.length === 0) return "No one matched";
  const people = `Matched ${matched.length === 1 ? "1 person" : `${matched.length.toLocaleString("en-US")} people`}`;
  return most === 0
    ? people
    : `${people}: ${someOf(
        matched.map(({ name }) => foreign(name)),
        most,
      )}`;
}

function unmatchedLines(source: SourceId, unmatched: readonly Unmatched[], most: number): string[] {
  const costliestFirst = [...unmatched].sort((a, b) => (b.records ?? 0) - (a.records ?? 0));
  const lines = costliestFirst.slice(0, most).map((one) => `• ${unmatchedWords(source, one)}`);
  const more = unmatched.length - lines.length;
  if (more === 0) return lines;
  const words =
    lines.length === 0
      ? `• ${more.toLocaleString("en-US")} unmatched`
      : `• and ${more.toLocaleString("en-US")} more unmatched`;
  return [...lines, words];
}

/** Describes somebody whom one side knows and the other does not: 'Sales rep "B. Lee" isn't matched to anyone: 14 orders, $9,120'. */
function unmatchedWords(source: SourceId, { name, email, userId, records, value }: Unmatched): string {
  const place = SOURCES[source].title;
  const cost = costWords(source, { records, value });
  if (userId !== undefined) {
    const who = email === null ? foreign(name) : foreign(email);
    return `${place} has no user ${email === null ? "for" : "with"} ${who}${cost}`;
  }
  if (source === "fishbowl") return `Sales rep "${foreign(name)}" isn't matched to anyone${cost}`;
  const address = email === null || email === name ? "" : ` (${foreign(email)})`;
  return `No Slack match for ${SOURCES[source].ownerNoun} "${foreign(name)}"${address}${cost}`;
}

function costWords(source: SourceId, { records, value }: Pick<Unmatched, "records" | "value">): string {
  const parts = [
    ...(records === undefined ? [] : [counted(records, source === "fishbowl" ? "order" : "record")]),
    ...(value === undefined ? [] : [figure(value, "dollars")]),
  ];
  return parts.length === 0 ? "" : `: ${parts.join(", ")}`;
}

function cells({ created, updated, unchanged, removed }: CellCounts): string {
  const parts = [
    ...(created > 0 ? [`${created.toLocaleString("en-US")} new`] : []),
    ...(updated > 0 ? [`${updated.toLocaleString("en-US")} changed`] : []),
    ...(removed > 0 ? [`${removed.toLocaleString("en-US")} fell to zero`] : []),
    `${unchanged.toLocaleString("en-US")} unchanged`,
  ];
  return parts.join(", ");
}
