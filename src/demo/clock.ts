/** The demo's time: it begins at a given moment, runs as fast as ours, and can be moved. */
export interface DemoClock {
  now(): Date;
  /** From here on it is this time. */
  moveTo(at: Date): void;
}

export function demoClock(start: Date): DemoClock {
  let ahead = start.getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + ahead),
    moveTo: (at) => {
      ahead = at.getTime() - Date.now();
    },
  };
}
