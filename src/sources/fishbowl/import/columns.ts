/** One field that we read, and the headers it goes by, the best first. */
export interface Column<Field extends string> {
  readonly field: Field;
  readonly names: readonly [string, ...string[]];
  readonly required?: true;
}

/** Where each field is; one whose header stands twice has two places, one without a header none. */
export type Places<Field extends string> = ReadonlyMap<Field, readonly number[]>;

/** A row's cell of a field, trimmed; empty where there is no such column. */
export type Cells<Field extends string> = (field: Field) => string;

/** Headers are compared without their case, spaces, dashes and underscores. */
export function headerKey(header: string): string {
  return header.toLowerCase().replace(/[\s_-]+/g, "");
}

/** Finds each field's column by the first of its names that the header has; `missing` are the required ones it lacks. */
export function placesOf<Field extends string>(
  header: readonly string[],
  columns: readonly Column<Field>[],
): { readonly places: Places<Field>; readonly missing: readonly string[] } {
  const at = new Map<string, number[]>();
  for (const [index, name] of header.entries()) at.set(headerKey(name), [...(at.get(headerKey(name)) ?? []), index]);
  const placed = columns.map(({ field, names, required }) => {
    const found = names.map((name) => at.get(headerKey(name))).find((places) => places !== undefined) ?? [];
    return { field, found, missing: required && found.length === 0 ? [names[0]] : [] };
  });
  return {
    places: new Map(placed.map(({ field, found }) => [field, found])),
    missing: placed.flatMap(({ missing }) => missing),
  };
}

/**
 * Picks a row's cells. Where a column stands twice, both must say the same.
 *
 * @returns the reason, where they do not.
 */
export function pick<Field extends string>(row: readonly string[], places: Places<Field>): Cells<Field> | string {
  const cells = new Map<Field, string>();
  for (const [field, found] of places) {
    const [first = "", other] = new Set(found.map((place) => (row[place] ?? "").trim()).filter((cell) => cell !== ""));
    if (other !== undefined)
      return `its column for the ${words(field)} stands twice and says '${first}' and '${other}'`;
    cells.set(field, first);
  }
  return (field) => cells.get(field) ?? "";
}

/** `customerName` as "customer name". */
function words(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

export type OrderField = "soNumber" | "status" | "customerName" | "date" | "salesman" | "accountType";
export type ItemField = "type" | "product" | "quantity" | "price";

/** Columns of an `SO` row that we read; older versions lack others, so places are found by header. */
export const ORDER_COLUMNS: readonly Column<OrderField>[] = [
  { field: "soNumber", names: ["SONum"], required: true },
  { field: "status", names: ["Status"], required: true },
  { field: "customerName", names: ["CustomerName"], required: true },
  { field: "date", names: ["Date"], required: true },
  { field: "salesman", names: ["Salesman"], required: true },
  { field: "accountType", names: ["CF-Account Type", "CF-Customer Type"] },
];

/** Columns of an `Item` row that we read. */
export const ITEM_COLUMNS: readonly Column<ItemField>[] = [
  { field: "type", names: ["SOItemTypeID"], required: true },
  { field: "product", names: ["ProductNumber"], required: true },
  { field: "quantity", names: ["ProductQuantity"], required: true },
  { field: "price", names: ["ProductPrice"], required: true },
];

export type LineField =
  | "soNumber"
  | "itemId"
  | "customerId"
  | "customerName"
  | "salesman"
  | "date"
  | "product"
  | "total"
  | "status"
  | "type"
  | "description"
  | "accountType";

/** Columns of the per-line report that we read; their headers drift from one export to the next. */
export const LINE_COLUMNS: readonly Column<LineField>[] = [
  { field: "soNumber", names: ["Sales order Number", "Sales Order No", "SO Number", "SO Num"], required: true },
  { field: "itemId", names: ["SO Item ID", "SOItem ID", "Sales Order Item ID"], required: true },
  { field: "customerId", names: ["Account ID", "Customer ID"], required: true },
  { field: "customerName", names: ["Customer Name", "Customer"], required: true },
  { field: "salesman", names: ["Sales Rep", "Sales person", "Salesman"], required: true },
  { field: "date", names: ["Issued date", "Date issued", "Date fulfillment"], required: true },
  { field: "product", names: ["SO Item Product Number", "Product Number", "Product"], required: true },
  { field: "total", names: ["Total Price", "Revenue"], required: true },
  { field: "status", names: ["Sales Order Status", "SO Status"] },
  { field: "type", names: ["Soitem type", "SO Item Type"] },
  { field: "description", names: ["Product Description"] },
  { field: "accountType", names: ["Account Type", "Customer Type", "Account Type cf_675914"] },
];
