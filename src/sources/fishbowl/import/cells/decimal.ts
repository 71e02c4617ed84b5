/** An exact decimal number: `units` times ten to the minus `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

/** Thousands are separated by commas or spaces or not at all; a comma for a decimal point would be another number. */
const NUMBER = /^(?:\d{1,13}|\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?:\s\d{3}){1,4})(?:\.\d{0,9})?$|^\.\d{1,9}$/;

/** No number is as long, with the spaces that formats put into it. */
const LONGEST = 100;

/** A number's sign and digits: Accounting formats set the dollar sign apart, and enclose what is negative. */
export function signed(text: string): { readonly negative: boolean; readonly digits: string } | null {
  if (text.length > LONGEST) return null;
  const enclosed = /^\$?\s*\((.*)\)$/.exec(text.trim())?.[1];
  const core = (enclosed ?? text).trim();
  const [, before, after, digits = ""] = /^([-\u2212]?)\s*(?:\$\s*)?([-\u2212]?)(.*)$/.exec(core) ?? [];
  const signs = [before, after, enclosed && "("].filter((sign) => sign);
  return signs.length > 1 ? null : { negative: signs.length === 1, digits };
}

/**
 * Reads a number as spreadsheets and reports write it: `1,234.50`, `$1,234.50`, `-$5`, `(45.10)` and ` $(45.10)` for a
 * negative one, ` $-   ` for none.
 *
 * @returns `null` for anything else.
 */
export function decimal(text: string): Decimal | null {
  if (/^\$\s*-$/.test(text.trim())) return ZERO;
  const read = signed(text);
  if (read === null || !NUMBER.test(read.digits)) return null;
  const [whole = "", fraction = ""] = read.digits.replace(/[,\s]/g, "").split(".");
  const units = BigInt(`${whole}${fraction}` || "0");
  return { units: read.negative ? -units : units, scale: fraction.length };
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: at(a, scale) + at(b, scale), scale };
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** The number taken away from nothing, whichever sign it has. */
export function negative({ units, scale }: Decimal): Decimal {
  return { units: units > 0n ? -units : units, scale };
}

/** Whole cents of an amount in dollars, half a cent away from zero. */
export function centsOf({ units, scale }: Decimal): number {
  if (scale <= 2) return Number(units * 10n ** BigInt(2 - scale));
  const step = 10n ** BigInt(scale - 2);
  const half = units < 0n ? -step / 2n : step / 2n;
  return Number((units + half) / step);
}

/** Whole cents of an amount in dollars divided by a rate above zero, half a cent away from zero. */
export function centsOfQuotient(amount: Decimal, rate: Decimal): number {
  const over = amount.units * 100n * 10n ** BigInt(rate.scale);
  const under = rate.units * 10n ** BigInt(amount.scale);
  const doubled = (over < 0n ? -over : over) * 2n + under;
  const cents = Number(doubled / (under * 2n));
  return over < 0n ? -cents : cents;
}

/** `-1234.50` for -123450 cents. */
export function dollarsText(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function at({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}
