import type { InstantRange } from "../metrics/day";
import type { Fact } from "../metrics/fact";
import { brakes, factChanges } from "../metrics/fact-changes";
import type { FactStore } from "../metrics/fact-store";
import type { ListedPerson, Reading, Source, WindowRead } from "../sources/source";
import { SourceError } from "../sources/source-error";
import { LeaseLost } from "./lease-lost";
import { cut } from "./window";

/** What a run needs to keep what it reads. */
export interface Keeping {
  readonly facts: FactStore;
  /** @throws when the run's lock is no longer its own: then nothing may be written. */
  readonly stillHeld: () => Promise<void>;
  readonly asOf: number;
  readonly acceptVanished: boolean;
}

/** A source after its reading, whether that came to its end or not. */
export interface SourceRead {
  readonly source: Source["id"];
  /** What stopped it; windows that were whole before are kept. */
  readonly failure: unknown;
  /** `null` where no list could be read, or there is none. */
  readonly people: readonly ListedPerson[] | null;
  /** Sentences on what to set, or on what was kept but not verified. */
  readonly notices: readonly { readonly kind: string; readonly message: string }[];
  readonly leftOut: ReadonlyMap<string, number>;
  readonly edge: readonly Fact[];
  /** From where on it was read, when the vendor does not reach back to the beginning. */
  readonly from: Date | null;
  readonly usage: { readonly pages: number; readonly requests: number };
}

/**
 * Reads one source over the whole range, window by window, and keeps each window once it is whole.
 * A source that fails is an answer, not an error.
 *
 * @throws {LeaseLost}
 */
export async function readSource(source: Source, range: InstantRange, keeping: Keeping): Promise<SourceRead> {
  const notices: { kind: string; message: string }[] = [];
  const leftOut = new Map<string, number>();
  const edge: Fact[] = [];
  let reading: Reading | null = null;
  let failure: unknown = null;
  try {
    reading = await source.open(range);
    notices.push(...reading.notices.map((message) => ({ kind: "settings", message })));
    for await (const { window, read } of windowsOf(reading, { source: source.id, range: reached(range, reading) })) {
      const notice = await keep({ source: source.id, window, read, reading }, keeping);
      if (notice !== null) notices.push(notice);
      for (const [why, count] of read.leftOut) leftOut.set(why, (leftOut.get(why) ?? 0) + count);
      edge.push(...read.edge);
    }
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    failure = error;
  }
  const usage = reading?.usage() ?? { pages: 0, requests: 0 };
  const people = reading?.people ?? null;
  return { source: source.id, failure, people, notices, leftOut, edge, from: reading?.from ?? null, usage };
}

/** The part of the range that the vendor still gives. */
function reached({ since, until }: InstantRange, { from }: Reading): InstantRange {
  if (from === undefined || from <= since) return { since, until };
  return { since: from < until ? from : until, until };
}

async function* windowsOf(
  reading: Reading,
  { source, range }: { source: Source["id"]; range: InstantRange },
): AsyncGenerator<{ window: InstantRange; read: WindowRead }> {
  const waiting = range.since < range.until ? [range] : [];
  for (let window = waiting.shift(); window !== undefined; window = waiting.shift()) {
    const read = await reading.read(window);
    if (read.kind === "whole") yield { window, read };
    else waiting.unshift(...cutOrFail(source, { window, records: read.records }));
  }
}

function cutOrFail(source: Source["id"], { window, records }: { window: InstantRange; records: number | null }) {
  try {
    return cut(window, records);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new SourceError(source, "unexpected-answer", `${detail}. Nothing of it was used.`, { cause: error });
  }
}

interface Whole {
  readonly source: Source["id"];
  readonly window: InstantRange;
  readonly read: WindowRead;
  readonly reading: Reading;
}

async function keep({ source, window, read, reading }: Whole, { facts, stillHeld, asOf, acceptVanished }: Keeping) {
  const held = await facts.held(source, window);
  const { write, unseen } = factChanges(held, read.facts);
  const doubt = doubtOf(read);
  const vanished = unseen.length === 0 || doubt !== null ? [] : gone(unseen, await reading.gone(unseen));
  // A record that was read under another metric is not missing, however many were given another one.
  const listed = new Set(read.facts.map(({ recordId }) => recordId));
  const missing = vanished.filter(({ recordId }) => !listed.has(recordId));
  if (!acceptVanished && brakes(held, missing)) throw vanishedTooMany(source, missing.length);
  if (write.length + vanished.length > 0) {
    await stillHeld();
    await facts.save({ write, gone: vanished }, asOf);
  }
  if (doubt === null || unseen.length === 0) return null;
  return { kind: "unexpected-answer", message: `${doubt} What could be read was kept; nothing was taken back.` };
}

/** Why what is not among the facts may be there all the same. */
function doubtOf({ short, leftOut }: WindowRead): string | null {
  if (short !== undefined) return short;
  const unreadable = leftOut.get("could not be read") ?? 0;
  return unreadable === 0 ? null : `${unreadable} of its records could not be read.`;
}

function gone<T extends Fact>(unseen: readonly T[], really: readonly Fact[]): readonly T[] {
  const ids = new Set(really.map(({ recordId, type }) => `${recordId}:${type}`));
  return unseen.filter(({ recordId, type }) => ids.has(`${recordId}:${type}`));
}

function vanishedTooMany(source: Source["id"], count: number): SourceError {
  return new SourceError(
    source,
    "vanished",
    `${count} records that were there before are missing from its answer. Nothing was taken back. If they were really ` +
      "deleted, an admin confirms it with: npm run sync -- --accept-vanished",
  );
}
