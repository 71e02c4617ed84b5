import { exactFigure } from "../words/figures";

/** Dollars before an import and after it. */
export interface Amounts {
  readonly from: number;
  readonly to: number;
}

/** Adds up to the cent. */
export function sum(amounts: readonly Amounts[]): Amounts {
  const of = (moment: keyof Amounts) => cents(amounts.reduce((all, one) => all + one[moment], 0));
  return { from: of("from"), to: of("to") };
}

/** What is left of the whole without a part of it. */
export function less(all: Amounts, part: Amounts): Amounts {
  return { from: cents(all.from - part.from), to: cents(all.to - part.to) };
}

export function isNothing({ from, to }: Amounts): boolean {
  return from === 0 && to === 0;
}

/** Rounds dollars to the cent. */
export function cents(amount: number): number {
  return Math.round(amount * 100) / 100 + 0;
}

/** "$1,234.50". */
export function dollars(amount: number): string {
  return exactFigure(amount, "dollars");
}

/** "+$4,850", "−$14,995.08", "$0". */
export function signedDollars(change: number): string {
  if (change === 0) return dollars(0);
  return `${change < 0 ? "−" : "+"}${dollars(Math.abs(change))}`;
}
