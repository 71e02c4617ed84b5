import { SOURCES, type SourceId } from "../metrics/sources";
import { SourceError } from "./source-error";

/** Parts of a record that may not be readable; `null` where none can be named. */
export const UNREADABLE_PARTS = ["date", "details", "duration", "sender", "stage", null] as const;
export type UnreadablePart = (typeof UNREADABLE_PARTS)[number];

/** Records as messages name them, one and several. */
const RECORDS = { call: "calls", email: "emails", opportunity: "opportunities", activity: "activities" } as const;
export type ReadableRecord = keyof typeof RECORDS;

/**
 * The reason under which records are tallied of which a part could not be read.
 *
 * @example
 * unreadableReason("call", "duration"); // => "call could not be read: duration"
 */
export function unreadableReason(record: ReadableRecord, part: UnreadablePart): string {
  return `${record} ${withPart(part)}`;
}

/** Says how many records of a source could not be read, a sentence for each reason; other reasons are left to the report. */
export function unreadableNotes(leftOut: ReadonlyMap<string, number>): readonly string[] {
  const records: readonly ReadableRecord[] = ["call", "email", "opportunity"];
  return records.flatMap((record) =>
    UNREADABLE_PARTS.flatMap((part) => {
      const count = leftOut.get(unreadableReason(record, part)) ?? 0;
      if (count === 0) return [];
      const number = count.toLocaleString("en-US");
      const stands = count === 1 ? "Its earlier value stays." : "Their earlier values stay.";
      return [`${number} ${count === 1 ? record : RECORDS[record]} ${withPart(part)}. ${stands}`];
    }),
  );
}

interface ListedRecords {
  readonly source: SourceId;
  readonly record: ReadableRecord;
  /** How many were listed. */
  readonly listed: number;
  /** What could not be read of each that could not be read. */
  readonly unreadable: readonly UnreadablePart[];
}

/** @throws {SourceError} when most of a list could not be read: then its form has changed, and silence would read as zero. */
export function assertReadable({ source, record, listed, unreadable }: ListedRecords): void {
  const count = unreadable.length;
  if (count < 3 || count * 2 <= listed) return;
  const parts = [...new Set(unreadable)].filter((part) => part !== null).sort();
  const named = parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  const message = `${count} of ${listed} ${RECORDS[record]} in ${SOURCES[source].title} could not be read${named}; their format has changed, so Paceline needs an update`;
  throw new SourceError(source, "unexpected-answer", message);
}

function withPart(part: UnreadablePart): string {
  return part === null ? "could not be read" : `could not be read: ${part}`;
}
