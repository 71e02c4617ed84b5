/** What a cell is for: which of a spreadsheet's traces in it can be read, and which cannot be meant. */
export type CellUse = "id" | "number" | "name" | "word" | "goods";

const ZERO_WIDTH = /[\u200b\u2060\ufeff]/;
const ZERO_WIDTHS = /[\u200b\u2060\ufeff]/g;
/** As Excel, LibreOffice and Google Sheets write what went wrong in a cell, or a column that is too narrow. */
const ERROR = /^(#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|[A-Z_]+[!?])|#{2,}|Err:\d{3})$/i;
const NULL_WORD = /^([(<[]?null[)>\]]?|\\N|nil|nan|none|undefined|n\/a)$/i;
const LONGEST_NULL = 9;
const SCIENTIFIC = /^[-+]?\d+(?:[.,]\d+)?E[-+]\d+$|^[-+]?\d+[.,]\d+E\d+$/i;

/** A cell without the marks of a spreadsheet: spaces around it, characters of no width, an apostrophe that guards it. */
export function cleanCell(cell: string, use: CellUse): string {
  const text = (ZERO_WIDTH.test(cell) ? cell.replace(ZERO_WIDTHS, "") : cell).trim();
  if (!text.startsWith("'")) return text;
  // A name may begin with one: 't Hooft. What a spreadsheet guards there is no letter.
  return text.replace(use === "name" || use === "goods" ? /^'(?=[^\p{L}\s'])/u : /^'/, "").trim();
}

/** Whether a number is written so that some of its digits are lost. */
export function isScientific(text: string): boolean {
  return SCIENTIFIC.test(text);
}

/** Why what stands in a cell cannot be meant, said of the column; `null` when it can. */
export function meaningFault(text: string, { use, header }: { use: CellUse; header: string }): string | null {
  if (ERROR.test(text)) return `"${header}" holds a spreadsheet's error, ${text}: enter its value`;
  if (use !== "goods" && use !== "number" && text.length <= LONGEST_NULL && NULL_WORD.test(text)) {
    return `"${header}" says "${text}", which stands for nothing: fill in the cell or clear it`;
  }
  if (use === "id" && isScientific(text)) {
    return `"${header}" says "${text}" in scientific notation, so digits are lost: enter all of them`;
  }
  return null;
}

/** What a spreadsheet would run: a call, or a command of another program. A name may begin with a dash. */
const FORMULA = /^\s*(?:=|[+@]\s*[A-Za-z][\w.]*\(|[+@-][^|]*\|.*!)/;
/** A row may have at most so many cells. */
export const MAX_CELLS = 256;
const MAX_LETTERS = 4_000;

/** Why no row like this is taken over, whatever its columns mean; `null` for one that is plain text. */
export function rowFault(cells: readonly string[], columns: number): string | null {
  if (cells.length > MAX_CELLS) return `it has more than ${MAX_CELLS} cells`;
  if (cells.some((cell) => /^\s+"/.test(cell))) {
    return "a space stands before a quote in it, so it's unclear where its cells end: export it without spaces around the separators";
  }
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
  if (cell.includes("\ufffd")) return "it isn't UTF-8: save the file as CSV UTF-8";
  if (cell.includes("\u0000")) return "it holds binary content: this isn't a CSV file";
  if (cell.length > MAX_LETTERS) return `a cell has more than ${MAX_LETTERS} characters: is a quote missing?`;
  return FORMULA.test(cell) ? `the cell "${shortened(cell)}" is a formula: export values` : null;
}

function shortened(cell: string): string {
  const text = cell.trim();
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
