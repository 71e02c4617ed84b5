import type { KnownBlock } from "@slack/types";
import type { GlanceLine, GoalLine } from "../../../../goals/overview";
import type { GlancePast, SameDays } from "../../../../goals/trends/glance-past";
import type { ReadDays } from "../../../../sync/state/read-days";
import type { Day } from "../../../../time/day";
import { dayInWords, weekdayName } from "../../../../words/dates";
import { figure, shownChange } from "../../../../words/figures";
import { context, section } from "../../../ui/blocks";
import { alignedTables, type Columns, widthOf } from "../../../ui/columns";
import { capitalized, metricNoun, unbrokenParts } from "../../../ui/text";
import { type RecentBars, recentBars } from "./recent-bars";
import { throughNote } from "./through-note";

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
  readonly comparedIn: (past: GlancePast) => SameDays | null;
  /** Heads what was done up to a day. */
  readonly until: (day: Day) => string;
}

const WEEK: Span = {
  ...{ label: "This week", noun: "week" },
  valueOf: ({ week }) => week,
  comparedIn: ({ week }) => week,
  until: (day) => `To ${weekdayName(day)}`,
};
const MONTH: Span = {
  ...{ label: "This month", noun: "month" },
  valueOf: ({ month }) => month,
  comparedIn: ({ month }) => month,
  until: (day) => `To ${dayInWords(day)}`,
};

/** So many characters of a monospaced font are in a row of a phone. */
const PHONE = 46;

/**
 * This week in a table, a row a metric: what its days that have ended brought, how these compare with the same days of last week, and the last
 * days as small bars, so that all of a row is of the same days; what is done of today stands above. Where nothing is compared, all that
 * is done. This month has a table where such days of it and of last month were read; else what stands with no goal above is named in
 * a line below what the columns are. A period in which nothing is done yet says so instead.
 */
export function glancePart(lines: readonly GlanceLine[], beside: Beside): readonly KnownBlock[] {
  const busy = lines.filter(isBusy);
  if (busy.length === 0) return [section("Nothing logged lately.")];
  const spans = [WEEK, MONTH].map((span) => ({
    span,
    rows: busy.map((line) => ({ line, same: comparedOf(line, { span, beside }) })),
  }));
  const begun = spans.filter(({ span }) => busy.some((line) => span.valueOf(line) !== 0));
  const idle = spans.filter((one) => !begun.includes(one)).map(({ span }) => `this ${span.noun}`);
  const compared = begun.filter(({ rows }, at) => at === 0 || rows.some(({ same }) => same !== null));
  const tables = compared.map((one) => spanTable(one, beside));
  // Of a metric without a row no bar is drawn, and none of its days is missing.
  const bars = recentBars(tables[0]?.lines ?? busy, beside);
  const drawn = withBars(tables, bars);
  const legend = throughNote(
    tables.flatMap(({ noun, through }) => (through === null ? [] : [{ noun, through }])),
    bars,
  );
  const month = begun.length > compared.length ? alsoThisMonth(busy, beside) : [];
  return [
    ...(idle.length === 0 ? [] : [section(`Nothing logged yet ${idle.join(" or ")}.`)]),
    ...(drawn.length === 0 ? [] : [alignedTables(drawn)]),
    ...legend.map((words) => context(unbrokenParts(words))),
    ...month.map((words) => section(unbrokenParts(words))),
  ];
}

const NONE = "–";

/** A period's figures. */
interface SpanRows {
  readonly span: Span;
  /** `same` is what days that have ended brought, in this period and in the one before; `null` where it is not known. */
  readonly rows: readonly { readonly line: GlanceLine; readonly same: SameDays | null }[];
}

/** A table with the metrics of its rows, which stand below its heading. */
interface MetricTable {
  readonly noun: string;
  readonly lines: readonly GlanceLine[];
  readonly rows: Columns;
  /** The last day that is compared; `null` where none is. */
  readonly through: Day | null;
}

/** "This week  To Tue  vs last" and a row a metric, where the change is known of any of them, else "This week  Done". */
function spanTable({ span, rows }: SpanRows, beside: Pick<Beside, "goals">): MetricTable {
  const ended = shownOf(rows, { ...beside, done: (line) => endedOf(line, span) });
  // The days of a comparison are a reader's, whatever the metric.
  const through = ended.find(({ same }) => same !== null)?.same?.current.to ?? null;
  const head = through === null ? "Done" : span.until(through);
  const shown = through === null ? shownOf(rows, { ...beside, done: span.valueOf }) : ended;
  const figures = shown.map(({ line, value }) => [nameOf(line), value === null ? NONE : figure(value, line.unit)]);
  const lines = shown.map(({ line }) => line);
  const table = { noun: span.noun, lines, rows: [[span.label, head], ...figures], through };
  if (through === null) return table;
  const cells = shown.map(({ line, same }) => {
    return same === null ? NONE : shownChange(same.current.value, same.before.value, line.unit);
  });
  return withColumn(table, { head: "vs last", cells });
}

/** The rows with what was done in each; what is zero, was before and has no goal is left out. */
function shownOf(
  rows: SpanRows["rows"],
  { goals, done }: Pick<Beside, "goals"> & { readonly done: (line: GlanceLine) => number | null },
): readonly (SpanRows["rows"][number] & { readonly value: number | null })[] {
  return rows
    .map((row) => ({ ...row, value: done(row.line) }))
    .filter(({ line, same, value }) => {
      const any = (value ?? 0) !== 0 || (same?.before.value ?? 0) !== 0;
      return any || goals.some(({ type }) => type === line.type);
    });
}

/** What the days of a week or month that have ended brought, whether or not they are compared. */
function endedOf({ past }: GlanceLine, span: Span): number | null {
  return past === undefined ? null : (span.comparedIn(past)?.current.value ?? null);
}

function withColumn(
  table: MetricTable,
  { head, cells }: { readonly head: string; readonly cells: readonly string[] },
): MetricTable {
  return { ...table, rows: table.rows.map((row, at) => [...row, at === 0 ? head : (cells[at - 1] ?? "")]) };
}

/** What the ended days of this week or month brought, and the same days of the one before; `null` where not all of them were read. */
function comparedOf(
  { type, past }: GlanceLine,
  { span, beside }: { readonly span: Span; readonly beside: Pick<Beside, "isRead"> },
): SameDays | null {
  const same = past === undefined ? null : span.comparedIn(past);
  return same !== null && [same.before, same.current].every((range) => beside.isRead(type, range)) ? same : null;
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

/** "*Also this month*: $8,475 distribution, 2 Contact": what was done in metrics whose month stands above with no goal. */
function alsoThisMonth(lines: readonly GlanceLine[], { goals }: Pick<Beside, "goals">): readonly string[] {
  const above = goals.filter(({ period }) => period === "monthly").map(({ type }) => type);
  const parts = lines
    .filter(({ type, month }) => month !== 0 && !above.includes(type))
    .map((line) => `${figure(line.month, line.unit)} ${metricNoun(line.type, line.month)}`);
  return parts.length === 0 ? [] : [`*${above.length === 0 ? "This" : "Also this"} month*: ${parts.join(", ")}`];
}

/** Tells whether anything was done in a metric of late. */
export function isBusy({ today, week, month, past }: GlanceLine): boolean {
  const before =
    past === undefined ? [] : [past.week?.before, past.month?.before, ...past.recent].map((days) => days?.value ?? 0);
  return [today, week, month, ...before].some((value) => value !== 0);
}
