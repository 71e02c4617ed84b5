import { periodOf } from "../../../goals/goal";
import type { Look, ShownFigure, ShownFigures } from "../../../goals/shown/shown-figures";
import { METRICS, type MetricType } from "../../../metrics/metrics";
import { shownDifference } from "../../../words/figures";
import type { Cause } from "../../ui/changes/causes";
import { changeOf, type MonthThen, type OwnChange } from "./changes";

/** How a figure changed between its reader's last look at it and the beginning of a sync, which therefore didn't change it. */
export interface ChangeSince extends OwnChange {
  readonly look: Look;
}

/** What somebody was shown last, and the figures with which a sync began, read at that instant or after it. */
interface Beginning {
  readonly shown: ShownFigures | null;
  readonly before: MonthThen;
  readonly began: Date;
}

/** Lists what looks another way since somebody's last looks at this month before a sync began, in the order of the METRICS table. */
export function changesSinceLook(beginning: Beginning): readonly ChangeSince[] {
  const months = monthsOf(beginning.before);
  return shownThen(beginning).flatMap(({ type, unit, figure: { value, reported: _, ...look } }) => {
    const month = months.get(type) ?? 0;
    // They saw full dollars and minutes.
    if (look.at > beginning.began || shownDifference(month, value, unit) === 0) return [];
    return [{ type, unit, change: changeOf(month, value), month, look }];
  });
}

/** Lists the figures that another report told meanwhile: that of a sync for which this one waited. */
export function reportedMeanwhile(beginning: Beginning): ReadonlyMap<MetricType, number> {
  const told = shownThen(beginning).flatMap(({ type, figure: { reported } }): [MetricType, number][] =>
    reported !== undefined && reported.at > beginning.began ? [[type, reported.value]] : [],
  );
  return new Map(told);
}

/** The figures that a sync's own change counts from: those with which it began, but what a report told meanwhile is not told again. */
export function baseline(before: MonthThen, reported: ReadonlyMap<MetricType, number>): MonthThen {
  const months = new Map([...monthsOf(before), ...reported]);
  return { today: before.today, glance: [...months].map(([type, month]) => ({ type, month })) };
}

/** How a figure changed since its reader saw it last, or since the sync began where they saw just that. */
export interface NetChange extends OwnChange {
  /** When they saw it; absent where that is what the sync began with. */
  readonly look?: Look;
  /** How much of the change came before the sync began; its causes are of the rest. */
  readonly before: number;
  /** The orders that made that, as far as they are known. */
  readonly causesBefore?: readonly Cause[];
}

/**
 * Puts what changed before a sync and what the sync changed together, in the order of the METRICS table, so that one figure is told once.
 * A figure that is what it was is left out; but not money that came and went.
 */
export function netChanges(changes: readonly OwnChange[], since: readonly ChangeSince[]): readonly NetChange[] {
  return METRICS.flatMap(({ type, unit }): NetChange[] => {
    const own = changes.find((one) => one.type === type);
    const seen = since.find((one) => one.type === type);
    const last = own ?? seen;
    if (last === undefined) return [];
    const change = changeOf((own?.change ?? 0) + (seen?.change ?? 0), 0);
    if (change === 0 && unit !== "dollars") return [];
    const { causes: _, ...rest } = last;
    return [
      {
        ...rest,
        ...{ change, before: seen?.change ?? 0 },
        ...(own?.causes !== undefined && { causes: own.causes }),
        ...(seen !== undefined && { look: seen.look }),
        ...(seen?.causes !== undefined && { causesBefore: seen.causes }),
      },
    ];
  });
}

/** Whether a figure asks why: it fell, or is money that came or went while nobody looked. */
export function asksWhy({ unit, change, look }: NetChange): boolean {
  return change < 0 || (unit === "dollars" && look !== undefined);
}

/** The money that came to less than its reader saw last, or than there was before the sync. */
export function fallenMoney(changes: readonly NetChange[]): readonly NetChange[] {
  return changes.filter(({ unit, change }) => unit === "dollars" && change < 0);
}

function shownThen({ shown, before }: Beginning) {
  if (shown === null || shown.month !== periodOf("monthly", before.today).from) return [];
  return METRICS.flatMap(({ type, unit }) => {
    const figure: ShownFigure | undefined = shown.figures[type];
    return figure === undefined ? [] : [{ type, unit, figure }];
  });
}

function monthsOf({ glance }: MonthThen): ReadonlyMap<MetricType, number> {
  return new Map(glance.map(({ type, month }) => [type, month]));
}
