import type { LackingColumns } from "../sources/order-importer";
import { counted, inFull } from "../words/counts";
import { BOTH_FORMATS, ORDER_FORMATS } from "./order-formats";

/** How many columns of a file are named. */
const MAX_FOUND = 12;

/** Says what a file's columns need: "3 columns missing, 2 named differently"; where each only has another name, "Rename 2 columns". */
export function columnsToDo(columns: LackingColumns): string {
  const { absent, renamed } = parted(columns);
  if (areRenamed(columns)) return `Rename ${counted(renamed.length, "column")}`;
  const others = renamed.length === 0 ? "" : `, ${inFull(renamed.length)} named differently`;
  return `${counted(absent.length, "column")} missing${others}`;
}

/** Says that nothing is imported, and why. */
export function columnsHeadline(columns: LackingColumns): string {
  if (columns.of === null) return "This isn't a file of orders, so nothing was imported.";
  const { absent, renamed } = parted(columns);
  const areOthers = `${renamed.length === 1 ? "is" : "are"} named differently`;
  if (areRenamed(columns)) return `${counted(renamed.length, "column")} ${areOthers}, so nothing was imported.`;
  const others = renamed.length === 0 ? "" : ` and ${inFull(renamed.length)} ${areOthers}`;
  const are = absent.length === 1 ? "is" : "are";
  return `${counted(absent.length, "column")} ${are} missing${others}, so nothing was imported.`;
}

/** Says how to get a file that can be imported, without the end of the sentence: one way that mends all that is missing. */
export function columnsRemedy(columns: LackingColumns): string {
  if (columns.of === null) return `Get ${BOTH_FORMATS} with these columns`;
  const { absent, renamed } = parted(columns);
  const { looksLike, again } = ORDER_FORMATS[columns.of];
  const these = columns.missing.length === 1 ? "this column" : "these columns";
  const change = absent.length > 0 && renamed.length > 0 ? "these changes" : these;
  return `It looks like ${looksLike}. ${areRenamed(columns) ? `Rename ${these} in it` : `${again} with ${change}`}`;
}

/** Says the other way: the other kind of file; `null` of what is of neither. */
export function otherRemedy({ of }: LackingColumns): string | null {
  return of === null ? null : ORDER_FORMATS[of].other;
}

/**
 * The missing columns: where the file may have some of them under another name, two lines, 'Add: "Account ID", "Sales Rep"' and
 * 'Rename: "Totl Price" → "Total Price"'; where all or none of them, a line each, 'Rename "Totl Price" to "Total Price"' or '"Account ID"'.
 * What is no file of orders needs all of them, by their names alone.
 */
export function missingLines(columns: LackingColumns, clean: (name: string) => string): readonly string[] {
  if (columns.of === null) return columns.missing.map(({ name }) => name);
  const { absent, renamed } = parted(columns);
  const names = absent.map(({ name }) => `"${name}"`);
  if (renamed.length === 0) return names;
  if (absent.length === 0) return renamed.map(({ name, near }) => `Rename "${clean(near)}" to "${name}"`);
  const pairs = renamed.map(({ name, near }) => `"${clean(near)}" → "${name}"`);
  return [`Add: ${names.join(", ")}`, `Rename: ${pairs.join(", ")}`];
}

/** The missing columns that a file has nothing of, and those that it may have under another name. */
function parted({ missing }: LackingColumns) {
  return {
    absent: missing.filter(({ near }) => near === null),
    renamed: missing.flatMap(({ name, near }) => (near === null ? [] : [{ name, near }])),
  };
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
