import { exactFigure } from "./figures";

/** Cents as dollars: "$32,817.04", "−$120". */
export function centsInWords(cents: number): string {
  return exactFigure(cents / 100, "dollars");
}

/**
 * What a customer's orders come to, in cents: "Ping House $32,817.04".
 *
 * @param clean makes a foreign name fit to be shown.
 */
export function customerInWords(
  { name, amount }: { readonly name: string | null; readonly amount: number },
  clean: (name: string) => string,
): string {
  return `${name === null ? "no customer name" : clean(name)} ${centsInWords(amount)}`;
}
