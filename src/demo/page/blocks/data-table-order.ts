import { type Json, objectsOf, textOf } from "../../slack/json";

/** By which column rows are sorted, and in which direction. */
export interface Sorting {
  readonly column: number;
  readonly down: boolean;
}

/** Sorts up first, then down, then as the rows were sent. */
export function nextSort(sorting: Sorting | null, column: number): Sorting | null {
  if (sorting?.column !== column) return { column, down: false };
  return sorting.down ? null : { column, down: true };
}

/** The rows in order, numbers by their size and words as people sort them; equal ones stay in their places. */
export function sorted(rows: readonly (readonly Json[])[], sorting: Sorting | null): readonly (readonly Json[])[] {
  if (sorting === null) return rows;
  const { column, down } = sorting;
  return [...rows].sort((a, b) => (down ? -1 : 1) * compared(cellValue(a[column]), cellValue(b[column])));
}

/** One page of the rows; a page too far is the last one. */
export function pageOf<Row>(
  rows: readonly Row[],
  { page: asked, size }: { readonly page: number; readonly size: number },
): {
  readonly rows: readonly Row[];
  readonly page: number;
  readonly pages: number;
  /** The numbers of the first and the last row shown, from 1 on. */
  readonly first: number;
  readonly last: number;
} {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(asked, pages - 1);
  const shown = rows.slice(page * size, (page + 1) * size);
  return { rows: shown, page, pages, first: page * size + 1, last: page * size + shown.length };
}

function compared(a: number | string, b: number | string): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true, sensitivity: "base" });
}

/** A cell as it is sorted: a number as one, anything else by its words. */
function cellValue(cell: Json | undefined): number | string {
  if (cell === undefined) return "";
  if (cell.type === "raw_number") return Number(cell.value);
  if (cell.type === "raw_text") return textOf(cell.text) ?? "";
  return words(cell);
}

/** All text of a rich text, in its order. */
function words(part: Json): string {
  const own = textOf(part.text) ?? textOf(part.name) ?? "";
  return own + objectsOf(part.elements).map(words).join("");
}
