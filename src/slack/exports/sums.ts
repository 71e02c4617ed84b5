import { type MetricType, metricOf } from "../../metrics/metrics";
import type { Why } from "../../why/why";
import { exactFigure } from "../../words/figures";
import { counted, metricNoun } from "../ui/text";
import { columnOf } from "./caption";
import type { CsvCell } from "./csv";

type Rows = readonly (readonly CsvCell[])[];

/** "The amounts add up to *$35,992*."; nothing where the rows do not, as where some are not in the file. */
export function partSum(
  rows: Rows,
  { type, value }: { readonly type: MetricType; readonly value: number },
): string | null {
  const { unit } = metricOf(type);
  return Math.abs(added(columnOf(rows, "Amount")) - value) < 0.005
    ? `The amounts add up to *${exactFigure(value, unit)}${nounOf(type, value)}*.`
    : null;
}

/** "The rows that count add up to *41 calls*."; of talk time in seconds, too; `null` where the file has not all of them, or they were not kept. */
export function recordSum(
  rows: Rows,
  { type, figure: whole, pages }: Pick<Why, "type" | "figure" | "pages">,
): string | null {
  const { unit } = metricOf(type);
  const counts = columnOf(rows, "Counts");
  const amount = added(columnOf(rows, "Amount").filter((_, at) => counts[at] === "yes"));
  const value = unit === "minutes" ? amount / 60 : amount;
  // Seconds are made minutes once a day and source.
  const rounding = unit === "minutes" ? 0.005 * (whole.cells.length + 1) : 0.005;
  if (pages > 1 || Math.abs(value - whole.now) > rounding) return null;
  const seconds = unit === "minutes" ? `${counted(amount, "second")}, ` : "";
  return `The rows with *yes* under *Counts* add up to ${seconds}*${exactFigure(value, unit)}${nounOf(type, value)}*.`;
}

/** " calls", " email": what is counted; nothing of what has a unit of its own. */
function nounOf(type: MetricType, amount: number): string {
  return metricOf(type).unit === "count" ? ` ${metricNoun(type, amount)}` : "";
}

/** The sum of numbers, to the cent. */
export function added(cells: readonly CsvCell[]): number {
  return Math.round(cells.reduce<number>((total, cell) => total + Number(cell) * 100, 0)) / 100;
}
