import type { KnownBlock } from "@slack/types";
import type { GlanceLine, GoalLine } from "../../../../goals/overview";
import type { GlancePast } from "../../../../goals/trends/glance-past";
import { metricOf } from "../../../../metrics/metrics";
import type { ReadDays } from "../../../../sync/state/read-days";
import type { Day } from "../../../../time/day";
import { dayInWords, weekdayInWords } from "../../../../words/dates";
import { exactFigure, figure, shownChange } from "../../../../words/figures";
import { sparkline } from "../../../../words/sparklines";
import { context, section } from "../../../ui/blocks";
import { alignedTables, type Columns, widthOf } from "../../../ui/columns";
import { counted } from "../../../ui/text";

/** What the tables are made of besides the figures. */
interface Beside extends Pick<ReadDays, "isRead"> {
  /** One's goals: those of a week or a month stand beside its figures. */
  readonly goals: readonly GoalLine[];
}

/** A period that has a table. */
interface Span {
  readonly period: "weekly" | "monthly";
  readonly label: string;
  readonly noun: string;
  readonly valueOf: (line: GlanceLine) => number;
  readonly pastOf: (past: GlancePast) => GlancePast["lastWeek"];
}

const WEEK: Span = {
  ...{ period: "weekly", label: "This week", noun: "week" },
  valueOf: ({ week }) => week,
  pastOf: ({ lastWeek }) => lastWeek,
};
const MONTH: Span = {
  ...{ period: "monthly", label: "This month", noun: "month" },
  valueOf: ({ month }) => month,
  pastOf: ({ lastMonth }) => lastMonth,
};

/** So many characters of a monospaced font are in a row of a phone. */
const PHONE = 46;

/**
 * This week and this month in a table each, a row a metric: what is done, its goal, the change against the same days of the one before,
 * and the last days as small bars; then which days these are. A period in which nothing is done yet says so instead.
 */
export function glancePart(lines: readonly GlanceLine[], beside: Beside): readonly KnownBlock[] {
  const busy = lines.filter(isBusy);
  if (busy.length === 0) return [section("Nothing logged yet, this month or last.")];
  const begun = [WEEK, MONTH].filter((span) => busy.some((line) => span.valueOf(line) !== 0));
  const idle = [WEEK, MONTH].filter((span) => !begun.includes(span)).map(({ noun }) => `this ${noun}`);
  const spans = begun.map((span) => ({ span, table: spanTable(busy, { span, beside }) }));
  const tables = withBars(
    spans.map(({ table }) => table),
    barsOf(busy, beside),
  );
  const compared = spans.flatMap(({ span, table }) => (table[0]?.includes(VS_LAST) ? [span] : []));
  const notes = [...compared.flatMap((span) => besideNote(busy, { span, beside })), ...barsNote(busy, beside)];
  return [
    ...(idle.length === 0 ? [] : [section(`Nothing logged yet ${idle.join(" or ")}.`)]),
    ...(tables.length === 0 ? [] : [alignedTables(tables)]),
    ...(notes.length === 0 ? [] : [context(notes.join(" · "))]),
  ];
}

const NONE = "–";
const VS_LAST = "vs last";

interface Shown {
  readonly span: Span;
  readonly beside: Beside;
}

/** "This week  Done  Goal  vs last" and a row a metric; rows and columns in which nothing stands are left out. */
function spanTable(lines: readonly GlanceLine[], { span, beside }: Shown): Columns {
  const rows = lines.flatMap((line) => {
    const { type, unit } = line;
    const goal = beside.goals.find((one) => one.type === type && one.period === span.period);
    const before = beforeOf(line, { span, beside });
    const value = span.valueOf(line);
    if (value === 0 && goal === undefined && (before?.value ?? 0) === 0) return [];
    const change = before === null ? NONE : shownChange(value, before.value, unit);
    return [
      [metricOf(type).short, figure(value, unit), goal === undefined ? NONE : exactFigure(goal.target, unit), change],
    ];
  });
  const heads = [span.label, "Done", "Goal", VS_LAST];
  const isKept = (_: string, column: number) => column < 2 || rows.some((row) => row[column] !== NONE);
  return [heads, ...rows].map((row) => row.filter(isKept));
}

/** What the same days of the week or the month before brought; `null` where not all of them were read. */
function beforeOf({ type, past }: GlanceLine, { span, beside }: Shown): GlancePast["lastWeek"] | null {
  const range = past === undefined ? null : span.pastOf(past);
  return range !== null && beside.isRead(type, range) ? range : null;
}

/** The last days of metrics by their names, as small bars; `days` is how many there are, 0 where none was read. */
interface Bars {
  readonly days: number;
  readonly of: ReadonlyMap<string, string>;
}

/** The small bars as the last column of the first table, or as a table of their own where a phone would break its rows or a metric has no row there. */
function withBars(tables: readonly Columns[], { days, of }: Bars): readonly Columns[] {
  if (days === 0) return tables;
  const [[heads, ...rows] = [], ...others] = tables;
  if (heads !== undefined) {
    const joined = [[...heads, counted(days, "day")], ...rows.map((row) => [...row, of.get(row[0] ?? "") ?? NONE])];
    const named = new Set(rows.map(([name]) => name));
    if (widthOf(joined) <= PHONE && [...of.keys()].every((name) => named.has(name))) return [joined, ...others];
  }
  return [...tables, [["", days === 1 ? "last day" : `last ${days} days`], ...of]];
}

function barsOf(lines: readonly GlanceLine[], beside: Beside): Bars {
  const of = lines.flatMap((line): [string, string][] => {
    const values = readOf(line, beside).map(({ value }) => value);
    return values.length === 0 ? [] : [[metricOf(line.type).short, sparkline(values)]];
  });
  return { days: recentDays(lines, beside).length, of: new Map(of) };
}

/** Tells whether anything was done in a metric of late. */
function isBusy({ today, week, month, past }: GlanceLine): boolean {
  const before = past === undefined ? [] : [past.lastWeek, past.lastMonth, ...past.recent].map(({ value }) => value);
  return [today, week, month, ...before].some((value) => value !== 0);
}

/** "vs last week through Wed, Oct 21", which is a reader's day, whatever the metric. */
function besideNote(lines: readonly GlanceLine[], { span, beside }: Shown): readonly string[] {
  const [known] = lines.flatMap((line) => beforeOf(line, { span, beside }) ?? []);
  if (known === undefined) return [];
  const through = span.period === "weekly" ? weekdayInWords(known.to) : dayInWords(known.to);
  return [`vs last ${span.noun} through ${through}`];
}

/** The last days that were read: one that was not would be drawn as one on which nothing was done. */
function readOf({ type, past }: GlanceLine, { isRead }: Beside): GlancePast["recent"] {
  return (past?.recent ?? []).filter(({ day }) => isRead(type, { from: day, to: day }));
}

/** The days of the small bars: those that were read of a metric at least. */
function recentDays(lines: readonly GlanceLine[], beside: Beside): readonly Day[] {
  const drawn = lines.map((line) => readOf(line, beside));
  const recent = lines[0]?.past?.recent ?? [];
  return recent.flatMap(({ day }) => (drawn.some((line) => line.some((one) => one.day === day)) ? [day] : []));
}

/** Says which days the small bars are, and where a metric lacks some. */
function barsNote(lines: readonly GlanceLine[], beside: Beside): readonly string[] {
  const days = recentDays(lines, beside);
  const last = days.at(-1);
  if (last === undefined) return [];
  const kind = lines[0]?.past?.paceDays === "calendar" ? "days" : "workdays";
  const gaps = lines.some((line) => readOf(line, beside).length < days.length) ? ", without days not synced yet" : "";
  const counts = days.length === 1 ? kind.slice(0, -1) : `${days.length} ${kind}`;
  return [`bars: your last ${counts}, through ${weekdayInWords(last)}${gaps}`];
}
