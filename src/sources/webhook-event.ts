import type { Fact } from "../metrics/fact";
import type { SourceId } from "../metrics/sources";

/** A record by its id at the source, which is all of a webhook that is believed. */
export interface RecordRef {
  readonly kind: "activity" | "opportunity" | "call" | "call-sid";
  /** Digits only; of a call that is named by its sid alone, letters and digits. */
  readonly id: string;
}

/** What a webhook says has changed. */
export interface WebhookEvent {
  readonly source: SourceId;
  /** Identifies repetitions of the same message; `null` where the vendor gives nothing to identify it by. */
  readonly key: string | null;
  /** At least one. */
  readonly records: readonly RecordRef[];
}

/** What a webhook's body says: an event, or why there is nothing to act on. */
export type ParsedEvent =
  | { readonly kind: "event"; readonly event: WebhookEvent }
  | { readonly kind: "ignored"; readonly why: string };

/** Single records as they are now. */
export interface RecordsRead {
  readonly facts: readonly Fact[];
  /** Facts of possible copies of a record that is saved already: they count only if none as early is saved. */
  readonly copies: readonly Fact[];
  /** Why records could not be read, a reason for each: what is saved of them stands. */
  readonly unreadable: readonly string[];
  /** How many records can be asked for by nothing they are named by, and are not among the newest: syncs list them. */
  readonly unlisted?: number;
  /** What was read: saved facts of these records that are not among `facts` are deleted. */
  readonly scope: RecordScope;
}

/** Names saved facts by the ids of their records or by the prefix of these. */
export interface RecordScope {
  readonly recordIds: readonly string[];
  readonly prefixes: readonly string[];
}

/** Names what is saved of records; a mail's facts have the mail's id, so what was saved of its activity is not found. */
export function storedScope(records: readonly RecordRef[]): RecordScope {
  const ids = (isEntered: boolean) =>
    records.filter(({ kind }) => (kind === "opportunity") === isEntered).map(({ id }) => id);
  return { recordIds: ids(false), prefixes: ids(true).map((id) => `${id}-`) };
}
