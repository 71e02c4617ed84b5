import type { Column } from "./columns";

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
