import type { Column } from "./columns";

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
