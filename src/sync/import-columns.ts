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
  const again = `xport ${which} from Fishbowl again with ${these}`;
  if (named === missing.length) return `E${again}, or rename ${missing.length === 1 ? "it" : "them"} in the file.`;
  return `E${again}.${named === 0 ? "" : " Those in quotes can be renamed instead."}`;
}

/** The missing columns, a line each: first those that the file may have under another name, as 'Total Price: is it "Totl Price"?'. */
export function missingLines({ missing }: LackingColumns, clean: (name: string) => string): readonly string[] {
  return [
    ...missing.flatMap(({ name, near }) => (near === null ? [] : [`${name}: is it "${clean(near)}"?`])),
    ...missing.flatMap(({ name, near }) => (near === null ? [name] : [])),
  ];
}

/** "Found in the file: SONum, Status, Total"; `null` where it names no column. */
export function foundLine({ found, count: all }: LackingColumns, clean: (name: string) => string): string | null {
  if (all === 0) return null;
  const shown = found.slice(0, MAX_FOUND);
  const more = all - shown.length;
  return `Found in the file: ${shown.map(clean).join(", ")}${more > 0 ? ` and ${inFull(more)} more` : ""}`;
}
