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
  const ahead = () => start.getTime() - Date.now();
  let begun = ahead();
  let moved = 0;
  return {
    now: () => new Date(Date.now() + begun + moved),
    moveTo: (at) => {
      moved = at.getTime() - Date.now() - begun;
    },
    unmoved: () => new Date(Date.now() + begun),
    restart: () => {
      begun = ahead();
      moved = 0;
    },
  };
}
