import { periodOf } from "../../../goals/goal";
import type { Overview } from "../../../goals/overview";
import type { MetricType, Unit } from "../../../metrics/metrics";
import type { Day, DayRange } from "../../../time/day";
import { changeFigure, figure } from "../../../words/figures";
import { metricNoun } from "../../ui/text";

/** How a figure of this month became another one, in its metric's unit. */
export interface OwnChange {
  readonly type: MetricType;
  readonly unit: Unit;
  readonly change: number;
  /** What the month has come to since. */
  readonly month: number;
  /** Which records made it fall, as mrkdwn; absent where that is not known. */
  readonly cause?: string;
}

/** The days that were synced, and today on the reader's clock. */
interface SyncedDays {
  readonly range: DayRange;
  readonly today: Day;
}

type Months = Pick<Overview, "today" | "glance">;

/** A figure of this month, in its metric's unit. */
export type OwnFigure = Omit<OwnChange, "change" | "cause">;

/** Lists what became another figure between two looks, in the order of the METRICS table; `null` where another month began. */
export function ownChanges(before: Months, after: Months): readonly OwnChange[] | null {
  if (periodOf("monthly", before.today).from !== periodOf("monthly", after.today).from) return null;
  const was = new Map(before.glance.map(({ type, month }) => [type, month]));
  return after.glance.flatMap(({ type, unit, month }): OwnChange[] => {
    const change = Math.round((month - (was.get(type) ?? 0)) * 100) / 100;
    return change === 0 ? [] : [{ type, unit, change, month }];
  });
}

/** Lists what this month has come to, in the order of the METRICS table: money first. */
export function monthFigures({ glance }: Months): readonly OwnFigure[] {
  return glance.flatMap(({ type, unit, month }) => (month === 0 ? [] : [{ type, unit, month }]));
}

/**
 * "*New for you this month*: +$4,850 wholesale, +3 calls", or that nothing is. What fell is told first, "*Down this month*: −$4,850 wholesale
 * (SO-1021 voided): $12,875 → $8,025" above "*Up*: +3 calls", of which an order that moved is not new. Of days before this month it tells nothing but where they are.
 *
 * @param range the days that were synced.
 */
export function ownChangesInWords(changes: readonly OwnChange[], { range, today }: SyncedDays): string {
  const isBefore = range.to < periodOf("monthly", today).from;
  if (changes.length === 0 && isBefore) return "Nothing new for you this month. *History* in Home has the days before.";
  if (changes.length === 0) return "Nothing new for you: this month's numbers were already up to date.";
  const [lost, gained] = [fallen(changes), changes.filter(({ change }) => change > 0)];
  const up = lost.length === 0 ? "New for you this month" : "Up";
  return [...headed("Down this month", lost), ...headed(up, gained)].join("\n");
}

/** What became less, and asks why. */
export function fallen(changes: readonly OwnChange[]): readonly OwnChange[] {
  return changes.filter(({ change }) => change < 0);
}

function headed(head: string, changes: readonly OwnChange[]): readonly string[] {
  const words = changes.map(({ type, unit, change, month, cause }) => {
    const why = cause === undefined ? "" : ` (${cause})`;
    // What fell begins at what the sync found, which an import may have raised since one looked, and ends at the figure that Home shows.
    const now = change > 0 ? "" : `: ${figure(month - change, unit)} → ${figure(month, unit)}`;
    return `${change > 0 ? "+" : "−"}${changeFigure(change, unit)} ${metricNoun(type, Math.abs(change))}${why}${now}`;
  });
  const isDown = changes.some(({ change }) => change < 0);
  return words.length === 0 ? [] : [`*${head}*: ${words.join(isDown ? "; " : ", ")}`];
}

/**
 * "*Your numbers are in.* This month: $9,120 wholesale, 61 calls": what is said after a first sync, beside which nothing is new. An
 * import before it may have brought some of it.
 */
export function firstFiguresInWords(figures: readonly OwnFigure[]): string {
  if (figures.length === 0) return "*Your numbers are in.* You have none this month yet.";
  const words = figures.map(({ type, unit, month }) => `${figure(month, unit)} ${metricNoun(type, month)}`);
  return `*Your numbers are in.* This month: ${words.join(", ")}`;
}
