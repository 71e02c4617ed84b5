import type { RunContext } from "../../src/sync/run/context";

/** What a sync does, stage by stage. */
const STAGES = {
  people: "people and settings",
  lists: "asking for pages and parsing them",
  keeping: "keeping facts",
  duplicates: "duplicates",
  rollup: "roll-up",
  metrics: "writing metrics",
  goals: "goals",
} as const;

type Stage = keyof typeof STAGES;

/** A clock at each part of a sync. Sources run side by side, so that the stages' times may sum to more than the run's. */
export interface StageClock {
  /** The parts, each with its clock. */
  watch(parts: RunContext): RunContext;
  /** "keeping facts 41 %, roll-up 20 %, …", the longest first. */
  shares(): string;
  reset(): void;
}

export function stageClock(): StageClock {
  const spent = new Map<Stage, number>();
  const clocked = <A extends readonly unknown[], R>(stage: Stage, work: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      const begun = performance.now();
      try {
        return await work(...args);
      } finally {
        spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - begun);
      }
    };
  };
  return {
    watch: (parts) => watched(parts, clocked),
    shares: () => shares(spent),
    reset: () => spent.clear(),
  };
}

type Clocked = <A extends readonly unknown[], R>(
  stage: Stage,
  work: (...args: A) => Promise<R>,
) => (...args: A) => Promise<R>;

function watched(parts: RunContext, clocked: Clocked): RunContext {
  const { facts, metrics, goals, sources } = parts;
  return {
    ...parts,
    sources: sources.map((source) => {
      const open = clocked("people", source.open);
      return {
        ...source,
        open: async (range, how) => {
          const reading = await open(range, how);
          return { ...reading, read: clocked("lists", reading.read) };
        },
      };
    }),
    facts: {
      ...facts,
      stored: (source, window) => clockedPieces("keeping", facts.stored(source, window), clocked),
      save: clocked("keeping", facts.save),
      positions: clocked("keeping", facts.positions),
      calls: clocked("duplicates", facts.calls),
      callStarts: (source, span) => clockedPieces("duplicates", facts.callStarts(source, span), clocked),
      mark: clocked("duplicates", facts.mark),
    },
    metrics: {
      ...metrics,
      ownerCells: clocked("rollup", metrics.ownerCells),
      cellsOf: clocked("rollup", metrics.cellsOf),
      save: clocked("metrics", metrics.save),
    },
    goals: { ...goals, recompute: clocked("goals", goals.recompute) },
  };
}

/** The time that is waited for each piece. */
async function* clockedPieces<T>(stage: Stage, pieces: AsyncIterable<T>, clocked: Clocked): AsyncGenerator<T> {
  const iterator = pieces[Symbol.asyncIterator]();
  const next = clocked(stage, () => iterator.next());
  for (let piece = await next(); !piece.done; piece = await next()) yield piece.value;
}

function shares(spent: ReadonlyMap<Stage, number>): string {
  const whole = [...spent.values()].reduce((sum, each) => sum + each, 0);
  return [...spent]
    .sort((a, b) => b[1] - a[1])
    .map(([stage, each]) => `${STAGES[stage]} ${Math.round((100 * each) / whole)} %`)
    .join(", ");
}
