/** The demo's time: it begins at a given moment, runs as fast as ours, and can be moved. */
export interface DemoClock {
  now(): Date;
  /** Sets the clock to this time; it runs on from there. */
  moveTo(at: Date): void;
  /** The time without any move of the clock. */
  unmoved(): Date;
  /** Goes back to the start time and forgets every move. */
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
