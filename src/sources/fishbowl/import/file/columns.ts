import type { CellUse } from "../cells/cell-faults";

/** One field that we read, and the headers it goes by, the best first. */
export interface Column<Field extends string> {
  readonly field: Field;
  readonly use: CellUse;
  readonly names: readonly [string, ...string[]];
  readonly required?: true;
  /** Other names of one thing are expected here, so that columns that differ do not disagree. */
  readonly mayDiffer?: true;
}

/** One header of a field and where it stands; twice in one file, it has two places. */
export interface Place {
  readonly header: string;
  readonly at: readonly number[];
}

/** The columns of each field, the best header first; a field without a header has none. */
export type ColumnIndexes<Field extends string> = ReadonlyMap<
  Field,
  { readonly column: Column<Field>; readonly places: readonly Place[] }
>;

/** Headers are compared without their case, spaces, dashes, underscores and characters of no width. */
export function headerKey(header: string): string {
  return header
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_\u200b-\u200d\u2060\ufeff-]+/g, "");
}

/** Finds every column of each field; `missing` are the required fields that have none, by their best names. */
export function columnIndexes<Field extends string>(
  header: readonly string[],
  columns: readonly Column<Field>[],
): { readonly places: ColumnIndexes<Field>; readonly missing: readonly string[] } {
  const at = new Map<string, number[]>();
  for (const [index, name] of header.entries()) at.set(headerKey(name), [...(at.get(headerKey(name)) ?? []), index]);
  const places = new Map(
    columns.map((column) => {
      const found = column.names.flatMap((name) => placeOf(header, at.get(headerKey(name))));
      return [column.field, { column, places: found }] as const;
    }),
  );
  const lacking = columns.filter(({ field, required }) => required && places.get(field)?.places.length === 0);
  return { places, missing: lacking.map(({ names }) => names[0]) };
}

function placeOf(header: readonly string[], at: readonly number[] | undefined): readonly Place[] {
  const [first] = at ?? [];
  return at === undefined || first === undefined ? [] : [{ header: (header[first] ?? "").trim(), at }];
}

/** What an order's money is in, where a file says so. */
type MoneyField = "currency" | "rate" | "includesTax" | "homePrices";
export type OrderField = "soNumber" | "status" | "customerName" | "date" | "salesman" | "accountType" | MoneyField;
export type ItemField = "type" | "product" | "quantity" | "price";

const MONEY_COLUMNS: readonly Column<MoneyField>[] = [
  { field: "currency", use: "word", names: ["CurrencyName", "Currency", "Currency Code"] },
  { field: "rate", use: "number", names: ["CurrencyRate", "Exchange Rate"] },
  { field: "includesTax", use: "word", names: ["TotalIncludesTax", "Price Includes Tax"] },
  { field: "homePrices", use: "word", names: ["PriceIsHomeCurrency"] },
];

/** Columns of an `SO` row that we read; older versions lack others, so places are found by header. */
export const ORDER_COLUMNS: readonly Column<OrderField>[] = [
  { field: "soNumber", use: "id", names: ["SONum"], required: true },
  { field: "status", use: "word", names: ["Status"], required: true },
  { field: "customerName", use: "name", names: ["CustomerName"], required: true },
  { field: "date", use: "word", names: ["Date"], required: true },
  { field: "salesman", use: "name", names: ["Salesman"], required: true },
  { field: "accountType", use: "word", names: ["CF-Account Type", "CF-Customer Type"] },
  ...MONEY_COLUMNS,
];

/** Columns of an `Item` row that we read. */
export const ITEM_COLUMNS: readonly Column<ItemField>[] = [
  { field: "type", use: "word", names: ["SOItemTypeID"], required: true },
  { field: "product", use: "goods", names: ["ProductNumber", "ProductDescription"], required: true, mayDiffer: true },
  { field: "quantity", use: "number", names: ["ProductQuantity"], required: true },
  { field: "price", use: "number", names: ["ProductPrice"], required: true },
];

export type LineField =
  | "soNumber"
  | "itemId"
  | "customerId"
  | "customerName"
  | "salesman"
  | "initials"
  | "date"
  | "product"
  | "total"
  | "status"
  | "type"
  | "description"
  | "accountType"
  | MoneyField;

/** Columns of the per-line report that we read; their headers drift from one export to the next. */
export const LINE_COLUMNS: readonly Column<LineField>[] = [
  {
    field: "soNumber",
    use: "id",
    names: ["Sales order Number", "Sales Order No", "SO Number", "SO Num"],
    required: true,
  },
  { field: "itemId", use: "id", names: ["SO Item ID", "SOItem ID", "Sales Order Item ID"], required: true },
  { field: "customerId", use: "id", names: ["Account ID", "Customer ID"], required: true },
  { field: "customerName", use: "name", names: ["Customer Name", "Customer"], required: true },
  { field: "salesman", use: "name", names: ["Sales Rep", "Sales person", "Salesman"], required: true },
  { field: "initials", use: "name", names: ["Sales Rep Initials"] },
  { field: "date", use: "word", names: ["Issued date", "Date issued", "Date fulfillment"], required: true },
  {
    field: "product",
    use: "goods",
    names: ["SO Item Product Number", "Product Number", "Product"],
    required: true,
    mayDiffer: true,
  },
  { field: "total", use: "number", names: ["Total Price", "Revenue"], required: true },
  { field: "status", use: "word", names: ["Sales Order Status", "SO Status"] },
  { field: "type", use: "word", names: ["Soitem type", "SO Item Type"] },
  {
    field: "description",
    use: "goods",
    names: ["Product Description", "SO Item Description", "Sales Order Item Description"],
    mayDiffer: true,
  },
  { field: "accountType", use: "word", names: ["Account Type", "Customer Type", "Account Type cf_675914"] },
  ...MONEY_COLUMNS,
];
