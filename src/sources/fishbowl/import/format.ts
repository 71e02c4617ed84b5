import type { ImportPreview } from "../../order-importer";
import { headerKey, ITEM_COLUMNS, LINE_COLUMNS, ORDER_COLUMNS, placesOf } from "./columns";
import { NativeReader } from "./native-reader";
import type { RowReader } from "./read-order";
import { ReportReader } from "./report-reader";

/** What the header rows of a file say it is: a reader of the rows below, or why there is none. */
export type Format =
  | { readonly format: NonNullable<ImportPreview["format"]>; readonly reader: RowReader }
  | { readonly refused: string };

/** How many rows the header has: Fishbowl's own export has one for orders and one for their items. */
export function headerRows(first: readonly string[]): 1 | 2 {
  return isNative(first) ? 2 : 1;
}

/** Finds the format by its header alone, in whatever order the columns are. */
export function formatOf([first = [], second = []]: readonly (readonly string[])[]): Format {
  if (isNative(first)) return nativeFormat(first, second);
  const { places, missing } = placesOf(first, LINE_COLUMNS);
  if (missing.length === 0) return { format: "per-line report", reader: new ReportReader(places) };
  const report = LINE_COLUMNS.filter(({ required }) => required).length;
  const lacks = `the header lacks ${missing.map((name) => `'${name}'`).join(", ")}`;
  if (missing.length < report) return { refused: `${lacks}: export the report with these columns` };
  return { refused: "the header is neither that of Fishbowl's sales-order export nor that of the per-line report" };
}

function isNative(header: readonly string[]): boolean {
  return headerKey(header[0] ?? "") === "flag";
}

function nativeFormat(first: readonly string[], second: readonly string[]): Format {
  const [order, item] = [placesOf(first, ORDER_COLUMNS), placesOf(second, ITEM_COLUMNS)];
  const missing = [...order.missing, ...item.missing];
  if (missing.length > 0) {
    return {
      refused: `the two header rows lack ${missing.map((name) => `'${name}'`).join(", ")}: export sales orders again`,
    };
  }
  const reader = new NativeReader({ order: order.places, item: item.places });
  return { format: "sales-order export", reader };
}
