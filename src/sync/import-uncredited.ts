import { SOURCES, UNTYPED_REASON } from "../metrics/sources";
import type { Uncredited, UncreditedPart } from "../sources/import-credit";
import { counted, inFull } from "../words/counts";
import { reasonsInWords } from "../words/reasons";
import { type Amounts, cents, dollars, sum } from "./import-amounts";
import { leftInWords } from "./import-causes";

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

/** "$125,515.01 doesn't count: account type "Retail" $51,516.74, 3 void orders $36,440.69 (was $13,035.21)". */
export function notCountingLine(left: readonly Uncredited[], options: UncreditedOptions): string | null {
  if (left.length === 0) return null;
  return `${dollars(sum(left).to)} doesn't count: ${leftParts(left, options)}`;
}

/** "3 void orders $36,440.69 (was $13,035.21)": those of these that an import changes; `null` where it changes none. */
export function changedLeft(left: readonly Uncredited[], options: UncreditedOptions): string | null {
  const changed = left.filter(({ from, to }) => from !== to);
  return changed.length === 0 ? null : leftParts(changed, options);
}

function leftParts(left: readonly Uncredited[], options: UncreditedOptions): string {
  return left.map((one) => `${leftWords(one, options)} ${amountWords(one)}`).join(", ");
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

/** How many new orders are named that will never count. */
const MAX_ADDED = 2;

/**
 * Says which new orders count for nobody, whatever anybody does: "$640" and `SO-1103 new (account type "Retail")`; `null` where there are
 * none. Those that wait are named where they wait.
 */
export function addedInWords(
  uncredited: readonly Uncredited[],
  { clean }: Pick<UncreditedOptions, "clean">,
): { readonly sum: string; readonly cause: string } | null {
  const left = uncredited.flatMap(({ why, added }) =>
    added === undefined || isWaiting(why) ? [] : [{ why, ...added }],
  );
  if (left.length === 0) return null;
  const ranked = left
    .flatMap(({ why, largest }) => largest.map((one) => ({ why, ...one })))
    .sort((a, b) => Math.abs(b.total) - Math.abs(a.total));
  const shown = ranked.slice(0, MAX_ADDED);
  const named = shown.map(({ order, why, name }) => `${clean(order)} new (${whyAdded(why, name, clean)})`);
  const more = left.reduce((all, { orders }) => all + orders, 0) - shown.length;
  const all = [...named, ...(more > 0 ? [`and ${inFull(more)} more new`] : [])];
  return { sum: dollars(cents(left.reduce((sum, { total }) => sum + total, 0))), cause: all.join("; ") };
}

function whyAdded(why: string, name: string | null, clean: UncreditedOptions["clean"]): string {
  const noun = NAMED_REASONS.get(why);
  if (noun !== undefined && name !== null) return `${noun} "${clean(name)}"`;
  return leftInWords(why) ?? "it doesn't count";
}

const NO_SALES_REP = "order has no salesman";

/** "3 void orders", '"Retail" account type'. */
function leftWords({ why, orders, parts, named }: Uncredited, { clean }: UncreditedOptions): string {
  const [first] = parts;
  const noun = NAMED_REASONS.get(why);
  if (noun !== undefined && first !== undefined && named === 1) return `${noun} "${clean(first.name)}"`;
  return reasonsInWords([[why, orders]]).join("");
}

/** "$36,440.69 (was $13,035.21)". */
function amountWords(amounts: Amounts): string {
  const before = was(amounts);
  return before === "" ? dollars(amounts.to) : `${dollars(amounts.to)} ${before}`;
}

/** "(was $13,035.21)"; "" where it was the same, or nothing. */
function was({ from, to }: Amounts): string {
  return from === to || from === 0 ? "" : `(was ${dollars(from)})`;
}

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
const NAMED_REASONS: ReadonlyMap<string, string> = new Map([
  ["account type is neither Wholesale nor Distribution", "account type"],
  ["order has an unknown status", "status"],
]);
