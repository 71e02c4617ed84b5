import { metricOf } from "../../metrics/metrics";
import type { AppliedImport } from "../../sync/order-imports";
import type { Day } from "../../time/day";
import { rangeInWords } from "../../words/dates";
import { exactFigure } from "../../words/figures";
import { counted, foreign } from "../ui/text";

/** What an import that was previewed or applied does. */
export type AppliedPreview = AppliedImport["preview"];
type RepChange = AppliedPreview["reps"][number];

const MAX_NAME_LENGTH = 40;
/** How many reps are named beside one customer. */
const MAX_BESIDE = 3;

/**
 * Says who loses and who gains by a file, the largest loss first, then the largest gain, and what it credits in all:
 * "▼ Ben Okafor: Distribution sales $72,271 → $48,866 (−$23,405)". Nobody is credited with what isn't matched to anyone.
 */
export function repLines({ reps }: Pick<AppliedPreview, "reps">, most: number): readonly string[] {
  const groups = GROUPS.map((group) => ({ ...group, members: reps.filter((rep) => group.has(rep, net(rep))) }));
  const lines = groups.flatMap(({ sign, members }) => {
    return members.map((rep) => `${sign} ${repWords(rep, { sums: true })}`);
  });
  if (lines.length === 0) return [];
  const counts = groups.flatMap(({ members: { length }, words }) => (length === 0 ? [] : [words(length)]));
  const all = net({ metrics: reps.filter(({ matched }) => matched).flatMap(({ metrics }) => metrics) });
  return [
    `*${counts.join(", ")}* · net ${signed(all)} by this file`,
    ...lines.slice(0, most),
    ...(lines.length > most ? [`and ${(lines.length - most).toLocaleString("en-US")} more`] : []),
  ];
}

/**
 * The groups of those whose figures change, in the order in which they are named. Of whoever loses in a metric it is never said that
 * they gain, as they may be paid by that one.
 */
const GROUPS: readonly {
  readonly sign: string;
  readonly has: (rep: RepChange, sum: number) => boolean;
  readonly words: (count: number) => string;
}[] = [
  { sign: "▼", has: ({ matched }, sum) => matched && sum < 0, words: (of) => repsThat(of, ["loses", "lose"]) },
  {
    sign: "▲",
    has: (rep, sum) => rep.matched && sum >= 0 && !losesInOne(rep),
    words: (of) => repsThat(of, ["gains", "gain"]),
  },
  {
    sign: "↔",
    has: (rep, sum) => rep.matched && sum >= 0 && losesInOne(rep),
    words: (of) => `${repsThat(of, ["shifts", "shift"])} between metrics`,
  },
  { sign: "•", has: ({ matched }) => !matched, words: (of) => `${of.toLocaleString("en-US")} unmatched` },
];

function losesInOne({ metrics }: RepChange): boolean {
  return metrics.some(({ change }) => change < 0);
}

/** "1 rep loses", "3 reps lose". */
function repsThat(count: number, [one, many]: readonly [string, string]): string {
  return `${counted(count, "rep")} ${count === 1 ? one : many}`;
}

/** What somebody gains in all, in dollars to the cent; below zero where they lose. */
function net({ metrics }: Pick<RepChange, "metrics">): number {
  return Math.round(metrics.reduce((sum, { change }) => sum + change, 0) * 100) / 100 + 0;
}

/** Customers whose account type changes, each with what that alone does to whose figures. */
export function accountTypeLines({ accountTypes }: AppliedPreview, most: number): readonly string[] {
  const { count, changes } = accountTypes;
  if (count === 0) return [];
  const shown = changes.slice(0, most).map(({ customer, from, to, reps }) => {
    const [before, after] = [from, to].map((type) => (type === null ? "none" : foreign(type, MAX_NAME_LENGTH)));
    const named = reps.slice(0, MAX_BESIDE).map((rep) => repWords(rep, { sums: false }));
    const more = reps.length - named.length;
    const whose = [...named, ...(more > 0 ? [`${counted(more, "more rep")}`] : [])].join("; ");
    return `• ${foreign(customer, MAX_NAME_LENGTH)}: ${before} → ${after}. ${whose === "" ? "No figure changes" : whose}`;
  });
  return ["*Account type changes*", ...shown, ...moreLine(count - shown.length, "more customer")];
}

/** That some of the orders are of days to come. */
export function aheadLines({ ahead }: AppliedPreview, today: Day): readonly string[] {
  if (ahead === null) return [];
  const { orders, total, days } = ahead;
  const are = orders === 1 ? "is" : "are";
  return [
    `⚠️ ${counted(orders, "order")} (${exactFigure(total, "dollars")}) ${are} dated after today: ${rangeInWords(days, today)}. Check the dates; they count on those days.`,
  ];
}

/** Keeps a minus on the line of its amount, which would be read as a gain without it. */
const WORD_JOINER = "\u2060";

/** "Ana Ray: Wholesale sales +$4,850, Distribution sales −$100"; with sums "Wholesale sales $14,301 → $19,151 (+$4,850)". */
function repWords({ name, matched, metrics }: RepChange, { sums }: { readonly sums: boolean }): string {
  const changes = metrics
    .map(({ type, from, to, change }) => {
      const words = sums ? `${dollars(from)} → ${dollars(to)} (${signed(change)})` : signed(change);
      return `${metricOf(type).title} ${words}`;
    })
    .join(", ");
  const who = foreign(name, MAX_NAME_LENGTH);
  return matched ? `${who}: ${changes}` : `"${who}", who isn't matched to anyone: ${changes}`;
}

function signed(change: number): string {
  return `${change < 0 ? `−${WORD_JOINER}` : "+"}${dollars(Math.abs(change))}`;
}

function dollars(amount: number): string {
  return exactFigure(amount, "dollars");
}

function moreLine(more: number, noun: string): readonly string[] {
  return more > 0 ? [`and ${counted(more, noun)}`] : [];
}
