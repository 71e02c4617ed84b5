import { metricOf } from "../metrics/metrics";
import { SOURCES } from "../metrics/sources";
import type { ImportPreview, Uncredited } from "../sources/order-importer";
import { exactFigure } from "../words/figures";
import { reasonsInWords } from "../words/reasons";
import { headline, net } from "./import-headline";

/** What an import does to credited sales, in words: the same on the command line, over HTTP and in Slack. */
export interface ImportSummary {
  /** "Ben Okafor loses $23,405.48 of distribution, Ana Torres gains $4,850 of wholesale." */
  readonly headline: string;
  /** Credited sales by rep and metric, losses first, and their total; none where no credited amount changes. */
  readonly rows: readonly CreditRow[];
  /** What nobody is credited with: "$640 waits for an account type: Corner Cellar", "$20 doesn't count: 1 void order $20". */
  readonly uncredited: readonly string[];
  /** "30 orders, $80,000 = $65,364.92 credited + $640 waiting + $13,995.08 not counting". */
  readonly sum: string;
  /** "3 new ($7,800.40), 2 changed ($35,090.84 → $36,340.84), 25 unchanged ($36,858.76)". */
  readonly orders: string;
}

/** Dollars before and after as words; `change` has its sign. */
export interface CreditRow {
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
  return {
    headline: headline(preview, options),
    rows: rows(preview, options),
    uncredited: uncreditedLines(credit.uncredited, options),
    sum: `${counted(credit.orders, "order")}${more}, ${dollars(credit.total.to)} = ${partsOf(credit).join(" + ")}`,
    orders: [
      ...(orders.new === 0 ? [] : [`${count(orders.new)} new (${dollars(totals.new)})`]),
      ...(orders.changed === 0
        ? []
        : [`${count(orders.changed)} changed (${dollars(totals.changedFrom)} → ${dollars(totals.changedTo)})`]),
      ...(orders.unchanged === 0 ? [] : [`${count(orders.unchanged)} unchanged (${dollars(totals.unchanged)})`]),
    ].join(", "),
  };
}

/** Says the same in plain lines. */
export function summaryLines(preview: ImportPreview, options: SummaryOptions): readonly string[] {
  const { headline: first, rows: table, uncredited, sum: all, orders } = importSummary(preview, options);
  return [
    first,
    ...table.map(({ who, before, after, change }) => `${who}: ${before} → ${after} (${change})`),
    ...uncredited.map((line) => `Not credited: ${line}`),
    ...(orders === "" ? [] : [`In all: ${all}`, `In this file: ${orders}`]),
  ];
}

interface Amounts {
  readonly from: number;
  readonly to: number;
}

function rows({ reps, credit: { credited } }: ImportPreview, { clean, most }: SummaryOptions): readonly CreditRow[] {
  const matched = reps.filter((rep) => rep.matched).sort((a, b) => net(a.metrics) - net(b.metrics));
  if (matched.length === 0) return [];
  const shown: typeof matched = [];
  for (const rep of matched) if (sizeOf([...shown, rep]) <= most) shown.push(rep);
  const folded = matched.filter((rep) => !shown.includes(rep));
  const rest = sum(folded.flatMap(({ metrics }) => metrics));
  const changed = sum(matched.flatMap(({ metrics }) => metrics));
  const same = { from: cents(credited.from - changed.from), to: cents(credited.to - changed.to) };
  return [
    ...shown.flatMap(({ name, metrics }) =>
      metrics.map((one) => row(`${clean(name)}, ${metricOf(one.type).name}`, one)),
    ),
    ...(folded.length === 0 ? [] : [row(counted(folded.length, shown.length === 0 ? "rep" : "more rep"), rest)]),
    ...(same.from === 0 && same.to === 0 ? [] : [row("Everyone else", same)]),
    row("Total credited", credited),
  ];
}

function sizeOf(reps: ImportPreview["reps"]): number {
  return reps.reduce((size, { metrics }) => size + metrics.length, 0);
}

/** "+$4,850", "−$14,995.08", "$0". */
function signedDollars(change: number): string {
  if (change === 0) return dollars(0);
  return `${change < 0 ? "−" : "+"}${dollars(Math.abs(change))}`;
}

function row(who: string, { from, to }: Amounts): CreditRow {
  return { who, before: dollars(from), after: dollars(to), change: signedDollars(cents(to - from)) };
}

function sum(amounts: readonly Amounts[]): Amounts {
  const of = (moment: keyof Amounts) => cents(amounts.reduce((all, one) => all + one[moment], 0));
  return { from: of("from"), to: of("to") };
}

/** "$65,364.92 credited", "$640 waiting", "$23,405.48 not counting": what all orders come to. */
function partsOf({ credited, uncredited }: ImportPreview["credit"]): readonly string[] {
  const waiting = sum(uncredited.filter(({ why }) => WAITS.has(why))).to;
  const left = sum(uncredited.filter(({ why }) => !WAITS.has(why))).to;
  return [
    `${dollars(credited.to)} credited`,
    ...(waiting === 0 ? [] : [`${dollars(waiting)} waiting`]),
    ...(left === 0 ? [] : [`${dollars(left)} not counting`]),
  ];
}

/** A line for what each thing that is missing holds up, and one for all that does not count whatever is done. */
function uncreditedLines(uncredited: readonly Uncredited[], options: SummaryOptions): readonly string[] {
  const now = uncredited.filter(({ orders }) => orders > 0);
  const left = now.filter(({ why }) => !WAITS.has(why));
  const parts = left.map((one) => `${leftWords(one, options)} ${amountWords(one)}`);
  return [
    ...now.filter(({ why }) => WAITS.has(why)).map((one) => waitingLine(one, options)),
    ...(left.length === 0 ? [] : [`${dollars(sum(left).to)} doesn't count: ${parts.join(", ")}`]),
  ];
}

/** "$640 waits for an account type: Corner Cellar"; named with their amounts where there are several. */
function waitingLine(one: Uncredited, { clean, most }: SummaryOptions): string {
  const { why, orders, parts, named } = one;
  const { waits, quoted } = WAITS.get(why) ?? { waits: () => "waits", quoted: false };
  if (named === 0) return `${amountWords(one)} ${waits(1)}: ${counted(orders, "order")}`;
  const shown = parts.slice(0, Math.min(Math.max(most, 1), MAX_PARTS)).map(({ name, to }) => {
    const called = quoted ? `"${clean(name)}"` : clean(name);
    return named === 1 ? called : `${called} ${dollars(to)}`;
  });
  const more = named - shown.length;
  const names = [shown.join(", "), ...(more > 0 ? [`${count(more)} more`] : [])].join(" and ");
  return `${amountWords(one)} ${waits(named)}: ${names}`;
}

/** "3 void orders", '"Retail" account type'. */
function leftWords({ why, orders, parts, named }: Uncredited, { clean }: SummaryOptions): string {
  const [first] = parts;
  const noun = NAMED_REASONS.get(why);
  if (noun !== undefined && first !== undefined && named === 1) return `${noun} "${clean(first.name)}"`;
  return reasonsInWords([[why, orders]]).join("");
}

/** "$36,440.69 (was $13,035.21)". */
function amountWords({ from, to }: Amounts): string {
  return from === to || from === 0 ? dollars(to) : `${dollars(to)} (was ${dollars(from)})`;
}

/** How many customers or sales reps a line names. */
const MAX_PARTS = 5;

/** Reasons that somebody can do something about, and what the orders wait for, before the names it is about. */
const WAITS: ReadonlyMap<string, { readonly waits: (names: number) => string; readonly quoted: boolean }> = new Map([
  ["customer has no account type", { waits: () => "waits for an account type", quoted: false }],
  [
    SOURCES.fishbowl.unmatchedReason,
    { waits: (names: number) => `waits for ${names === 1 ? "a match" : "matches"}`, quoted: true },
  ],
  ["order has no salesman", { waits: () => "waits for a sales rep", quoted: false }],
]);
const NAMED_REASONS: ReadonlyMap<string, string> = new Map([
  ["account type is neither Wholesale nor Distribution", "account type"],
  ["order has an unknown status", "status"],
]);

function counted(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100 + 0;
}

function dollars(amount: number): string {
  return exactFigure(amount, "dollars");
}
