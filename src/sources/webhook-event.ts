import type { Fact } from "../metrics/fact";
import type { SourceId } from "../metrics/sources";

/** A record by its id at the source: all that a webhook is believed. */
export interface RecordRef {
  readonly kind: "activity" | "opportunity" | "call";
  /** Digits only. */
  readonly id: string;
}

/** What a webhook says has changed. */
export interface WebhookEvent {
  readonly source: SourceId;
  /** Tells a repetition of the same message; `null` where the vendor gives nothing to tell it by. */
  readonly key: string | null;
  /** At least one. */
  readonly records: readonly RecordRef[];
}

/** What a webhook's body is: a hint, or nothing to act on and why. */
export type EventRead =
  | { readonly kind: "hint"; readonly event: WebhookEvent }
  | { readonly kind: "ignored"; readonly why: string };

/** Single records as they are now. */
export interface RecordsRead {
  readonly facts: readonly Fact[];
  /** Facts of what may be a copy of a record that is kept already: they stand only where none as early is kept. */
  readonly copies: readonly Fact[];
  /** What was read: facts kept of these that are not among `facts` are no more. */
  readonly scope: RecordScope;
}

/** Kept facts, named by their records' ids or by how these begin. */
export interface RecordScope {
  readonly recordIds: readonly string[];
  readonly prefixes: readonly string[];
}
