import type { ImportPreview } from "../sources/order-importer";
import { inFull } from "../words/counts";
import { columnsHeadline, columnsRemedy, foundLine, missingLines, otherRemedy } from "./import-columns";
import { ORDER_FORMATS } from "./order-formats";

/** With more rows than these of one kind, one of their reasons stands for all. */
const MAX_SINGLE = 3;
/** How many rows of a kind are named. */
const MAX_ROWS = 5;

/** Says in a sentence that nothing is imported, and why. */
export function refusedHeadline({
  format,
  refused,
  columns,
}: Pick<ImportPreview, "format" | "refused" | "columns">): string {
  if (columns !== undefined) return columnsHeadline(columns);
  if (format === null) return "I can't read orders from this file, so nothing was imported.";
  const { count } = refused;
  return `${inFull(count)} ${count === 1 ? "row has a problem" : "rows have problems"}, so nothing was imported.`;
}

/** Says what mends rows that are refused, if nobody fixes them in the file; `null` of no export. */
export function rowsRemedy({ format }: Pick<ImportPreview, "format">): string | null {
  if (format === null) return null;
  return `${ORDER_FORMATS[format].orAgain}, and don't open the file in a spreadsheet.`;
}

/** Says in plain lines what is to be done: which columns are missing, or which rows are refused and why. */
export function refusedLines(
  preview: Pick<ImportPreview, "format" | "refused" | "columns">,
  options: { readonly clean: (name: string) => string; readonly most: number },
): readonly string[] {
  const { columns } = preview;
  if (columns === undefined) {
    const rows = refusalLines(preview, { cleanSentence: options.clean, most: options.most });
    return [...rows, ...[rowsRemedy(preview)].filter((line) => line !== null)];
  }
  return [
    `${columnsRemedy(columns)}:`,
    ...missingLines(columns, options.clean).map((line) => `• ${line}`),
    ...[otherRemedy(columns), foundLine(columns, options.clean)].filter((line) => line !== null),
  ];
}

/**
 * The refused rows by what is wrong with them, the most rows first: "Row 16: its Date 'soon' isn't a date like 10/15/2026",
 * "Rows 16, 17, 18, 19, 20 and 985 more: for example, its Date 'soon' …".
 */
export function refusalLines(
  { refused }: Pick<ImportPreview, "refused">,
  { cleanSentence, most }: { readonly cleanSentence: (sentence: string) => string; readonly most: number },
): readonly string[] {
  const shown = refused.kinds.slice(0, most);
  const lines = shown.flatMap(({ reason, count, rows }) => {
    const known = refused.rows.filter(({ row }) => rows.includes(row));
    if (count <= MAX_SINGLE && known.length === count) return singleLines(known);
    const named = rows.slice(0, MAX_ROWS);
    const more = count > named.length ? ` and ${inFull(count - named.length)} more` : "";
    // The reasons of a kind differ in what they quote and in their numbers; of the last rows they aren't known.
    const mayDiffer = count > 1 && known.length < count && /["\d]/.test(reason);
    const differ = mayDiffer || known.some((one) => one.reason !== reason);
    return [`${named.map(inFull).join(", ")}${more}: ${differ ? "for example, " : ""}${reason}`];
  });
  const more = refused.count - shown.reduce((sum, { count }) => sum + count, 0);
  return [
    ...lines.map((line) => cleanSentence(`${/^[\d,]+:/.test(line) ? "Row" : "Rows"} ${line}`)),
    ...(more > 0
      ? [
          `${lines.length === 0 ? "" : "and "}${inFull(more)} ${lines.length === 0 ? "" : "more "}${more === 1 ? "row" : "rows"}`,
        ]
      : []),
  ];
}

/** "16: …", or "16, 17: …" where rows have the same reason. */
function singleLines(rows: ImportPreview["refused"]["rows"]): readonly string[] {
  const reasons = new Map<string, readonly string[]>();
  for (const { row, reason } of rows) reasons.set(reason, [...(reasons.get(reason) ?? []), inFull(row)]);
  return [...reasons].map(([reason, of]) => `${of.join(", ")}: ${reason}`);
}
