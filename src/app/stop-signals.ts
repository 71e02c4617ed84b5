interface StopSignals {
  /** Milliseconds. */
  readonly clock: () => number;
  /** Called once, with the first signal. */
  first(signal: NodeJS.Signals): void;
  /** Called when somebody asks once more, because they do not want to wait. */
  again(): void;
}

/** What starts us in a terminal hands on what the terminal has sent to us, too: `npm start` a tenth of a second later. */
const SAME_MS = 1_500;

/**
 * Hears SIGTERM and SIGINT. One press of Ctrl+C may bring two signals: a handler that is gone after the first would leave the second
 * to end the process in the middle of its work.
 */
export function onStopSignals(from: Pick<NodeJS.Process, "on">, { clock, first, again }: StopSignals): void {
  let since: number | null = null;
  for (const name of ["SIGTERM", "SIGINT"] as const) {
    from.on(name, (signal) => {
      if (since === null) {
        since = clock();
        first(signal);
      } else if (clock() - since >= SAME_MS) again();
    });
  }
}
