import { METRICS, type MetricType } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { periodOf } from "../goal";
import type { Overview } from "../overview";

/** A surface that shows somebody their own figures of this month. */
export type FigureSurface = "home" | "goals" | "report";

/** When and where somebody was shown a figure. */
export interface Look {
  /** When the figure was read, which was before it was shown. */
  readonly at: Date;
  /** The date on the reader's clock then. */
  readonly day: Day;
  readonly surface: FigureSurface;
}

/** What a month had come to when it was shown last, in the metric's unit. */
export interface ShownFigure extends Look {
  readonly value: number;
  /** What a report told last and when it was read, whatever was looked at since: it is not told again. */
  readonly reported?: Pick<ShownFigure, "value" | "at">;
}

/** What somebody was last shown of a month, by metric; a metric that no surface showed is absent. */
export interface ShownFigures {
  /** The month's first day. */
  readonly month: Day;
  readonly figures: Readonly<Partial<Record<MetricType, ShownFigure>>>;
}

type Showing = Pick<Look, "at" | "surface">;

/** Takes all that a surface shows of somebody's month: a metric without a figure came to nothing. */
export function shownMonth(overview: Pick<Overview, "today" | "glance">, showing: Showing): ShownFigures {
  return shown(overview, { ...showing, types: METRICS.map(({ type }) => type) });
}

/** Takes what somebody's monthly goals show of their month, as `/goals` does. */
export function shownMonthlyGoals(overview: Pick<Overview, "today" | "glance" | "goals">, showing: Showing) {
  const types = overview.goals.filter(({ period }) => period === "monthly").map(({ type }) => type);
  return shown(overview, { ...showing, types });
}

function shown(
  { today, glance }: Pick<Overview, "today" | "glance">,
  { types, ...showing }: Showing & { readonly types: readonly MetricType[] },
): ShownFigures {
  const months = new Map(glance.map(({ type, month }) => [type, month]));
  const figures = types.map((type) => [type, { value: months.get(type) ?? 0, ...showing, day: today }] as const);
  return { month: periodOf("monthly", today).from, figures: Object.fromEntries(figures) };
}
