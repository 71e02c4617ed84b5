import type { ImportPreview, LackingColumns } from "../../../order-importer";
import { nearestName } from "../cells/nearest-name";
import { type Column, columnIndexes, headerKey, ITEM_COLUMNS, LINE_COLUMNS, ORDER_COLUMNS } from "./columns";
import { NativeReader } from "./native-reader";
import type { ReadSettings, RowReader } from "./read-order";
import { ReportReader } from "./report-reader";

/** What the header rows of a file say it is: a reader of the rows below, or why there is none. */
export type Format =
  | { readonly format: NonNullable<ImportPreview["format"]>; readonly reader: RowReader }
  | { readonly refused: string; readonly columns: LackingColumns };

/** How many rows the header has: Fishbowl's own export has one for orders and one for their items. */
export function headerRows(first: readonly string[]): 1 | 2 {
  return isNative(first) ? 2 : 1;
}

/** Whether a row is the header of one of the two exports, or nearly so. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  if (isNative(cells)) return true;
  return columnIndexes(cells, LINE_COLUMNS).missing.length <= 1;
}

/** Finds the format by its header alone, in whatever order the columns are. */
export function formatOf([first = [], second = []]: readonly (readonly string[])[], settings: ReadSettings): Format {
  if (isNative(first)) return nativeFormat([first, second], settings);
  const { places, missing } = columnIndexes(first, LINE_COLUMNS);
  if (missing.length === 0) return { format: "per-line report", reader: new ReportReader(places, settings) };
  const isNone = missing.length === LINE_COLUMNS.filter((column) => column.required).length;
  const columns = lackingColumns(isNone ? null : "per-line report", [
    { header: first, columns: LINE_COLUMNS, missing },
  ]);
  if (!isNone) return { refused: `the header lacks ${lackWords(columns)}`, columns };
  return { refused: "the header matches neither Fishbowl's sales-order export nor the per-line report", columns };
}

function isNative(header: readonly string[]): boolean {
  return headerKey(header[0] ?? "") === "flag";
}

function nativeFormat([first = [], second = []]: readonly (readonly string[])[], settings: ReadSettings): Format {
  const [order, item] = [columnIndexes(first, ORDER_COLUMNS), columnIndexes(second, ITEM_COLUMNS)];
  if (order.missing.length + item.missing.length > 0) {
    const columns = lackingColumns("sales-order export", [
      { header: first, columns: ORDER_COLUMNS, missing: order.missing },
      { header: second, columns: ITEM_COLUMNS, missing: item.missing },
    ]);
    return { refused: `the two header rows lack ${lackWords(columns)}`, columns };
  }
  const reader = new NativeReader({ order: order.places, item: item.places }, settings);
  return { format: "sales-order export", reader };
}

interface Searched {
  readonly header: readonly string[];
  readonly columns: readonly Column<string>[];
  readonly missing: readonly string[];
}

/** How many columns of a file are named. */
const MAX_FOUND = 30;

function lackingColumns(of: LackingColumns["of"], rows: readonly Searched[]): LackingColumns {
  const found = rows.flatMap(({ header }) => header.map((name) => name.trim()).filter((name) => name !== ""));
  return {
    of,
    missing: rows.flatMap(withNearest),
    found: found.slice(0, MAX_FOUND).map(shortened),
    count: found.length,
  };
}

/** Finds for each missing column the header that is most like one of its names, of those that are none of ours. */
function withNearest({ header, columns, missing }: Searched): LackingColumns["missing"] {
  const known = new Set(columns.flatMap(({ names }) => names.map(headerKey)));
  const left = new Set(header.map((name) => name.trim()).filter((name) => name !== "" && !known.has(headerKey(name))));
  return missing.map((name) => {
    const names = columns.find((column) => column.names[0] === name)?.names ?? [name];
    const near = names.flatMap((one) => nearestName(one, [...left]) ?? [])[0] ?? null;
    if (near !== null) left.delete(near);
    return { name, near: near === null ? null : shortened(near) };
  });
}

/** '"SO Item ID", "Total Price" (is it "Totl Price"?)'. */
function lackWords({ missing }: LackingColumns): string {
  return missing.map(({ name, near }) => (near === null ? `"${name}"` : `"${name}" (is it "${near}"?)`)).join(", ");
}

function shortened(name: string): string {
  return name.length <= 40 ? name : `${name.slice(0, 39)}…`;
}
