import type { KnownBlock } from "@slack/types";
import type { GlanceLine, GoalLine } from "../../../../goals/overview";
import type { GlancePast } from "../../../../goals/trends/glance-past";
import type { ReadDays } from "../../../../sync/state/read-days";
import type { Day } from "../../../../time/day";
import { dayInWords, weekdayInWords } from "../../../../words/dates";
import { figure, shownChange } from "../../../../words/figures";
import { context, section } from "../../../ui/blocks";
import { alignedTables, type Columns, widthOf } from "../../../ui/columns";
import { capitalized, metricNoun, unbrokenParts } from "../../../ui/text";
import { type RecentBars, recentBars } from "./recent-bars";

/** What the tables are made of besides the figures. */
interface Beside extends Pick<ReadDays, "isRead"> {
  /** One's goals: a metric that has one keeps its row at zero, and the month of a monthly one stands above. */
  readonly goals: readonly GoalLine[];
}

/** A period that has a table. */
interface Span {
  readonly label: string;
  readonly noun: string;
  readonly valueOf: (line: GlanceLine) => number;
  readonly pastOf: (past: GlancePast) => GlancePast["lastWeek"];
  readonly through: (day: Day) => string;
}

const WEEK: Span = {
  ...{ label: "This week", noun: "week", through: weekdayInWords },
  valueOf: ({ week }) => week,
  pastOf: ({ lastWeek }) => lastWeek,
};
const MONTH: Span = {
  ...{ label: "This month", noun: "month", through: dayInWords },
  valueOf: ({ month }) => month,
  pastOf: ({ lastMonth }) => lastMonth,
};

/** So many characters of a monospaced font are in a row of a phone. */
const PHONE = 46;

/**
 * This week in a table, a row a metric: what is done, the change against the same days of last week, and the last days as small bars. This
 * month has a table where the same days of last month were read; else what stands with no goal above is named in a line. A period in which
 * nothing is done yet says so instead.
 */
export function glancePart(lines: readonly GlanceLine[], beside: Beside): readonly KnownBlock[] {
  const busy = lines.filter(isBusy);
  if (busy.length === 0) return [section("Nothing logged yet, this month or last.")];
  const spans = [WEEK, MONTH].map((span) => ({
    span,
    rows: busy.map((line) => ({ line, before: beforeOf(line, { span, beside }) })),
  }));
  const begun = spans.filter(({ span }) => busy.some((line) => span.valueOf(line) !== 0));
  const idle = spans.filter((one) => !begun.includes(one)).map(({ span }) => `this ${span.noun}`);
  const compared = begun.filter(({ rows }, at) => at === 0 || rows.some(({ before }) => before !== null));
  const tables = compared.map((one) => spanTable(one, beside));
  // Of a metric without a row no bar is drawn, and none of its days is missing.
  const bars = recentBars(tables[0]?.lines ?? busy, beside);
  const drawn = withBars(tables, bars);
  const notes = [...tables.flatMap(({ note }) => note), ...(bars === null ? [] : [bars.note])];
  const below = [
    ...(notes.length === 0 ? [] : [notes.join(" · ")]),
    ...(begun.length > compared.length ? alsoThisMonth(busy, beside) : []),
  ];
  return [
    ...(idle.length === 0 ? [] : [section(`Nothing logged yet ${idle.join(" or ")}.`)]),
    ...(drawn.length === 0 ? [] : [alignedTables(drawn)]),
    ...(below.length === 0 ? [] : [context(unbrokenParts(below.join("\n")))]),
  ];
}

const NONE = "–";

/** A period's figures. */
interface SpanRows {
  readonly span: Span;
  /** `before` is what the same days of the period before brought; `null` where it is not known. */
  readonly rows: readonly { readonly line: GlanceLine; readonly before: GlancePast["lastWeek"] | null }[];
}

/** A table with the metrics of its rows, which stand below its heading. */
interface MetricTable {
  readonly lines: readonly GlanceLine[];
  readonly rows: Columns;
  /** "vs last week through Wed, Oct 21", where it has a change. */
  readonly note: readonly string[];
}

/** "This week  Done  vs last" and a row a metric; what is zero and has no goal is left out, and the change where it is known of none. */
function spanTable({ span, rows }: SpanRows, { goals }: Pick<Beside, "goals">): MetricTable {
  const shown = rows.filter(({ line, before }) => {
    return span.valueOf(line) !== 0 || (before?.value ?? 0) !== 0 || goals.some(({ type }) => type === line.type);
  });
  const done = shown.map(({ line }) => [nameOf(line), figure(span.valueOf(line), line.unit)]);
  const plain = { lines: shown.map(({ line }) => line), rows: [[span.label, "Done"], ...done], note: [] };
  // The days of a comparison are a reader's, whatever the metric.
  const [known] = shown.flatMap(({ before }) => before ?? []);
  if (known === undefined) return plain;
  const cells = shown.map(({ line, before }) => {
    return before === null ? NONE : shownChange(span.valueOf(line), before.value, line.unit);
  });
  const note = [`vs last ${span.noun} through ${span.through(known.to)}`];
  return { ...withColumn(plain, { head: "vs last", cells }), note };
}

function withColumn(
  table: MetricTable,
  { head, cells }: { readonly head: string; readonly cells: readonly string[] },
): MetricTable {
  return { ...table, rows: table.rows.map((row, at) => [...row, at === 0 ? head : (cells[at - 1] ?? "")]) };
}

/** What the same days of the week or the month before brought; `null` where not all of them were read. */
function beforeOf(
  { type, past }: GlanceLine,
  { span, beside }: { readonly span: Span; readonly beside: Pick<Beside, "isRead"> },
): GlancePast["lastWeek"] | null {
  const range = past === undefined ? null : span.pastOf(past);
  return range !== null && beside.isRead(type, range) ? range : null;
}

/** The bars as a column of the first table, or as a table of their own where there is none or a phone would break its rows. */
function withBars(tables: readonly MetricTable[], bars: RecentBars | null): readonly Columns[] {
  const rowsOf = ({ rows }: MetricTable) => rows;
  if (bars === null) return tables.map(rowsOf);
  const [first, ...others] = tables;
  if (first !== undefined) {
    const cells = first.lines.map(({ type }) => bars.of.get(type) ?? NONE);
    const joined = rowsOf(withColumn(first, { head: bars.head, cells }));
    if (widthOf(joined) <= PHONE) return [joined, ...others.map(rowsOf)];
  }
  const own = [...bars.of].map(([type, drawn]) => [nameOf({ type }), drawn]);
  return [...tables.map(rowsOf), [["", bars.head], ...own]];
}

/** "Fact Finding", as it is called in the lines around the table. */
function nameOf({ type }: Pick<GlanceLine, "type">): string {
  return capitalized(metricNoun(type, 0));
}

/** "Also this month: $8,475 distribution · 2 Contact": what was done in metrics whose month stands above with no goal. */
function alsoThisMonth(lines: readonly GlanceLine[], { goals }: Pick<Beside, "goals">): readonly string[] {
  const above = goals.filter(({ period }) => period === "monthly").map(({ type }) => type);
  const parts = lines
    .filter(({ type, month }) => month !== 0 && !above.includes(type))
    .map((line) => `${figure(line.month, line.unit)} ${metricNoun(line.type, line.month)}`);
  return parts.length === 0 ? [] : [`${above.length === 0 ? "This" : "Also this"} month: ${parts.join(" · ")}`];
}

/** Tells whether anything was done in a metric of late. */
export function isBusy({ today, week, month, past }: GlanceLine): boolean {
  const before = past === undefined ? [] : [past.lastWeek, past.lastMonth, ...past.recent].map(({ value }) => value);
  return [today, week, month, ...before].some((value) => value !== 0);
}
