import type { LackingColumns } from "../sources/order-importer";
import { counted, inFull } from "../words/counts";

/** How many columns of a file are named. */
const MAX_FOUND = 12;

/** Says what to do with a file's columns: "Add or rename 5 columns". */
export function columnsToDo({ missing }: LackingColumns): string {
  const named = missing.filter(({ near }) => near !== null).length;
  const does = named === 0 ? "Add" : named === missing.length ? "Rename" : "Add or rename";
  return `${does} ${counted(missing.length, "column")}`;
}

/** Says that nothing is imported, and why. */
export function columnsHeadline({ of, missing }: LackingColumns): string {
  if (of === null) return "This isn't an order export, so nothing was imported.";
  return `${counted(missing.length, "column")} ${missing.length === 1 ? "is" : "are"} missing, so nothing was imported.`;
}

/** Says how to get a file that can be imported. */
export function columnsRemedy({ of, missing }: LackingColumns): string {
  if (of === null) {
    return "Export from Fishbowl as CSV: the sales orders, or the per-line report with these columns.";
  }
  const which = of === "per-line report" ? "the per-line report" : "sales orders";
  const these = missing.length === 1 ? "this column" : "these columns";
  const named = missing.filter(({ near }) => near !== null).length;
  if (named === 0) return `Export ${which} from Fishbowl again with ${these}.`;
  if (named === missing.length) return `Rename ${these}, or export ${which} from Fishbowl again.`;
  return `Export ${which} from Fishbowl again with the columns to add, and rename the others.`;
}

/**
 * The missing columns, a line each: first those that the file may have under another name, 'Rename "Totl Price" to "Total Price"', then
 * 'Add "Account ID"'. What is no order export needs all of them, by their names alone.
 */
export function missingLines({ of, missing }: LackingColumns, clean: (name: string) => string): readonly string[] {
  if (of === null) return missing.map(({ name }) => name);
  return [
    ...missing.flatMap(({ name, near }) => (near === null ? [] : [`Rename "${clean(near)}" to "${name}"`])),
    ...missing.flatMap(({ name, near }) => (near === null ? [`Add "${name}"`] : [])),
  ];
}

/** "Found in the file: SONum, Status, Total"; `null` where it names no column. */
export function foundLine({ found, count: all }: LackingColumns, clean: (name: string) => string): string | null {
  if (all === 0) return null;
  const shown = found.slice(0, MAX_FOUND);
  const more = all - shown.length;
  return `Found in the file: ${shown.map(clean).join(", ")}${more > 0 ? ` and ${inFull(more)} more` : ""}`;
}
