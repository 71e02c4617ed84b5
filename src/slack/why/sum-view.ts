import { periodOf } from "../../goals/goal";
import { metricOf, type Unit } from "../../metrics/metrics";
import { SOURCES } from "../../metrics/sources";
import { total, type WhyCell } from "../../why/figure";
import type { Why } from "../../why/why";
import { monthInWords, shortRange, weekdayInWords, weekdayName } from "../../words/dates";
import { exactFigure } from "../../words/figures";
import { counted } from "../ui/text";

/** Days that are shown a line each, of which sources; more share a line with their week. */
const MAX_DAY_LINES = 7;
/** Days that are shown at all; more are shown by month. */
const MAX_DAYS = 31;

/** "*Total: 41* = Copper 11 + JustCall 30"; nothing of one source, whose sum is the figure itself. */
export function sourceSum({ type, figure: { cells } }: Pick<Why, "type" | "figure">): readonly string[] {
  const { unit } = metricOf(type);
  const parts = bySource(cells, unit);
  return parts.length < 2 ? [] : [`*Total: ${exactSum(cells, unit)}* = ${parts.join(" + ")}`];
}

/** The figure's days with their sums, where there are several that do not all head their own records on the page. */
export function dayLines({
  type,
  figure: { cells },
  records,
}: Pick<Why, "type" | "figure" | "records">): readonly string[] {
  const { unit } = metricOf(type);
  const days = new Set(cells.map(({ day }) => day));
  const headed = new Set(records.flatMap(({ fact, leftOut }) => (leftOut === null ? [fact.day] : [])));
  const isHeaded = cells.every(({ day, value, now }) => headed.has(day) && value === now);
  if (days.size < 2 || isHeaded) return [];
  if (days.size > MAX_DAY_LINES && days.size <= MAX_DAYS) return ["*By day*", ...weekLines(cells, unit)];
  const [nameOf, most] = days.size > MAX_DAYS ? [monthInWords, "By month"] : [weekdayInWords, "By day"];
  const lines = [...grouped(cells, ({ day }) => nameOf(day))].map(([name, own]) => `• ${name}: ${sum(own, unit)}`);
  return [`*${most}*`, ...lines];
}

/** "• Oct 26–28: Mon 2, Tue 3, Wed 2", of one day "• Fri, Oct 2: 11": twenty lines of days would stand before the first record. A phone breaks none from its figure. */
function weekLines(cells: readonly WhyCell[], unit: Unit): readonly string[] {
  return [...grouped(cells, ({ day }) => periodOf("weekly", day).from).values()].map((week) => {
    const days = [...grouped(week, ({ day }) => day).values()];
    const [first, last] = [week[0]?.day, week.at(-1)?.day];
    if (first === undefined || last === undefined) return "";
    if (first === last) return `• ${weekdayInWords(first)}: ${exactSum(week, unit)}`;
    const sums = days.map(
      (own) => `${own[0] === undefined ? "" : weekdayName(own[0].day)}\u00a0${exactSum(own, unit)}`,
    );
    return `• ${shortRange({ from: first, to: last })}: ${sums.join(", ")}`;
  });
}

/** Explains why records and figure differ; `null` while they agree. */
export function changedNotice({ type, figure: { cells } }: Pick<Why, "type" | "figure">): string | null {
  const changed = cells.filter((cell) => cell.value !== cell.now);
  if (changed.length === 0) return null;
  const { unit } = metricOf(type);
  const days = new Set(changed.map(({ day }) => day)).size;
  return `:warning: The records below add up to ${exactSum(cells, unit, "now")}, but the figure still says ${exactSum(cells, unit)}: a sync is running, or records of ${counted(days, "day")} changed since. The next sync of these days fixes it.`;
}

/** The sum of some cells. Minutes are added as the seconds that each cell was made of, so that the lines add up. */
export function exactSum(cells: readonly WhyCell[], unit: Unit, field: "value" | "now" = "value"): string {
  if (unit !== "minutes") return exactFigure(total(cells, field), unit);
  return exactFigure(cells.reduce((sum, cell) => sum + Math.round(cell[field] * 60), 0) / 60, unit);
}

function sum(cells: readonly WhyCell[], unit: Unit): string {
  const parts = bySource(cells, unit);
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : `${exactSum(cells, unit)} = ${parts.join(" + ")}`;
}

/** What the records of a day come to now: "9", of several sources "9 = Copper 1 + JustCall 8". */
export function recordsSum(cells: readonly WhyCell[], unit: Unit): string {
  const parts = bySource(cells, unit, "now");
  return `${exactSum(cells, unit, "now")}${parts.length > 1 ? ` = ${parts.join(" + ")}` : ""}`;
}

function bySource(cells: readonly WhyCell[], unit: Unit, field: "value" | "now" = "value"): readonly string[] {
  return [...grouped(cells, ({ source }) => SOURCES[source].title)].map(
    ([name, own]) => `${name} ${exactSum(own, unit, field)}`,
  );
}

function grouped(
  cells: readonly WhyCell[],
  nameOf: (cell: WhyCell) => string,
): ReadonlyMap<string, readonly WhyCell[]> {
  const groups = new Map<string, WhyCell[]>();
  for (const cell of cells) groups.set(nameOf(cell), [...(groups.get(nameOf(cell)) ?? []), cell]);
  return groups;
}
