import type { ImportPreview, ImportRefusal } from "../../order-importer";
import { formatOf, headerRows } from "./format";
import type { ReadOrder, RowReader } from "./read-order";

/** A file may have at most so many rows below its header. */
export const MOST_ROWS = 50_000;
/** How many refused rows are named. */
const MOST_NAMED = 50;

/** A file as it was read: its orders, or which rows are refused. */
export interface ReadFile {
  readonly format: ImportPreview["format"];
  readonly rows: number;
  readonly orders: readonly ReadOrder[];
  readonly refused: ImportPreview["refused"];
  readonly unknownStatuses: ReadonlyMap<string, number>;
  /** Whether the file says which status an order has. */
  readonly hasStatus: boolean;
}

/** The whole file is of no use from this row on. */
export class Unusable extends Error {
  constructor(
    readonly row: number,
    reason: string,
  ) {
    super(reason);
  }
}

/** Nothing of a row is of use beyond so many cells. */
const MOST_CELLS = 256;
const MOST_LETTERS = 4_000;
/** What a spreadsheet would run: a call, or a command of another program. */
const FORMULA = /^\s*[=+@-]\s*(?:[A-Za-z][\w.]*\(|[^|]*\|.*!)|^\s*=/;

/** A file while its rows come in. */
export class FileReading {
  private row = 0;
  private readonly header: (readonly string[])[] = [];
  private awaited: number | null = null;
  private format: ImportPreview["format"] = null;
  private reader: RowReader | null = null;
  private rows = 0;
  private readonly named: ImportRefusal[] = [];
  private count = 0;

  take(cells: readonly string[]): void {
    this.row += 1;
    if (cells.every((cell) => cell.trim() === "")) return;
    if (this.reader === null) {
      this.takeHeader(cells);
      return;
    }
    this.rows += 1;
    if (this.rows > MOST_ROWS) {
      throw new Unusable(
        this.row,
        `the file has more than ${MOST_ROWS.toLocaleString("en-US")} rows: import it in parts`,
      );
    }
    const columns = Math.max(...this.header.map(({ length }) => length));
    const again = this.header.some((header) => header.every((name, index) => name === cells[index]));
    const fault = again ? "the header stands here again: a file holds one export" : rowFault(cells, columns);
    const reason = fault ?? this.reader.take(this.row, cells);
    if (reason !== null) this.refuse(this.row, reason);
  }

  refuse(row: number, reason: string): void {
    this.count += 1;
    if (this.named.length < MOST_NAMED) this.named.push({ row, reason });
  }

  /** What makes the whole file useless is told before what is wrong with single rows. */
  refuseAll(row: number, reason: string): void {
    this.count += 1;
    this.named.unshift({ row, reason });
    this.named.splice(MOST_NAMED);
  }

  result(): ReadFile {
    if (this.reader === null && this.count === 0) this.refuse(1, "the file has no header");
    const found = this.reader?.orders((row, reason) => this.refuse(row, reason)) ?? [];
    if (this.reader !== null && this.rows === 0) this.refuse(this.row, "the file has no row below its header");
    return {
      format: this.format,
      rows: this.rows,
      orders: this.count === 0 ? found : [],
      refused: { count: this.count, rows: this.named },
      unknownStatuses: this.reader?.unknownStatuses ?? new Map(),
      hasStatus: found.every(({ status }) => status !== null),
    };
  }

  private takeHeader(cells: readonly string[]): void {
    const fault = rowFault(cells, cells.length);
    if (fault !== null) throw new Unusable(this.row, fault);
    this.header.push(cells.map((cell) => cell.trim()));
    this.awaited ??= headerRows(cells);
    if (this.header.length < this.awaited) return;
    const found = formatOf(this.header);
    if ("refused" in found) throw new Unusable(this.row, found.refused);
    [this.format, this.reader] = [found.format, found.reader];
  }
}

/** Why no row like this is taken over, whatever its columns mean; `null` for one that is plain text. */
function rowFault(cells: readonly string[], columns: number): string | null {
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
