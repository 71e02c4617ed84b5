import { metricOf } from "../metrics/metrics";
import type { ImportPreview } from "../sources/order-importer";
import { counted, inFull } from "../words/counts";
import { type Amounts, cents, dollars, isNothing, less, signedDollars, sum } from "./import-amounts";
import { headline, rankedReps } from "./import-headline";
import { changedLeft, notCountingLine } from "./import-uncredited";
import { isWaiting, type WaitingLine, waitingChange, waitingLine } from "./import-waiting";

/** What the amounts of an import are: of the orders that it looks at, and not of somebody's month. */
export const CREDITED_SALES = "Credited sales of these orders";

/** What an import does to credited sales, in words: the same on the command line, over HTTP and in Slack. */
export interface ImportSummary {
  /** "Ben Okafor loses $23,405.48 of distribution, Ana Torres gains $4,850 of wholesale." */
  readonly headline: string;
  /**
   * Credited sales by rep and metric, losses first, and their total; then what waits, what does not count, and all orders, to which
   * these add up. None where nothing changes.
   */
  readonly rows: readonly CreditRow[];
  /** What nobody is credited with yet: "$640" and "waits for an account type: Corner Cellar". */
  readonly waiting: readonly WaitingLine[];
  /** What the import changes of that: "+$640" and "waits for an account type: Corner Cellar (new: SO-1103)". */
  readonly waitingChanges: readonly WaitingLine[];
  /** What is never credited: "$20 doesn't count: 1 void order $20"; `null` for none. */
  readonly notCounting: string | null;
  /** What of that the import changes: "1 void order $20 (was $5)"; `null` for nothing. */
  readonly changedLeft: string | null;
  /** "30 orders (4 orders of retyped customers among them)". */
  readonly all: string;
  /** "30 orders, $80,000 = $65,364.92 credited + $640 waiting + $13,995.08 not counting". */
  readonly sum: string;
  /** "3 new ($7,800.40), 2 changed ($35,090.84 → $36,340.84), 25 unchanged ($36,858.76)". */
  readonly orders: string;
}

/** Dollars before and after as words; `change` has its sign. A sum adds up rows above it. */
export interface CreditRow {
  readonly isSum: boolean;
  readonly who: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

export interface SummaryOptions {
  /** Makes a foreign name fit to be shown. */
  readonly clean: (name: string) => string;
  /** How many rows and names are shown one by one; the rest is summed. */
  readonly most: number;
  /** Whether it is over. */
  readonly applied?: boolean;
}

/** Says what a file does to credited sales, in sums that a reader can add up. */
export function importSummary(preview: ImportPreview, options: SummaryOptions): ImportSummary {
  const { orders, totals, credit } = preview;
  const others = credit.orders - (orders.new + orders.changed + orders.unchanged);
  const more = others === 0 ? "" : ` (${counted(others, "order")} of retyped customers among them)`;
  const all = `${counted(credit.orders, "order")}${more}`;
  const shown = credit.uncredited.filter(({ orders: of }) => of > 0);
  const left = shown.filter(({ why }) => !isWaiting(why));
  return {
    headline: headline(preview, options),
    rows: rows(preview, options),
    waiting: shown.filter(({ why }) => isWaiting(why)).map((one) => waitingLine(one, options)),
    waitingChanges: credit.uncredited.flatMap((one) => {
      return isWaiting(one.why) ? (waitingChange(one, options) ?? []) : [];
    }),
    notCounting: notCountingLine(left, options),
    changedLeft: changedLeft(left, options),
    all,
    sum: `${all}, ${dollars(credit.total.to)} = ${partsOf(credit).join(" + ")}`,
    orders: [
      ...(orders.new === 0 ? [] : [`${inFull(orders.new)} new (${dollars(totals.new)})`]),
      ...(orders.changed === 0
        ? []
        : [`${inFull(orders.changed)} changed (${dollars(totals.changedFrom)} → ${dollars(totals.changedTo)})`]),
      ...(orders.unchanged === 0 ? [] : [`${inFull(orders.unchanged)} unchanged (${dollars(totals.unchanged)})`]),
    ].join(", "),
  };
}

/** Says the same in plain lines. */
export function summaryLines(preview: ImportPreview, options: SummaryOptions): readonly string[] {
  const { headline: first, rows: table, waiting, notCounting, sum: all, orders } = importSummary(preview, options);
  return [
    first,
    ...(table.length === 0 ? [] : [`${CREDITED_SALES}:`]),
    ...table.map(({ who, before, after, change }) => `${who}: ${before} → ${after} (${change})`),
    ...uncreditedLines({ waiting, notCounting }),
    ...(orders === "" ? [] : [`In all: ${all}`, `In this file: ${orders}`]),
  ];
}

/** Says in plain lines what is not credited, first what somebody can do something about. */
export function uncreditedLines({
  waiting,
  notCounting,
}: Pick<ImportSummary, "waiting" | "notCounting">): readonly string[] {
  return [...waiting.map(({ sum: of, waits }) => `${of} ${waits}`), ...(notCounting === null ? [] : [notCounting])];
}

function rows(preview: ImportPreview, { clean, most }: SummaryOptions): readonly CreditRow[] {
  const { orders, customers, credit } = preview;
  if (orders.new + orders.changed + customers.new + customers.changed === 0) return [];
  const reps = rankedReps(preview.reps);
  const shown: (typeof reps)[number][] = [];
  for (const rep of reps) if (sizeOf([...shown, rep]) <= most) shown.push(rep);
  const folded = reps.filter((rep) => !shown.includes(rep));
  const rest = sum(folded.flatMap(({ metrics }) => metrics));
  const changed = sum(reps.flatMap(({ metrics }) => metrics));
  const same = less(credit.credited, changed);
  return [
    ...shown.flatMap(({ name, metrics }) =>
      metrics.map((one) => row(`${clean(name)}, ${metricOf(one.type).name}`, one)),
    ),
    ...(folded.length === 0 ? [] : [row(counted(folded.length, shown.length === 0 ? "rep" : "more rep"), rest)]),
    ...(reps.length === 0 || isNothing(same) ? [] : [row("Everyone else", same)]),
    ...sumRows(credit),
  ];
}

/** "Total credited", and where some are not, "Waiting", "Not counting" and "All 30 orders". */
function sumRows({ orders, total, credited, uncredited }: ImportPreview["credit"]): readonly CreditRow[] {
  const waiting = sum(uncredited.filter(({ why }) => isWaiting(why)));
  const left = sum(uncredited.filter(({ why }) => !isWaiting(why)));
  return [
    { ...row("Total credited", credited), isSum: true },
    ...(isNothing(waiting) ? [] : [row("Waiting", waiting)]),
    ...(isNothing(left) ? [] : [row("Not counting", left)]),
    ...(isNothing(less(total, credited))
      ? []
      : [{ ...row(orders === 1 ? "This order" : `All ${counted(orders, "order")}`, total), isSum: true }]),
  ];
}

function sizeOf(reps: ImportPreview["reps"]): number {
  return reps.reduce((size, { metrics }) => size + metrics.length, 0);
}

function row(who: string, { from, to }: Amounts): CreditRow {
  return { isSum: false, who, before: dollars(from), after: dollars(to), change: signedDollars(cents(to - from)) };
}

/** "$65,364.92 credited", "$640 waiting", "$23,405.48 not counting": what all orders come to. */
function partsOf({ credited, uncredited }: ImportPreview["credit"]): readonly string[] {
  const waiting = sum(uncredited.filter(({ why }) => isWaiting(why))).to;
  const left = sum(uncredited.filter(({ why }) => !isWaiting(why))).to;
  return [
    `${dollars(credited.to)} credited`,
    ...(waiting === 0 ? [] : [`${dollars(waiting)} waiting`]),
    ...(left === 0 ? [] : [`${dollars(left)} not counting`]),
  ];
}
