/** A scheduled job. */
export interface Job {
  readonly name: string;
  /** When it acts, for whoever reads the table; `what` says what it does. */
  readonly when: string;
  readonly what: string;
  /**
   * Does what is due now. It runs every minute, maybe in several processes at once, and may be cut off
   * anywhere: what it does must not depend on who ran it, nor how often. It returns within a minute; what takes longer
   * continues in the background. After the signal it begins nothing.
   */
  run(signal: AbortSignal): Promise<void>;
  /** Resolves when nothing of it is running. */
  idle?(): Promise<void>;
}
