import type { OwnerSum } from "../../metrics/fact-summary-store";
import type { SourceId } from "../../metrics/sources";
import { SourceError } from "../../sources/source-error";
import type { Day } from "../../time/day";
import type { SourceRead } from "../read/read-source";
import type { CellCounts, SourceResult, SyncProblem, Unmatched } from "../report";

/** The outcome of one source, before it takes the report's shape. */
export interface SourceOutcome {
  readonly source: SourceId;
  /** `null` when it is switched off, or the run was about others. */
  readonly read: SourceRead | null;
  readonly untouched?: true;
  readonly newestFrom?: Day;
  readonly asOf: Date | null;
  readonly durationMs: number;
  readonly matched: SourceResult["matched"];
  readonly unmatched: readonly Unmatched[];
  readonly counting: number;
  readonly notCounting: ReadonlyMap<string, number>;
  readonly cells: CellCounts;
  /** Records that count although the vendor doesn't say whether they still exist. */
  readonly unanswered: number;
  readonly notes: readonly string[];
}

/** Makes one source's part of the report. What a failed source read is left out, lest it be taken for complete. */
export function sourceResult(outcome: SourceOutcome): SourceResult {
  const { read, asOf, durationMs, cells } = outcome;
  const success = read === null || read.failure === null;
  const complete = read !== null && success;
  const notCounting = complete ? Object.fromEntries([...outcome.notCounting].filter(([, count]) => count > 0)) : {};
  const counting = complete ? outcome.counting : 0;
  return {
    success,
    ...unread(outcome),
    ...(outcome.newestFrom !== undefined && { readFrom: outcome.newestFrom }),
    asOf: asOf?.toISOString() ?? null,
    duration: `${durationMs}ms`,
    pages: read?.usage.pages ?? 0,
    requests: read?.usage.requests ?? 0,
    records: counting + Object.values(notCounting).reduce((total, count) => total + count, 0),
    matched: complete ? outcome.matched : [],
    unmatched: complete ? outcome.unmatched : [],
    counting,
    notCounting,
    metrics: cells,
    ...(outcome.unanswered > 0 && { unanswered: outcome.unanswered }),
    ...(complete && outcome.notes.length > 0 ? { notes: outcome.notes } : {}),
  };
}

function unread({ read, untouched }: SourceOutcome): Pick<SourceResult, "off" | "untouched"> {
  if (read !== null) return {};
  return untouched ? { untouched } : { off: true };
}

/** Lists what an admin must know about a source, in the words of the error itself. */
export function problemsOf({ source, failure, notices }: SourceRead): readonly SyncProblem[] {
  const problems = notices.map((message) => ({ source, kind: "settings", message }));
  return failure === null ? problems : [failed(source, failure), ...problems];
}

function failed(source: SourceId, failure: unknown): SyncProblem {
  if (failure instanceof SourceError) {
    const missing = failure.vanished === undefined ? {} : { records: failure.vanished };
    return { source, kind: failure.fault, message: failure.message, ...missing };
  }
  const message = "Paceline failed while reading this source; its figures stay as they were. The log says why.";
  return { source, kind: "bug", message };
}

/** Adds how many records wait for each of the unmatched, and those whose owner the source's list lacks. */
export function withUnmatchedCounts(
  unmatched: readonly Unmatched[],
  {
    source,
    owners,
    ownerOf,
  }: { source: SourceId; owners: readonly OwnerSum[]; ownerOf: (owner: string) => OwnerName | null },
): readonly Unmatched[] {
  const waiting = new Map<string, OwnerSum[]>();
  for (const sum of owners) {
    const key = keyOf(ownerOf(sum.owner) ?? unlisted(sum.owner));
    waiting.set(key, [...(waiting.get(key) ?? []), sum]);
  }
  const named = unmatched.map((person) => {
    // Two of one name and no address each have their own.
    const sum = person.userId === undefined ? waiting.get(keyOf(person))?.shift() : undefined;
    return sum === undefined ? person : { ...person, ...sumOf(source, sum) };
  });
  const others = [...waiting.values()].flat().filter(({ owner }) => owner !== "");
  return [...named, ...others.map((sum) => ({ ...unlisted(sum.owner), owner: sum.owner, ...sumOf(source, sum) }))];
}

interface OwnerName {
  readonly name: string;
  readonly email: string | null;
}

function unlisted(owner: string): OwnerName {
  return { name: owner, email: owner.includes("@") ? owner : null };
}

function keyOf({ name, email }: OwnerName): string {
  return `${email ?? ""} ${name}`;
}

function sumOf(source: SourceId, { records, amount }: OwnerSum): Pick<Unmatched, "records" | "value"> {
  return source === "fishbowl" ? { records, value: Math.round(amount) / 100 } : { records };
}
