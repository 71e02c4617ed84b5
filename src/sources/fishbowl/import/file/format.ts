import type { ImportPreview } from "../../../order-importer";
import { nearestName } from "../cells/nearest-name";
import { type Column, columnIndexes, headerKey, ITEM_COLUMNS, LINE_COLUMNS, ORDER_COLUMNS } from "./columns";
import { NativeReader } from "./native-reader";
import type { ReadSettings, RowReader } from "./read-order";
import { ReportReader } from "./report-reader";

/** What the header rows of a file say it is: a reader of the rows below, or why there is none. */
export type Format =
  | { readonly format: NonNullable<ImportPreview["format"]>; readonly reader: RowReader }
  | { readonly refused: string };

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
  const required = LINE_COLUMNS.filter((column) => column.required).length;
  if (missing.length < required) {
    const lacks = lackWords(missing, { header: first, columns: LINE_COLUMNS });
    return { refused: `the header lacks ${lacks.join(", ")}: export the report with these columns` };
  }
  const which = "the header matches neither Fishbowl's sales-order export nor the per-line report";
  return { refused: `${which}: it has ${foundWords(first)}` };
}

function isNative(header: readonly string[]): boolean {
  return headerKey(header[0] ?? "") === "flag";
}

function nativeFormat([first = [], second = []]: readonly (readonly string[])[], settings: ReadSettings): Format {
  const [order, item] = [columnIndexes(first, ORDER_COLUMNS), columnIndexes(second, ITEM_COLUMNS)];
  const lacks = [
    ...(order.missing.length === 0 ? [] : [lackWords(order.missing, { header: first, columns: ORDER_COLUMNS })]),
    ...(item.missing.length === 0 ? [] : [lackWords(item.missing, { header: second, columns: ITEM_COLUMNS })]),
  ];
  if (lacks.length > 0)
    return {
      refused: `of the two header rows one ${lacks.map((words) => `lacks ${words.join(", ")}`).join(", one ")}: export sales orders again`,
    };
  const reader = new NativeReader({ order: order.places, item: item.places }, settings);
  return { format: "sales-order export", reader };
}

interface Searched {
  readonly header: readonly string[];
  readonly columns: readonly Column<string>[];
}

/** "'Total Price' (the nearest it has is 'Totl Price')", by the headers that are none of ours. */
function lackWords(missing: readonly string[], { header, columns }: Searched): readonly string[] {
  const known = new Set(columns.flatMap(({ names }) => names.map(headerKey)));
  const unknown = header.map((name) => name.trim()).filter((name) => name !== "" && !known.has(headerKey(name)));
  return missing.map((name) => {
    const names = columns.find((column) => column.names[0] === name)?.names ?? [name];
    const near = names.flatMap((one) => nearestName(one, unknown) ?? [])[0];
    if (near !== undefined) return `'${name}' (the nearest it has is '${shortened(near)}')`;
    return unknown.length === 0
      ? `'${name}'`
      : `'${name}' (unknown in it: ${unknown
          .slice(0, MAX_FOUND)
          .map((one) => `'${shortened(one)}'`)
          .join(", ")})`;
  });
}

const MAX_FOUND = 4;

/** "'Name' (nearest: 'Customer Name'), 'Age'". */
function foundWords(header: readonly string[]): string {
  const known = LINE_COLUMNS.flatMap(({ names }) => names);
  const found = header.map((name) => name.trim()).filter((name) => name !== "");
  const words = found.slice(0, MAX_FOUND).map((name) => {
    const near = nearestName(name, known);
    return near === null ? `'${shortened(name)}'` : `'${shortened(name)}' (nearest that is known: '${near}')`;
  });
  const more = found.length - words.length;
  return `${words.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function shortened(name: string): string {
  return name.length <= 40 ? name : `${name.slice(0, 39)}…`;
}
