import { foldName } from "../../../../metrics/owner-name";
import type { ColumnIndexes } from "../file/columns";
import { type CellUse, cleanCell, meaningFault } from "./cell-faults";

/** What one column says of a field in one row. */
export interface FilledCell {
  readonly header: string;
  readonly text: string;
}

/** A row's cells, clean, by field. */
export interface Cells<Field extends string> {
  /** The first that is filled, by the order of the field's headers; empty where none is. */
  first(field: Field): string;
  /** Every one that is filled, in that order. */
  filled(field: Field): readonly FilledCell[];
}

/**
 * Picks a row's cells. A header that stands twice must say the same twice.
 *
 * @returns the reason, where the row is refused for a cell.
 */
export function pick<Field extends string>(
  row: readonly string[],
  places: ColumnIndexes<Field>,
): Cells<Field> | string {
  const cells = new Map<Field, readonly FilledCell[]>();
  for (const [field, { column, places: found }] of places) {
    const filled: FilledCell[] = [];
    for (const { header, at } of found) {
      const text = textOf(row, { at, use: column.use });
      if (text === "") continue;
      if (typeof text !== "string") {
        const [first, other] = text;
        return `its column for the ${fieldName(field)} stands twice and says "${first}" and "${other}"`;
      }
      const fault = meaningFault(text, { use: column.use, header });
      if (fault !== null) return fault;
      filled.push({ header, text });
    }
    if (filled.length > 0) cells.set(field, filled);
  }
  return { first: (field) => cells.get(field)?.[0]?.text ?? "", filled: (field) => cells.get(field) ?? NONE };
}

const NONE: readonly FilledCell[] = [];

/** The text of a header that may stand in several places; two that it says, where they differ. */
function textOf(
  row: readonly string[],
  { at, use }: { at: readonly number[]; use: CellUse },
): string | [string, string] {
  let found = "";
  for (const place of at) {
    const text = cleanCell(row[place] ?? "", use);
    if (text === "" || text === found) continue;
    if (found !== "") return [found, text];
    found = text;
  }
  return found;
}

/** `customerName` as "customer name". */
function fieldName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** How a field's cells are compared: those that mean the same do not disagree. */
export type Meaning<Field extends string> = (field: Field, text: string) => string;

/** Counts the rows in which two columns of one field say different things. */
export class Disagreements<Field extends string> {
  private readonly found = new Map<string, { rows: number; readonly example: string; readonly field: Field }>();

  constructor(
    private readonly places: ColumnIndexes<Field>,
    private readonly meaning: Meaning<Field> = (_field, text) => foldName(text),
  ) {}

  take(row: number, cells: Cells<Field>): void {
    for (const [field, { column }] of this.places) {
      if (column.mayDiffer) continue;
      const filled = cells.filled(field);
      const [first, ...others] = filled.length > 1 ? filled : [];
      if (first === undefined) continue;
      const other = others.find(({ text }) => this.meaning(field, text) !== this.meaning(field, first.text));
      if (other === undefined) continue;
      const between = `"${first.header}" and "${other.header}"`;
      const example = `row ${row}: "${first.text}" and "${other.text}"`;
      const before = this.found.get(between);
      if (before === undefined) this.found.set(between, { rows: 1, example, field });
      else before.rows += 1;
    }
  }

  /** A sentence for each pair of columns. */
  notices(): readonly string[] {
    return [...this.found].map(([between, { rows, example, field }]) => {
      const which = field === "salesman" ? "the first of them that is matched to a rep" : "the first of them";
      return `${between} disagree in ${rows.toLocaleString("en-US")} ${rows === 1 ? "row" : "rows"} (${example}): ${which} counts.`;
    });
  }
}
