/** Nothing of a row is of use beyond so many cells. */
const MOST_CELLS = 256;
const MOST_LETTERS = 4_000;
/** What a spreadsheet would run: a call, or a command of another program. */
const FORMULA = /^\s*[=+@-]\s*(?:[A-Za-z][\w.]*\(|[^|]*\|.*!)|^\s*=/;

/** Why no row like this is taken over, whatever its columns mean; `null` for one that is plain text. */
export function rowFault(cells: readonly string[], columns: number): string | null {
  if (cells.length > MOST_CELLS) return `it has more than ${MOST_CELLS} cells`;
  if (cells.slice(columns).some((cell) => cell.trim() !== "")) {
    return `it has ${cells.length} cells, its header ${columns}: is a quote or a comma too many in it?`;
  }
  for (const cell of cells) {
    const fault = cellFault(cell);
    if (fault !== null) return fault;
  }
  return null;
}

function cellFault(cell: string): string | null {
  if (cell.includes("\ufffd")) return "it holds bytes that are no UTF-8: save the file as 'CSV UTF-8'";
  if (cell.includes("\u0000")) return "it holds binary content: this is no CSV file";
  if (cell.length > MOST_LETTERS) return `a cell has more than ${MOST_LETTERS} characters: is a quote missing?`;
  return FORMULA.test(cell) ? `the cell '${shortened(cell)}' is a formula: export values` : null;
}

function shortened(cell: string): string {
  const text = cell.trim();
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
