import { isJson, type Json, listOf } from "../json";
import { checkEach, checkKeys, type ReportFault } from "./check";
import { LIMITS } from "./limits";

/** Checks a table: its rows, its cells, and the length of all its text. */
export function checkTable(report: ReportFault, pointer: string, table: Json): void {
  checkKeys(report, pointer, table, ["type", "block_id", "rows", "column_settings"]);
  checkRows(report, pointer, table.rows, { max: LIMITS.tableRows });
  if (listOf(table.column_settings).length > LIMITS.tableColumns) {
    report(`${pointer}/column_settings`, `no more than ${LIMITS.tableColumns} items allowed`);
  }
}

/** Checks a data table: like a table, with a heading row, a caption, and rows of equal length. */
export function checkDataTable(report: ReportFault, pointer: string, table: Json): void {
  checkKeys(report, pointer, table, ["type", "block_id", "caption", "rows", "page_size", "row_header_column_index"]);
  checkRows(report, pointer, table.rows, { min: 2, max: LIMITS.dataTableRows });
  const rows = listOf(table.rows);
  if (rows.some((row) => listOf(row).length !== listOf(rows[0]).length)) {
    report(`${pointer}/rows`, "must all be as long as the heading row");
  }
  if (typeof table.caption !== "string" || table.caption === "") report(`${pointer}/caption`, "is required");
  if (listOf(rows[0]).some((cell) => isJson(cell) && cell.type === "rich_text")) {
    report(`${pointer}/rows/0`, "a heading cell cannot be rich_text");
  }
  const header = table.row_header_column_index;
  if (header !== undefined && !(typeof header === "number" && header >= 0 && header < listOf(rows[0]).length)) {
    report(`${pointer}/row_header_column_index`, "must be the number of a column");
  }
  const size = table.page_size;
  if (size !== undefined && !(typeof size === "number" && size >= 1 && size <= 100)) {
    report(`${pointer}/page_size`, "must be a number from 1 to 100");
  }
}

/** The number of characters that a block, a cell or a text object shows. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textLength(each), 0);
  if (!isJson(value)) return 0;
  return Object.entries(value).reduce((sum, [field, inner]) => {
    if (field === "text" && typeof inner === "string") return sum + inner.length;
    return sum + textLength(inner);
  }, 0);
}

function checkRows(
  report: ReportFault,
  pointer: string,
  rows: unknown,
  rule: { readonly min?: number; readonly max: number },
): void {
  if (!Array.isArray(rows)) {
    report(`${pointer}/rows`, "must be an array");
    return;
  }
  if (rows.length < (rule.min ?? 1)) report(`${pointer}/rows`, `no fewer than ${rule.min ?? 1} items allowed`);
  if (rows.length > rule.max) report(`${pointer}/rows`, `no more than ${rule.max} items allowed`);
  if (textLength(rows) > LIMITS.tableText) report(pointer, `holds more than ${LIMITS.tableText} characters`);
  for (const [at, row] of rows.entries()) {
    checkEach(report, `${pointer}/rows/${at}`, { of: row, max: LIMITS.tableColumns }, (itemPointer, cell) => {
      checkCell(report, itemPointer, cell);
    });
  }
}

function checkCell(report: ReportFault, pointer: string, cell: Json): void {
  if (cell.type !== "raw_text" && cell.type !== "raw_number" && cell.type !== "rich_text") {
    report(pointer, "must be raw_text, raw_number or rich_text");
  }
  if (cell.type === "raw_number" && !(typeof cell.value === "number" && Number.isFinite(cell.value))) {
    report(`${pointer}/value`, "must be a finite number");
  }
  if (cell.type === "raw_text" && (typeof cell.text !== "string" || cell.text === "")) {
    report(`${pointer}/text`, "must be more than 0 characters");
  }
}
