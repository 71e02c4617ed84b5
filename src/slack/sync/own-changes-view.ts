import { periodOf } from "../../goals/goal";
import type { Overview } from "../../goals/overview";
import type { MetricType, Unit } from "../../metrics/metrics";
import { changeFigure, figure } from "../../words/figures";
import { metricNoun } from "../ui/text";

/** How a figure of this month became another one, in its metric's unit. */
export interface OwnChange {
  readonly type: MetricType;
  readonly unit: Unit;
  readonly change: number;
}

type Months = Pick<Overview, "today" | "glance">;

/** Lists what became another figure between two looks, in the order of the METRICS table; `null` where another month began. */
export function ownChanges(before: Months, after: Months): readonly OwnChange[] | null {
  if (periodOf("monthly", before.today).from !== periodOf("monthly", after.today).from) return null;
  const was = new Map(before.glance.map(({ type, month }) => [type, month]));
  return after.glance.flatMap(({ type, unit, month }): OwnChange[] => {
    const change = Math.round((month - (was.get(type) ?? 0)) * 100) / 100;
    return change === 0 ? [] : [{ type, unit, change }];
  });
}

/**
 * "*New for you this month*: +3 calls · +$4,850 wholesale", or that nothing is; "*Changed for you this month*: −$4,850 wholesale"
 * where anything fell, which is not new; `isFirst`: no sync had read anything before, so
 * nothing is new beside it: "*Your numbers are in.* This month: 61 calls · $9,120 wholesale".
 */
export function ownChangesInWords(
  changes: readonly OwnChange[],
  { isFirst = false }: { readonly isFirst?: boolean } = {},
): string {
  if (isFirst) return firstFigures(changes);
  if (changes.length === 0) return "Nothing new for you. Your numbers were already up to date.";
  const words = changes.map(({ type, unit, change }) => {
    return `${change > 0 ? "+" : "−"}${changeFigure(change, unit)} ${metricNoun(type, Math.abs(change))}`;
  });
  const verb = changes.some(({ change }) => change < 0) ? "Changed" : "New";
  return `*${verb} for you this month*: ${words.join(" · ")}`;
}

function firstFigures(changes: readonly OwnChange[]): string {
  if (changes.length === 0) return "*Your numbers are in.* You have none this month yet.";
  const words = changes.map(({ type, unit, change }) => `${figure(change, unit)} ${metricNoun(type, change)}`);
  return `*Your numbers are in.* This month: ${words.join(" · ")}`;
}
