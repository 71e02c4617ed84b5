import type { LackingColumns } from "../sources/order-importer";
import { counted, inFull } from "../words/counts";

/** How many columns of a file are named. */
const MAX_FOUND = 12;

/** Says what a file's columns need: "5 columns missing"; where each only has another name, "Rename 2 columns". */
export function columnsToDo(columns: LackingColumns): string {
  const count = counted(columns.missing.length, "column");
  return areRenamed(columns) ? `Rename ${count}` : `${count} missing`;
}

/** Says that nothing is imported, and why. */
export function columnsHeadline({ of, missing }: LackingColumns): string {
  if (of === null) return "This isn't an order export, so nothing was imported.";
  return `${counted(missing.length, "column")} ${missing.length === 1 ? "is" : "are"} missing, so nothing was imported.`;
}

/** Says how to get a file that can be imported, without the end of the sentence: one way that mends all that is missing. */
export function columnsRemedy(columns: LackingColumns): string {
  if (columns.of === null)
    return "Get a sales-order export from Fishbowl as CSV, or a per-line report with these columns";
  const these = columns.missing.length === 1 ? "this column" : "these columns";
  return areRenamed(columns) ? `Rename ${these} in the file` : `Get a new ${columns.of} from Fishbowl with ${these}`;
}

/** Says the other way, where there is one. */
export function otherRemedy(columns: LackingColumns): string | null {
  return areRenamed(columns) ? `Or get a new ${columns.of} from Fishbowl.` : null;
}

/**
 * The missing columns, a line each: first those that the file has nothing of, '"Account ID"', then those that it may have under another name,
 * '"Total Price", or rename "Totl Price"'; where all have one, 'Rename "Totl Price" to "Total Price"'. What is no order export needs all of
 * them, by their names alone.
 */
export function missingLines(columns: LackingColumns, clean: (name: string) => string): readonly string[] {
  const { of, missing } = columns;
  if (of === null) return missing.map(({ name }) => name);
  const other = areRenamed(columns)
    ? (name: string, near: string) => `Rename "${clean(near)}" to "${name}"`
    : (name: string, near: string) => `"${name}", or rename "${clean(near)}"`;
  return [
    ...missing.flatMap(({ name, near }) => (near === null ? [`"${name}"`] : [])),
    ...missing.flatMap(({ name, near }) => (near === null ? [] : [other(name, near)])),
  ];
}

/** Whether a file may have all that it lacks, under other names. */
function areRenamed({ of, missing }: LackingColumns): boolean {
  return of !== null && missing.every(({ near }) => near !== null);
}

/** "Found in the file: SONum, Status, Total"; `null` where it names no column. */
export function foundLine({ found, count: all }: LackingColumns, clean: (name: string) => string): string | null {
  if (all === 0) return null;
  const shown = found.slice(0, MAX_FOUND);
  const more = all - shown.length;
  return `Found in the file: ${shown.map(clean).join(", ")}${more > 0 ? ` and ${inFull(more)} more` : ""}`;
}
