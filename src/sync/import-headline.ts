import { metricOf } from "../metrics/metrics";
import type { RepChange } from "../sources/import-credit";
import type { ImportPreview } from "../sources/order-importer";
import { inFull } from "../words/counts";
import { cents, dollars, signedDollars } from "./import-amounts";
import { causeInWords, causeOrders } from "./import-causes";

/** How many reps a headline names. */
const MAX_NAMED = 3;

interface HeadlineOptions {
  readonly clean: (name: string) => string;
  readonly applied?: boolean;
}

/**
 * Says who loses and who gains by a file in a sentence: "Ben Okafor loses $23,405.48 of distribution, Ana Torres gains $4,850
 * of wholesale, 2 more gain." Of whoever loses in one metric it is never said that they gain, as they may be paid by that one.
 */
export function headline(preview: ImportPreview, { clean, applied = false }: HeadlineOptions): string {
  const reps = rankedReps(preview.reps);
  if (reps.length === 0) return unmoved(preview, applied);
  const named = reps.slice(0, MAX_NAMED);
  const more = KINDS.flatMap((kind) => {
    const of = reps.filter((rep) => kindOf(rep) === kind);
    const left = of.filter((rep) => !named.includes(rep)).length;
    const before = left < of.length ? " more" : "";
    return left === 0 ? [] : [`${inFull(left)}${before} ${verb(kind, { applied, plural: left !== 1 })}`];
  });
  const clauses = named.map((rep) => `${clean(rep.name)} ${clause(rep, applied)}${whyLess(rep, clean)}`);
  return `${[...clauses, ...more].join(", ")}.`;
}

/** " (SO-1017 voided)" behind what somebody loses. */
function whyLess(rep: RepChange, clean: HeadlineOptions["clean"]): string {
  const cause = kindOf(rep) === "loses" ? causeInWords(rep, clean) : null;
  return cause === null ? "" : ` (${cause})`;
}

/** Says what changes for each of the reps, whoever loses first: "−$23,405.48 distribution", and by which orders. */
export function repLines(
  reps: ImportPreview["reps"],
  { clean, most }: { readonly clean: HeadlineOptions["clean"]; readonly most: number },
): RepLines {
  const ranked = rankedReps(reps);
  const first = ranked.slice(0, most);
  const shown = first.map((rep) => ({
    name: clean(rep.name),
    change: rep.metrics.map(({ type, change }) => `${signedDollars(change)} ${metricOf(type).name}`).join(", "),
    cause: causeInWords(rep, clean),
  }));
  return { shown, more: ranked.length - shown.length, orders: new Set(first.flatMap(causeOrders)) };
}

/** The people shown, how many more there are, and the orders that these lines name. */
interface RepLines {
  readonly shown: readonly RepLine[];
  readonly more: number;
  readonly orders: ReadonlySet<string>;
}

/** `cause` is `null` where it is not known. */
export interface RepLine {
  readonly name: string;
  readonly change: string;
  readonly cause: string | null;
}

/** Sorts the reps whose credited sales change: whoever loses, then who shifts between metrics, then who gains, the most first each. */
export function rankedReps(reps: ImportPreview["reps"]): ImportPreview["reps"] {
  const matched = reps.filter((rep) => rep.matched);
  return KINDS.flatMap((kind) => matched.filter((rep) => kindOf(rep) === kind).sort(byAmount));
}

function byAmount(a: RepChange, b: RepChange): number {
  return Math.abs(net(b.metrics)) - Math.abs(net(a.metrics));
}

/** Said where nobody's credited sales change. */
function unmoved({ orders, customers }: ImportPreview, applied: boolean): string {
  const changed = orders.new + orders.changed + customers.new + customers.changed;
  if (changed === 0) return "Nothing changes: Paceline already has these orders just as they are here.";
  return applied ? "No rep's credited sales changed." : "No rep's credited sales change.";
}

type Kind = "loses" | "moves" | "gains";
const KINDS: readonly Kind[] = ["loses", "moves", "gains"];

function kindOf({ metrics }: RepChange): Kind {
  if (net(metrics) < 0) return "loses";
  return metrics.some(({ change }) => change < 0) ? "moves" : "gains";
}

function verb(kind: Kind, { applied, plural }: { readonly applied: boolean; readonly plural: boolean }): string {
  const { now, past, many } = VERBS[kind];
  if (applied) return past;
  return plural ? many : now;
}

const VERBS: Readonly<Record<Kind, { readonly now: string; readonly past: string; readonly many: string }>> = {
  loses: { now: "loses", past: "lost", many: "lose" },
  moves: { now: "shifts", past: "shifted", many: "shift" },
  gains: { now: "gains", past: "gained", many: "gain" },
};

/** "gains $4,850 of wholesale", "shifts from wholesale (−$5,000) to distribution (+$5,200)". */
function clause(rep: RepChange, applied: boolean): string {
  const kind = kindOf(rep);
  const does = verb(kind, { applied, plural: false });
  const [lost, won] = [rep.metrics.filter(({ change }) => change < 0), rep.metrics.filter(({ change }) => change > 0)];
  const isMixed = lost.length > 0 && won.length > 0;
  if (kind === "moves") return `${does} from ${parts(lost)} to ${parts(won)}`;
  const amount = dollars(Math.abs(net(rep.metrics)));
  if (isMixed) return `${does} ${amount} in all: ${parts([...lost, ...won])}`;
  return `${does} ${amount} of ${rep.metrics.map(({ type }) => metricOf(type).name).join(" and ")}`;
}

/** "wholesale (−$5,000)". */
function parts(metrics: RepChange["metrics"]): string {
  return metrics.map(({ type, change }) => `${metricOf(type).name} (${signedDollars(change)})`).join(" and ");
}

/** What somebody gains in all, in dollars to the cent; below zero where they lose. */
function net(metrics: RepChange["metrics"]): number {
  return cents(metrics.reduce((sum, { change }) => sum + change, 0));
}
