import type { SourceId } from "../metrics/sources";

/**
 * What went wrong with a source, by who can mend it: `credentials`: whoever holds its key. `throttled`, `unreachable`:
 * time. `unexpected-answer`: us. `vanished`: an admin who knows whether so many records were really deleted.
 */
export type Fault = "credentials" | "throttled" | "unreachable" | "unexpected-answer" | "vanished";

/** A source could not be read. `message` is a sentence for an admin and holds no secret. */
export class SourceError extends Error {
  override readonly name = "SourceError";

  /** What the vendor answered; absent where it was no HTTP status that went wrong. */
  readonly status?: number;
  /** How many records are missing; absent unless that is what went wrong. */
  readonly vanished?: number;

  constructor(
    readonly source: SourceId,
    readonly fault: Fault,
    message: string,
    options?: ErrorOptions & { readonly status?: number; readonly vanished?: number },
  ) {
    super(message, options);
    if (options?.status !== undefined) this.status = options.status;
    if (options?.vanished !== undefined) this.vanished = options.vanished;
  }

  /** True if the same request may succeed later without anybody doing anything. */
  get passes(): boolean {
    return isPassing(this.fault);
  }
}

/** Tells whether a fault is mended by time alone. */
export function isPassing(fault: string): boolean {
  return fault === "throttled" || fault === "unreachable";
}

/** Says that a list holds more records than a window may: thrown where it is found, and answered as `too-many`. */
export class TooManyRecords extends Error {
  override readonly name = "TooManyRecords";

  /** `records`: how many, where the vendor tells. */
  constructor(readonly records: number | null) {
    super("A list holds more records than a window may");
  }
}
