/** Runs one piece of work at a time: whoever asks for it while it runs shares that run. */
export interface SingleFlight {
  run(work: () => Promise<void>): Promise<void>;
  readonly running: boolean;
  /** Resolves when nothing runs, however it ended. */
  idle(): Promise<void>;
}

export function singleFlight(): SingleFlight {
  let running: Promise<void> | null = null;
  return {
    run: (work) => {
      running ??= work().finally(() => {
        running = null;
      });
      return running;
    },
    get running() {
      return running !== null;
    },
    idle: async () => {
      await running?.catch(() => undefined);
    },
  };
}
