import type { ChartSeries } from "./chart-data";

/** Places values and categories in a drawing, in pixels from its upper left corner. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The values that lines are drawn at, from the lowest up; zero is one of them. */
  readonly ticks: readonly number[];
  /** The width that each category has. */
  readonly step: number;
  x(category: number): number;
  y(value: number): number;
}

const CHARACTER = 6.6;
const TICKS = 4;
const COMPACT = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });

/** The numbers beside an axis: "250", "2.5K". */
export function tickLabel(value: number): string {
  return COMPACT.format(value);
}

/** Lays a chart out: the labels of the values to the left, those of the categories below. */
export function plotOf({
  series,
  count,
  width,
  height,
}: {
  readonly series: readonly ChartSeries[];
  /** How many categories there are. */
  readonly count: number;
  readonly width: number;
  readonly height: number;
}): Plot {
  const ticks = ticksFor(series.flatMap(({ values }) => values));
  const [lowest = 0, highest = 1] = [ticks[0], ticks.at(-1)];
  const left = Math.max(...ticks.map((tick) => tickLabel(tick).length)) * CHARACTER + 10;
  const [right, top, bottom] = [width - 8, 8, height - 26];
  const step = (right - left) / Math.max(1, count);
  return {
    ...{ left, right, top, bottom, ticks, step },
    x: (category) => left + step * (category + 0.5),
    y: (value) => bottom - ((value - lowest) / (highest - lowest)) * (bottom - top),
  };
}

/** Round values that reach from the lowest to the highest and include zero. */
export function ticksFor(values: readonly number[]): readonly number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values) || (low === 0 ? 1 : 0);
  const step = roundStep((high - low) / TICKS);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, at) => Math.round((first + at) * step * 1e6) / 1e6);
}

/** The next of 1, 2, 2.5, 5 and 10, times a power of ten. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** A label below a chart: its text, and where its middle is. */
export interface PlacedLabel {
  readonly at: number;
  readonly text: string;
  readonly x: number;
}

const GAP = 10;

/**
 * Places every label, or where they have no room every second, third and so on, counted from the last one; none leaves the
 * drawing.
 */
export function placedLabels(
  categories: readonly string[],
  { x, width }: { x: Plot["x"]; width: number },
): readonly PlacedLabel[] {
  const all = categories.map((text, at) => {
    const half = (text.length * CHARACTER) / 2;
    return { at, text, half, x: Math.max(half, Math.min(x(at), width - half)) };
  });
  const strides = all.map((_, before) => all.filter(({ at }) => (all.length - 1 - at) % (before + 1) === 0));
  const placed = strides.find(haveRoom) ?? [];
  return placed.map(({ at, text, x: middle }) => ({ at, text, x: middle }));
}

function haveRoom(labels: readonly { readonly half: number; readonly x: number }[]): boolean {
  return labels.every((label, index) => {
    const before = labels[index - 1];
    return before === undefined || before.x + before.half + GAP <= label.x - label.half;
  });
}
