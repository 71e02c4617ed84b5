import { metricOf } from "../metrics/metrics";
import type { RepChange } from "../sources/import-credit";
import type { ImportPreview } from "../sources/order-importer";
import { type Day, parseDay } from "../time/day";
import { counted, inFull } from "../words/counts";
import { datedInWords, rangeInWords } from "../words/dates";
import { cents, dollars, signedDollars } from "./import-amounts";
import { isWaiting } from "./import-waiting";

export interface DetailOptions {
  /** Makes a foreign name fit to be shown. */
  readonly clean: (name: string) => string;
  /** Makes a sentence that may quote foreign text fit to be shown. */
  readonly cleanSentence: (sentence: string) => string;
  readonly today: Day;
  /** How many lines of a kind are shown. */
  readonly most: number;
  /** The orders that are named above with what became of them. */
  readonly said?: ReadonlySet<string>;
}

/** What is said below an import's sums: why figures change, what to check, and on which days. */
export function importDetails(preview: ImportPreview, options: DetailOptions): readonly string[] {
  const days = importDays(preview, options.today).map(({ what, words }) => `*${what}*: ${words}`);
  return [...importChanges(preview, options), ...days];
}

/** Why figures change, then what to check before a file is applied. */
export function importChanges(preview: ImportPreview, options: DetailOptions): readonly string[] {
  return [
    ...accountTypeLines(preview, options),
    ...orderLines(preview, options),
    ...aheadLines(preview, options),
    ...noticeLines(preview, options),
  ];
}

/** How many reps are named beside one customer. */
const MAX_BESIDE = 3;

/** Customers whose account type changes, each with what that alone does to whose figures. */
function accountTypeLines({ accountTypes }: ImportPreview, { clean, most }: DetailOptions): readonly string[] {
  const { count: all, changes } = accountTypes;
  if (all === 0) return [];
  const shown = changes.slice(0, most).map(({ customer, from, to, reps, uncredited }) => {
    const [before, after] = [from, to].map((type) => (type === null ? "none" : clean(type)));
    const named = reps.slice(0, MAX_BESIDE).map((rep) => changesOf(rep, clean));
    const more = reps.length - named.length;
    const whose = [...named, ...(more > 0 ? [counted(more, "more rep")] : [])].join("; ");
    const waited = uncredited.filter(({ why }) => isWaiting(why));
    const leaves = cents(waited.reduce((sum, one) => sum + one.from - one.to, 0));
    const left = leaves > 0 ? `${dollars(leaves)} of ${clean(customer)} leaves waiting. ` : "";
    return `• ${clean(customer)}: ${before} → ${after}. ${left}${whose === "" ? "No credited sales change" : whose}`;
  });
  return ["*Account types that change*", ...shown, ...moreLine(all - shown.length, "more customer")];
}

/** "Ana Ray: wholesale +$4,850, distribution −$100". */
function changesOf({ name, matched, metrics }: RepChange, clean: DetailOptions["clean"]): string {
  const changes = metrics.map(({ type, change }) => {
    return `${metricOf(type).name} ${signedDollars(change)}`;
  });
  return `${matched ? clean(name) : `"${clean(name)}" (unmatched)`}: ${changes.join(", ")}`;
}

function orderLines({ sample, orders }: ImportPreview, { clean, today, most, said }: DetailOptions): readonly string[] {
  const left = sample.filter((one) => said?.has(one.order) !== true || !isSaidInAWord(one));
  const shown = left.slice(0, most);
  if (shown.length === 0) return [];
  const lines = shown.map(({ order, changes }) => {
    return `• ${clean(order)}: ${changes.map((change) => changeWords(change, { clean, today })).join("; ")}`;
  });
  const others = sample.length - left.length;
  const title = others === 0 ? "*Orders that change*" : "*Other orders that change*";
  return [title, ...lines, ...moreLine(orders.changed - others - shown.length, "more order")];
}

/** Tells whether "voided" or "repriced" beside its number says all of an order's change. */
function isSaidInAWord({ changes: [change, ...others] }: ImportPreview["sample"][number]): boolean {
  return others.length === 0 && (change?.field === "total" || change?.field === "status");
}

const FIELDS: Readonly<Record<string, string>> = {
  salesman: "sales rep",
  issued: "issue date",
  "customer id": "customer ID",
};

function changeWords(
  { field, from, to }: ImportPreview["sample"][number]["changes"][number],
  { clean, today }: Pick<DetailOptions, "clean" | "today">,
): string {
  const cell = (text: string | null) => {
    if (text === null) return "none";
    if (field === "total") return dollars(Number(text));
    const issued = field === "issued" ? parseDay(text) : null;
    return issued === null ? clean(text) : datedInWords(issued, today);
  };
  return `${FIELDS[field] ?? field} ${cell(from)} → ${cell(to)}`;
}

/** On which days figures change, and how many customers are new or change: "Oct 19–28", "1 new". */
export function importDays(
  { customers, days }: Pick<ImportPreview, "customers" | "days">,
  today: Day,
): readonly { readonly what: string; readonly words: string }[] {
  const parts = [
    ...(customers.new === 0 ? [] : [`${inFull(customers.new)} new`]),
    ...(customers.changed === 0 ? [] : [`${inFull(customers.changed)} changed`]),
  ];
  return [
    ...(days === null ? [] : [{ what: "Days that change", words: rangeInWords(days, today) }]),
    ...(parts.length === 0 ? [] : [{ what: "Customers", words: parts.join(", ") }]),
  ];
}

/** That some of the orders are of days to come. */
function aheadLines({ ahead }: ImportPreview, { today }: DetailOptions): readonly string[] {
  if (ahead === null) return [];
  const { orders, total, days } = ahead;
  const are = orders === 1 ? "is" : "are";
  return [
    `⚠️ ${counted(orders, "order")} (${dollars(total)}) ${are} dated after today: ${rangeInWords(days, today)}. Check the dates; they count on those days.`,
  ];
}

function noticeLines({ notices }: ImportPreview, { cleanSentence, most }: DetailOptions): readonly string[] {
  const shown = notices.slice(0, most);
  const more = notices.length - shown.length;
  return [
    ...shown.map((notice) => `⚠️ ${cleanSentence(notice)}`),
    ...(more > 0 ? [`⚠️ ${counted(more, "more note")}`] : []),
  ];
}

function moreLine(more: number, noun: string): readonly string[] {
  return more > 0 ? [`and ${counted(more, noun)}`] : [];
}
