import { foldName } from "../../metrics/owner-name";

/** What a line of an order is: `sale` raises its total, `credit` lowers it, all others are no goods. */
export type LineKind = "sale" | "credit" | "percent" | "subtotal" | "shipping" | "fee" | "tax" | "note";

/** Fishbowl's types of lines, by their number. */
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
  ["60", "shipping"],
  ["70", "tax"],
  ["80", "sale"],
  ["90", "note"],
]);

const CHARGES = ["", " charge", " charges", " fee", " fees", " cost", " costs"];
const withCharges = (names: readonly string[]) => names.flatMap((name) => CHARGES.map((charge) => `${name}${charge}`));
const CARDS = ["card", "cc", "credit card", "debit card", "card processing", "cc processing", "credit card processing"];

/**
 * Whole names of lines that are no sale, for files and the pull alike. A name is compared in any case, with dashes as
 * spaces, "&" as "and", without dots, and without a percentage at its end. What stands first wins.
 */
const NAMES: readonly (readonly [Exclude<LineKind, "sale" | "percent">, readonly string[]])[] = [
  ["subtotal", ["subtotal", "sub total"]],
  ["note", ["note", "notes", "tracking", "tracking number"]],
  [
    "shipping",
    [
      ...withCharges(["shipping", "shipping and handling", "handling", "freight", "freight out", "freight in"]),
      ...withCharges(["postage", "delivery"]),
      ...["s and h", "ups", "ups ground", "ups standard", "ups 3 day select", "ups 2nd day air", "ups next day air"],
      ...["ups next day air saver", "fedex", "fedex ground", "fedex home delivery", "fedex 2day", "fedex 2 day"],
      ...["fedex express saver", "fedex standard overnight", "fedex priority overnight", "fedex freight", "usps"],
      ...["usps priority mail", "usps first class mail", "usps ground advantage", "usps media mail", "dhl"],
      ...["dhl express"],
    ],
  ],
  ["tax", ["tax", "sales tax", "state tax", "vat", "gst", "hst", "pst", "qst"]],
  [
    "fee",
    [
      ...withCharges(CARDS).filter((name) => !/^(card|cc|credit card|debit card)$/.test(name)),
      ...["card surcharge", "cc surcharge", "credit card surcharge", "credit card convenience fee"],
      ...["processing fee", "payment processing fee", "merchant fee", "convenience fee"],
    ],
  ],
  [
    "credit",
    [
      ...["credit return", "misc credit", "credit", "credit memo", "return", "returns", "refund"],
      ...["discount", "discounts", "discount amount", "discount percentage", "discount percent"],
    ],
  ],
];
const KIND_BY_NAME: ReadonlyMap<string, LineKind> = new Map(
  NAMES.flatMap(([kind, names]) => names.map((name) => [name, kind] as const)),
);
/** Fishbowl's types of lines that are sales. */
const SALE_TYPES: ReadonlySet<string> = new Set(["sale", "misc sale", "drop ship", "assoc price", "kit"]);
const PRECEDENCE: readonly LineKind[] = NAMES.map(([kind]) => kind);

/** All that a line is called; several columns may hold each. */
export interface LineNames {
  readonly types: readonly string[];
  /** Product numbers, product names and descriptions. */
  readonly products: readonly string[];
}

/** The kind of a line: of its type, or of the first entry of the table that one of its names equals. */
export function lineKind({ types, products }: LineNames): LineKind {
  const numbered = types.map((type) => KIND_BY_NUMBER.get(type.trim()));
  const named = [...types, ...products].map((name) => KIND_BY_NAME.get(lineName(name)));
  const found = new Set([...numbered, ...named]);
  const away = PRECEDENCE.find((kind) => found.has(kind));
  // A discount in percent is known by its number alone; whatever else it is called, it is one.
  if (found.has("percent") && (away === undefined || away === "credit")) return "percent";
  return away ?? "sale";
}

/** Whether a type is one of Fishbowl's, by number or by name. */
export function isKnownType(type: string): boolean {
  const name = lineName(type);
  return KIND_BY_NUMBER.has(type.trim()) || KIND_BY_NAME.has(name) || SALE_TYPES.has(name);
}

/** A description may have thousands of characters, and is no name of a kind then. */
const LONGEST_NAME = 200;

function lineName(name: string): string {
  const folded = foldName(name);
  if (!/[^a-z0-9 ]/.test(folded) || folded.length > LONGEST_NAME) return folded;
  return foldName(
    folded
      .replace(/\s*\(?\d+(\.\d+)?\s*%\)?$/, "")
      .replace(/[-\u2010-\u2015]/g, " ")
      .replace(/&/g, " and ")
      .replace(/[.:]/g, ""),
  );
}

/** A regular expression of MySQL that the lower-cased names of some kinds match, whole, as {@link lineKind} reads them. */
export function namesPattern(kinds: readonly LineKind[]): string {
  const names = NAMES.flatMap(([kind, all]) => (kinds.includes(kind) ? all : []));
  const words = (name: string) => name.split(" ").join("[.:]?[ -]+");
  const patterns = names.map((name) => `${name.split(" and ").map(words).join("[ -]*(and|&)[ -]*")}[.:]?`);
  return `^ *(${patterns.join("|")}) *([(]?[0-9]+([.][0-9]+)? *%[)]?)? *$`;
}
