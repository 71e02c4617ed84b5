/** What a line of an order does to its total. */
export type LineKind = "sale" | "credit" | "percent" | "subtotal" | "beside";

/** Fishbowl's types of lines, by their number in its sales-order export. */
const BY_NUMBER: ReadonlyMap<string, LineKind> = new Map([
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
  const kind = BY_NUMBER.get(type.trim());
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
