import type { RichTextBlock } from "@slack/types";

/** A table: its first row is the heading, its first column the names; a row of one cell is a title, which moves no column. */
export type Columns = readonly (readonly string[])[];

const GAP = "  ";

/**
 * Draws tables of a few short columns, each in a box of its own, in a monospaced font: names to the left, numbers to the right, so
 * that their digits stand below each other. App Home takes no table, and a phone breaks what is wider than it.
 */
export function alignedTables(tables: readonly Columns[]): RichTextBlock {
  return {
    type: "rich_text",
    elements: tables.map((rows) => ({
      type: "rich_text_preformatted",
      elements: [{ type: "text", text: aligned(rows) }],
    })),
  };
}

/** How many characters the widest row of a table takes. */
export function widthOf(rows: Columns): number {
  const widths = widthsOf(rows);
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * Math.max(0, widths.length - 1);
}

function aligned(rows: Columns): string {
  const widths = widthsOf(rows);
  const cellOf = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cellOf).join(GAP).trimEnd()).join("\n");
}

function widthsOf(rows: Columns): readonly number[] {
  const [heads = []] = rows;
  const isTitle = (row: readonly string[]) => row.length === 1 && heads.length > 1;
  const counted = rows.filter((row) => !isTitle(row));
  return heads.map((_, column) => Math.max(...counted.map((row) => row[column]?.length ?? 0)));
}
