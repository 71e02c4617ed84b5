/** The demo's time: it begins at a given moment, runs as fast as ours, and can be moved. */
export interface DemoClock {
  now(): Date;
  /** From here on it is this time. */
  moveTo(at: Date): void;
  /** The time it would be had nobody moved it. */
  unmoved(): Date;
  /** Begins again where it once began. */
  restart(): void;
}

export function demoClock(start: Date): DemoClock {
  const offsetNow = () => start.getTime() - Date.now();
  let offset = offsetNow();
  let shift = 0;
  return {
    now: () => new Date(Date.now() + offset + shift),
    moveTo: (at) => {
      shift = at.getTime() - Date.now() - offset;
    },
    unmoved: () => new Date(Date.now() + offset),
    restart: () => {
      offset = offsetNow();
      shift = 0;
    },
  };
}
