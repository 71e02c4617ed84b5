/** One thing that was measured, in words with its unit. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly target?: Target;
}

/** What the measured figure should be, in words, and whether it is. */
export interface Target {
  readonly wanted: string;
  readonly holds: boolean;
}

/** A figure on a line, as it is found. */
export function figureLine({ what, measured, target }: Figure): string {
  return `${what}: ${measured}${target === undefined ? "" : ` (target ${told(target)})`}`;
}

/** All figures as a table in Markdown, ready for the README. */
export function figuresTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, measured, target }) => {
    return `| ${what} | ${measured} |${target === undefined ? "" : ` ${told(target)}`} |`;
  });
  return ["| what | measured | target |", "| --- | --- | --- |", ...rows].join("\n");
}

/** Whether a ratio is small enough, or large enough. */
export function atMost(ratio: number, most: number): Target {
  return { wanted: `at most ${most}`, holds: ratio <= most };
}

export function atLeast(ratio: number, least: number): Target {
  return { wanted: `at least ${least}`, holds: ratio >= least };
}

/** A number with its thousands set apart. */
export function written(count: number): string {
  return count.toLocaleString("en-US");
}

/** Milliseconds, from a second on as seconds. */
export function took(milliseconds: number): string {
  return milliseconds < 1_000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1_000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
}

/** How many times as long one took as another. */
export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

function told({ wanted, holds }: Target): string {
  return `${wanted}: ${holds ? "holds" : "does not hold"}`;
}
