/** What a line of an order does to its total. */
export type LineKind = "sale" | "credit" | "percent" | "subtotal" | "beside";

/** Fishbowl's types of lines, by their number in its sales-order export. */
const KIND_BY_NUMBER: ReadonlyMap<string, LineKind> = new Map([
  ["10", "sale"],
  ["11", "sale"],
  ["12", "sale"],
  ["20", "credit"],
  ["21", "credit"],
  ["30", "percent"],
  ["31", "credit"],
  ["40", "subtotal"],
  ["50", "sale"],
  ["60", "beside"],
  ["70", "beside"],
  ["80", "sale"],
  ["90", "beside"],
]);

/** Goods alone make an order's total; the postage, the tax and what a card costs are no sale. */
const BESIDE = /^(shipping|freight|postage|delivery)( (charges?|fees?|costs?))?$|\bcard\b.*\bfee\b|\bcc fee\b/i;
/** How a report words the types that are no goods; a subtotal would count its lines twice. */
const BESIDE_TYPE = /^(shipping|freight|(sales )?tax|note|sub-?total)\b/i;

/** The kind of a line of the sales-order export; `null` for a number that is none of Fishbowl's. */
export function numberedKind(type: string, product: string): LineKind | null {
  const kind = KIND_BY_NUMBER.get(type.trim());
  if (kind === undefined) return null;
  return kind === "sale" && BESIDE.test(product.trim()) ? "beside" : kind;
}

/** Whether a line of the report is part of its order's goods. */
export function isGoods({
  type,
  product,
  description,
}: Readonly<Record<"type" | "product" | "description", string>>): boolean {
  return !BESIDE_TYPE.test(type.trim()) && !BESIDE.test(product.trim()) && !BESIDE.test(description.trim());
}

/** Fishbowl's own numbers of an order's status, as its sales-order export has them. */
const STATUS_BY_NUMBER: ReadonlyMap<string, string> = new Map([
  ["10", "Estimate"],
  ["20", "Issued"],
  ["25", "In Progress"],
  ["60", "Fulfilled"],
  ["70", "Closed Short"],
  ["80", "Void"],
  ["85", "Cancelled"],
  ["90", "Expired"],
  ["95", "Historical"],
]);

const STATUS_BY_NAME: ReadonlyMap<string, string> = new Map([
  ...[...STATUS_BY_NUMBER.values()].map((name) => [name.toLowerCase(), name] as const),
  ["canceled", "Cancelled"],
  ["voided", "Void"],
]);

/** The status that a number of the sales-order export or a name stands for; text that is neither stays as it is. */
export function statusOf(cell: string): { readonly status: string; readonly known: boolean } {
  const text = cell.trim().replace(/\s+/g, " ");
  const status = STATUS_BY_NUMBER.get(text) ?? STATUS_BY_NAME.get(text.toLowerCase());
  return { status: status ?? text, known: status !== undefined };
}

/** The same where numbers are of another vocabulary, as in reports, whose 30 is Fulfilled. */
export function statusNamed(cell: string): { readonly status: string; readonly known: boolean } {
  return /^\d+$/.test(cell.trim()) ? { status: cell.trim(), known: false } : statusOf(cell);
}
