import { SOURCES, UNTYPED_REASON } from "../metrics/sources";
import type { Uncredited, UncreditedPart } from "../sources/import-credit";
import { counted, inFull } from "../words/counts";
import { type Amounts, cents, dollars, signedDollars } from "./import-amounts";

/** How what is uncredited is written. */
export interface UncreditedOptions {
  /** Makes a foreign name fit to be shown. */
  readonly clean: (name: string) => string;
  /** How many names a line has at most. */
  readonly most: number;
}

/** Tells whether somebody can do something about a reason, so that the orders count then. */
export function isWaiting(why: string): boolean {
  return WAITS.has(why);
}

/** Orders that count once somebody does something about them, in words: `sum` and then `waits` are a sentence without its end. */
export interface WaitingLine {
  /** "$640". */
  readonly sum: string;
  /** "(was $600) waits for an account type: Corner Cellar". */
  readonly waits: string;
}

/** Says what orders wait for and whose they are; named with their amounts where there are several. */
export function waitingLine(one: Uncredited, { clean, most }: UncreditedOptions): WaitingLine {
  const { why, orders, parts, named } = one;
  const { waits, quoted } = WAITS.get(why) ?? { waits: () => "waits", quoted: false };
  const before = was(one);
  const line = (names: number, whose: string) => {
    return { sum: dollars(one.to), waits: `${before === "" ? "" : `${before} `}${waits(names)}: ${whose}` };
  };
  if (named === 0) return line(1, `${counted(orders, "order")}${newInWords(one, { name: null, clean })}`);
  const shown = parts.slice(0, Math.min(Math.max(most, 1), MAX_PARTS)).map((part) => {
    const called = quoted ? `"${clean(part.name)}"` : clean(part.name);
    const sum = named === 1 ? "" : ` ${dollars(part.to)}`;
    return `${called}${sum}${newInWords(one, { ...part, clean })}`;
  });
  const more = named - shown.length;
  return line(named, [shown.join(", "), ...(more > 0 ? [`${inFull(more)} more`] : [])].join(" and "));
}

/**
 * Says what a file changes of what waits for one reason: "+$640" and "waits for an account type: Corner Cellar (new: SO-1103)", with whoever it
 * leaves as they were left out; `null` where it changes nothing.
 */
export function waitingChange(one: Uncredited, options: UncreditedOptions): WaitingLine | null {
  const by = cents(one.to - one.from);
  if (by === 0) return null;
  const { whose, names } = changedInWords(one, options);
  const waits = WAITS.get(one.why)?.waits(names) ?? "waits";
  const isLess = Math.abs(one.to) < Math.abs(one.from);
  return isLess
    ? { sum: dollars(Math.abs(by)), waits: `no longer ${waits}${whose}` }
    : { sum: signedDollars(by), waits: `${waits}${whose}` };
}

/** "+$640 from this file: Corner Cellar (new: SO-1103)", behind the sum of all that waits for one reason; `null` for no change. */
export function changeOfIt(one: Uncredited, options: UncreditedOptions): string | null {
  const by = cents(one.to - one.from);
  if (by === 0) return null;
  return `${signedDollars(by)} from this file${changedInWords(one, options).whose}`;
}

/** ": Corner Cellar (new: SO-1103)", the largest change first, with the amounts where there are several; who stays as they were is none. */
function changedInWords(
  one: Uncredited,
  { clean, most }: UncreditedOptions,
): { readonly whose: string; readonly names: number } {
  const quoted = WAITS.get(one.why)?.quoted ?? false;
  const changed = one.parts
    .map((part) => ({ ...part, by: cents(part.to - part.from) }))
    .filter(({ by }) => by !== 0)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  if (changed.length === 0) return { whose: newInWords(one, { name: null, clean }), names: one.named };
  const shown = changed.slice(0, Math.min(Math.max(most, 1), MAX_PARTS)).map((part) => {
    const called = quoted ? `"${clean(part.name)}"` : clean(part.name);
    const sum = changed.length === 1 ? "" : ` ${signedDollars(part.by)}`;
    return `${called}${sum}${newInWords(one, { ...part, clean })}`;
  });
  const more = changed.length - shown.length;
  const all = [shown.join(", "), ...(more > 0 ? [`${inFull(more)} more`] : [])].join(" and ");
  return { whose: `: ${all}`, names: changed.length };
}

/** " (new: SO-1103)", " (new: SO-1103, SO-1104 and 3 more)" behind whose orders wait; "" where none of them is new. */
function newInWords(
  { added }: Uncredited,
  { name, added: all = name === null ? (added?.orders ?? 0) : 0, clean }: NewOrders,
): string {
  const orders = added?.largest.filter((one) => one.name === name).map(({ order }) => clean(order)) ?? [];
  if (all === 0) return "";
  if (orders.length === 0) return ` (${counted(all, "new order")})`;
  return ` (new: ${orders.join(", ")}${all > orders.length ? ` and ${inFull(all - orders.length)} more` : ""})`;
}

interface NewOrders extends Pick<UncreditedPart, "added">, Pick<UncreditedOptions, "clean"> {
  /** `null` where the reason is about nobody. */
  readonly name: string | null;
}

/** "(was $13,035.21)"; "" where it was the same, or nothing. */
export function was({ from, to }: Amounts): string {
  return from === to || from === 0 ? "" : `(was ${dollars(from)})`;
}

const NO_SALES_REP = "order has no salesman";
/** How many customers or sales reps a line names. */
const MAX_PARTS = 5;

/** Reasons that somebody can do something about, and what the orders wait for, before the names it is about. */
const WAITS: ReadonlyMap<string, { readonly waits: (names: number) => string; readonly quoted: boolean }> = new Map([
  [UNTYPED_REASON, { waits: () => "waits for an account type", quoted: false }],
  [
    SOURCES.fishbowl.unmatchedReason,
    { waits: (names: number) => `waits for ${names === 1 ? "a match" : "matches"}`, quoted: true },
  ],
  [NO_SALES_REP, { waits: () => "waits for a sales rep", quoted: false }],
]);
