import type { ImportPreview, ImportRefusal, LackingColumns, RefusedKind } from "../../../order-importer";
import { rowFault } from "../cells/cell-faults";
import { formatOf, headerRows, looksLikeHeader } from "./format";
import type { ReadOrder, ReadSettings, RowReader } from "./read-order";
import { RefusedKinds } from "./refused-kinds";

/** A file may have at most so many rows below its header. */
export const MAX_ROWS = 50_000;
/** As many may be blank, wherever they stand. */
const MAX_BLANK_ROWS = 50_000;
/** How many refused rows are named. */
const MAX_NAMED = 50;
/** How far below a first row that is no header one is looked for, to be named. */
const MAX_TITLE_ROWS = 20;

/** A file as it was read: its orders, or which rows are refused. */
export interface ReadFile {
  readonly format: ImportPreview["format"];
  readonly rows: number;
  readonly orders: readonly ReadOrder[];
  readonly refused: ImportPreview["refused"];
  /** Absent unless the file is refused for its columns. */
  readonly columns?: LackingColumns;
  readonly unknownStatuses: ReadonlyMap<string, number>;
  /** Whether the file says which status an order has. */
  readonly hasStatus: boolean;
  /** What was decided for want of better, and what was left out, in sentences. */
  readonly notices: readonly string[];
}

/** The whole file is of no use from this row on. */
export class Unusable extends Error {
  constructor(
    readonly row: number,
    reason: string,
    /** The columns that are missing, if that is the reason. */
    readonly lacking?: LackingColumns,
  ) {
    super(reason);
  }
}

/** A first row that is no header, and why. */
interface Title {
  readonly row: number;
  readonly cells: readonly string[];
  readonly fault: string;
  readonly lacking: LackingColumns;
}

/** A file while its rows come in. */
export class FileReading {
  private row = 0;
  private header: readonly (readonly string[])[] = [];
  private columns = 0;
  private title: Title | null = null;
  private format: ImportPreview["format"] = null;
  private reader: RowReader | null = null;
  private rows = 0;
  private blankRows = 0;
  private named: ImportRefusal[] = [];
  private useless: ImportRefusal | null = null;
  private lacking: LackingColumns | undefined;
  private count = 0;
  private readonly kinds = new RefusedKinds();

  constructor(private readonly settings: ReadSettings) {}

  /** @param fault why the row cannot be read, where that shows before its cells do. */
  take(cells: readonly string[], fault: string | null = null): void {
    this.row += 1;
    if (fault !== null) throw new Unusable(this.row, fault);
    if (cells.every((cell) => cell.trim() === "")) {
      this.takeBlank();
      return;
    }
    if (this.reader === null) {
      this.takeHeader(cells);
      return;
    }
    this.rows += 1;
    if (this.rows > MAX_ROWS) {
      throw new Unusable(
        this.row,
        `the file has more than ${MAX_ROWS.toLocaleString("en-US")} rows: import it in parts`,
      );
    }
    const again = this.header.some((header) => header.every((name, index) => name === cells[index]));
    const wrong = again ? "the header appears here again: use one export per file" : rowFault(cells, this.columns);
    const reason = wrong ?? this.reader.take(this.row, cells);
    if (reason !== null) this.refuse(this.row, reason);
  }

  refuse(row: number, reason: string): void {
    this.count += 1;
    this.kinds.add(row, reason);
    this.named.push({ row, reason });
    if (this.named.length > 2 * MAX_NAMED) this.named = firstRows(this.named);
  }

  /** Refuses the whole file; that reason is listed before what is wrong with single rows. */
  refuseAll({ row, message: reason, lacking }: Pick<Unusable, "row" | "message" | "lacking">): void {
    this.count += 1;
    this.useless = { row, reason };
    this.lacking = lacking;
  }

  /** Ends the file order by order, so that whoever reads it can let others run between them; returns what was read. */
  *end(): Generator<void, ReadFile> {
    if (this.title !== null && this.reader === null && this.count === 0) this.refuseAll(untitled(this.title));
    if (this.reader === null && this.count === 0) this.refuse(1, "the file has no header");
    const refusals: ImportRefusal[] = [];
    const found: ReadOrder[] = [];
    for (const order of this.reader?.orders((row, reason) => void refusals.push({ row, reason })) ?? []) {
      found.push(order);
      yield;
    }
    if (this.reader !== null && this.rows === 0 && this.count === 0)
      this.refuse(this.row, "the file has no row below its header");
    for (const { row, reason } of refusals) this.refuse(row, reason);
    return {
      format: this.format,
      rows: this.rows,
      orders: this.count === 0 ? found : [],
      refused: {
        count: this.count,
        rows: [this.useless ?? [], firstRows(this.named)].flat().slice(0, MAX_NAMED),
        kinds: [this.useless === null ? [] : whole(this.useless), this.kinds.all()].flat(),
      },
      ...(this.lacking === undefined ? {} : { columns: this.lacking }),
      unknownStatuses: this.reader?.unknownStatuses ?? new Map(),
      hasStatus: found.every(({ status }) => status !== null),
      notices: this.reader?.notices() ?? [],
    };
  }

  private takeBlank(): void {
    this.blankRows += 1;
    if (this.blankRows <= MAX_BLANK_ROWS) return;
    const most = MAX_BLANK_ROWS.toLocaleString("en-US");
    throw new Unusable(this.row, `the file has more than ${most} blank rows: delete them`);
  }

  private takeHeader(cells: readonly string[]): void {
    const fault = rowFault(cells, cells.length);
    if (fault !== null) throw new Unusable(this.row, fault);
    if (this.title !== null) {
      this.takeBelowTitle(cells, this.title);
      return;
    }
    this.header = [...this.header, cells.map((cell) => cell.trim())];
    const [first = []] = this.header;
    if (this.header.length < headerRows(first)) return;
    const found = formatOf(this.header, this.settings);
    if ("refused" in found) {
      const row = this.row - this.header.length + 1;
      const title = { row, cells: first, fault: found.refused, lacking: found.columns };
      // A header of two rows is one, and of a report all but its names.
      if (this.header.length > 1 || looksLikeHeader(first)) throw untitled({ ...title, row: this.row });
      this.title = title;
      return;
    }
    this.columns = Math.max(...this.header.map(({ length }) => length));
    [this.format, this.reader] = [found.format, found.reader];
  }

  /** What stands first is no header: below it may be one. */
  private takeBelowTitle(cells: readonly string[], title: Title): void {
    const { row } = title;
    if (looksLikeHeader(cells)) {
      const said = title.cells
        .filter((cell) => cell !== "")
        .slice(0, 3)
        .join(", ");
      throw new Unusable(
        row,
        `"${said}" stands in row ${row}, and row ${this.row} looks like the header: delete the rows above it`,
      );
    }
    if (this.row - row >= MAX_TITLE_ROWS) throw untitled(title);
  }
}

/** There is no header below the first row either. */
function untitled({ row, fault, lacking }: Title): Unusable {
  return new Unusable(row, fault, lacking);
}

function whole({ row, reason }: ImportRefusal): RefusedKind {
  return { reason, count: 1, rows: [row] };
}

function firstRows(refusals: readonly ImportRefusal[]): ImportRefusal[] {
  return [...refusals].sort((a, b) => a.row - b.row).slice(0, MAX_NAMED);
}
