import { foldName } from "../../../../metrics/owner-name";
import type { Cells } from "../cells/pick";
import type { LineField } from "./columns";

/** What the lines of an order say of the whole order: all of them must say the same. */
const WORDS = {
  status: "status",
  customerId: "account id",
  customerName: "customer",
  accountType: "account type",
  currency: "currency",
  rate: "currency rate",
  includesTax: "tax inclusion",
  homePrices: "home prices",
} as const;
type Word = keyof typeof WORDS;
const ALL = Object.keys(WORDS).filter((field): field is Word => field in WORDS);

/** What an order's lines have said so far. */
export interface ReportedFields {
  readonly words: Record<Word, string>;
  /** By the header that says it. */
  readonly salesmen: Map<string, string>;
}

export function orderFields(cell: Cells<LineField>): ReportedFields {
  const words = {
    status: cell.first("status"),
    customerId: cell.first("customerId"),
    customerName: cell.first("customerName"),
    accountType: cell.first("accountType"),
    currency: cell.first("currency"),
    rate: cell.first("rate"),
    includesTax: cell.first("includesTax"),
    homePrices: cell.first("homePrices"),
  };
  return { words, salesmen: new Map(salesmenOf(cell).map(({ header, text }) => [header, text])) };
}

/** Adds what a line says where the lines before said nothing. */
export function mergeFields({ words, salesmen }: ReportedFields, cell: Cells<LineField>): void {
  // Of two spellings of one name the smaller one, whichever stands first.
  for (const field of ALL) words[field] = smaller(words[field], cell.first(field));
  for (const { header, text } of salesmenOf(cell)) salesmen.set(header, smaller(salesmen.get(header) ?? "", text));
}

/** Says where a line disagrees with those before on whose order it is: one of them is wrong, and nobody knows which. */
export function contradiction(
  { row, fields }: { readonly row: number; readonly fields: ReportedFields },
  cell: Cells<LineField>,
): string | null {
  const fault = (word: string, [is, was]: readonly [string, string]) =>
    is === was || (word !== WORDS.customerId && foldName(is) === foldName(was))
      ? null
      : `its ${word} is "${is}", but row ${row} of the same order says "${was}"`;
  for (const field of ALL) {
    const [is, was] = [cell.first(field), fields.words[field]];
    // A line may leave out what its customer is.
    if (field === "accountType" && (is === "" || was === "")) continue;
    const wrong = fault(WORDS[field], [is, was]);
    if (wrong !== null) return wrong;
  }
  for (const { header, text } of salesmenOf(cell)) {
    const wrong = fault("sales rep", [text, fields.salesmen.get(header) ?? text]);
    if (wrong !== null) return wrong;
  }
  return null;
}

/** What a line needs, whatever it is; `null` when it has it. */
export function lackOf(cell: Cells<LineField>, hasStatus: boolean): string | null {
  if (cell.first("soNumber") === "") return "it has no sales order number";
  if (cell.first("itemId") === "") return "it has no SO item id";
  if (cell.first("customerId") === "") return "it has no account id";
  if (cell.first("customerName") === "") return "it has no customer name";
  return hasStatus && cell.first("status") === "" ? "it has no sales order status" : null;
}

function salesmenOf(cell: Cells<LineField>) {
  return [...cell.filled("salesman"), ...cell.filled("initials")];
}

function smaller(a: string, b: string): string {
  if (a === "" || b === "") return a || b;
  return a < b ? a : b;
}
