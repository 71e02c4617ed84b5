import type { Uncredited } from "../sources/import-credit";
import { inFull } from "../words/counts";
import { reasonsInWords } from "../words/reasons";
import { type Amounts, cents, dollars, sum } from "./import-amounts";
import { leftInWords } from "./import-causes";
import { isWaiting, type UncreditedOptions, was } from "./import-waiting";

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

const NAMED_REASONS: ReadonlyMap<string, string> = new Map([
  ["account type is neither Wholesale nor Distribution", "account type"],
  ["order has an unknown status", "status"],
]);
