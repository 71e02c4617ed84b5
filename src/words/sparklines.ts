const HEIGHTS = ["▁", "▂", "▃", "▅", "▇"];

/**
 * Draws values as small bars of text, "▁▂▃▅▇": the highest is full, the others as high as their share of it, rounded, so that next to nothing
 * is lowest, like nothing.
 */
export function sparkline(values: readonly number[]): string {
  const highest = Math.max(0, ...values);
  return values.map((value) => HEIGHTS[heightOf(value, highest)] ?? "").join("");
}

function heightOf(value: number, highest: number): number {
  if (value <= 0 || highest === 0) return 0;
  return Math.round((value / highest) * (HEIGHTS.length - 1));
}
