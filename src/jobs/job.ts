/** One thing that happens by itself. */
export interface Job {
  readonly name: string;
  /** When and what, in words, for whoever reads the table. */
  readonly when: string;
  readonly what: string;
  /**
   * Looks at what is due now and does it. It runs every minute, maybe in several processes at once, and may be cut off
   * anywhere: what it does must not depend on who ran it, nor how often. It returns within a minute; what takes longer
   * goes on by itself. After the signal it begins nothing.
   */
  run(signal: AbortSignal): Promise<void>;
  /** Resolves when nothing of it goes on any more. */
  idle?(): Promise<void>;
}
