/** An exact decimal number: `units` times ten to the minus `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

/** Thousands are separated by commas or not at all; a comma for a decimal point would be another number. */
const NUMBER = /^(?:\d{1,13}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{0,9})?$|^\.\d{1,9}$/;

/**
 * Reads a number as spreadsheets and reports write it: `1,234.50`, `$1,234.50`, `-$5`, `(45.10)` for a negative one.
 *
 * @returns `null` for anything else.
 */
export function decimal(text: string): Decimal | null {
  const plain = text.replace(/[\s\u00a0]/g, "");
  const enclosed = /^\((.+)\)$/.exec(plain)?.[1];
  const [, minus = "", number = ""] =
    /^([-\u2212]?)(.*)$/.exec((enclosed ?? plain).replace(/^([-\u2212]?)\$/, "$1")) ?? [];
  if (!NUMBER.test(number) || (enclosed !== undefined && minus !== "")) return null;
  const [whole = "", fraction = ""] = number.replaceAll(",", "").split(".");
  const units = BigInt(`${whole}${fraction}` || "0");
  return { units: enclosed !== undefined || minus !== "" ? -units : units, scale: fraction.length };
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: at(a, scale) + at(b, scale), scale };
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** The number taken away from nothing, whichever sign it has. */
export function takenAway({ units, scale }: Decimal): Decimal {
  return { units: units > 0n ? -units : units, scale };
}

/** Whole cents of an amount in dollars, half a cent away from zero. */
export function centsOf({ units, scale }: Decimal): number {
  if (scale <= 2) return Number(units * 10n ** BigInt(2 - scale));
  const step = 10n ** BigInt(scale - 2);
  const half = units < 0n ? -step / 2n : step / 2n;
  return Number((units + half) / step);
}

/** `-1234.50` for -123450 cents. */
export function dollarsText(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function at({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}
