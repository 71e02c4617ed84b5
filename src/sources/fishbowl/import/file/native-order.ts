import { statusOf } from "../cells/codes";
import { type MoneyFields, taxFault } from "../cells/currency";
import { orderDay } from "../cells/order-date";
import type { Cells } from "../cells/pick";
import type { OrderField } from "./columns";
import type { ReadOrder, ReadSettings } from "./read-order";

/** What a row without a word on money says. */
export const NO_MONEY: MoneyFields = { currency: "", rate: "", includesTax: "", homePrices: "" };

/** What an `SO` row says of its money. */
export function moneyOf(cell: Cells<OrderField>): MoneyFields {
  const { first } = cell;
  return {
    currency: first("currency"),
    rate: first("rate"),
    includesTax: first("includesTax"),
    homePrices: first("homePrices"),
  };
}

/** Reads an `SO` row; text says why it is refused. */
export function orderOf(
  row: number,
  { cell, settings }: { readonly cell: Cells<OrderField>; readonly settings: ReadSettings },
): { readonly read: Omit<ReadOrder, "cents">; readonly knownStatus: boolean } | string {
  const { first } = cell;
  const dateIssued = orderDay(first("date"), settings.days);
  const { status, known } = statusOf(first("status"));
  if (first("soNumber") === "") return "it has no SONum";
  if (status === "") return "it has no Status";
  if (first("customerName") === "") return "it has no CustomerName";
  if (dateIssued === null) return `its Date "${first("date")}" isn't a date like 10/15/2026`;
  const taxed = taxFault(first("includesTax"));
  if (taxed !== null) return taxed;
  const read = {
    row,
    soNumber: first("soNumber"),
    status,
    customerId: null,
    customerName: first("customerName"),
    accountType: first("accountType") || null,
    salesmen: cell.filled("salesman").map(({ text }) => text),
    dateIssued,
  };
  return { read, knownStatus: known };
}
