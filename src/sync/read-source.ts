import type { InstantRange } from "../metrics/day";
import type { Fact } from "../metrics/fact";
import type { ListedPerson, Reading, Source, WindowRead } from "../sources/source";
import { SourceError } from "../sources/source-error";
import { doubtOf, type Keeping, keepWindow } from "./keep-window";
import { failureOf, fromSource } from "./source-failed";
import { cut } from "./window";

/** A source after its reading, whether that came to its end or not. */
export interface SourceRead {
  readonly source: Source["id"];
  /** What stopped it; windows that were whole before are kept. */
  readonly failure: unknown;
  /** `null` where no list could be read, or there is none. */
  readonly people: readonly ListedPerson[] | null;
  /** Sentences on what to set, or on what was kept but not verified. */
  readonly notices: readonly { readonly kind: string; readonly message: string }[];
  /** Sentences that are good to know and ask nothing of anybody. */
  readonly notes: readonly string[];
  readonly leftOut: ReadonlyMap<string, number>;
  readonly edge: readonly Fact[];
  /** Around what `edge` is all there is; `null` where nothing was read, or not everything could be. */
  readonly around: InstantRange | null;
  /** From where on it was read, when the vendor does not reach back to the beginning. */
  readonly from: Date | null;
  /** As of when its records stand, when that is not when they were read. */
  readonly asOf: Date | null;
  readonly usage: { readonly pages: number; readonly requests: number };
}

/**
 * Reads one source over the whole range, window by window, and keeps each window once it is whole.
 * A source that fails is an answer, not an error.
 *
 * @throws {LeaseLost} and whatever the database throws.
 */
export async function readSource(
  source: Source,
  { range, patient = false }: { range: InstantRange; patient?: boolean },
  keeping: Keeping,
): Promise<SourceRead> {
  const tally = new Tally();
  let reading: Reading | null = null;
  let failure: unknown = null;
  let around: InstantRange | null = null;
  try {
    reading = await fromSource(() => source.open(range, { patient }));
    const within = reached(range, reading);
    for await (const { window, read } of windowsOf(reading, { source: source.id, range: within })) {
      tally.add(read, await keepWindow({ source: source.id, window, read, reading }, keeping));
      around = within;
    }
  } catch (error) {
    failure = failureOf(error);
  }
  const { notices, leftOut, edge, doubtful } = tally;
  const settings = (reading?.notices ?? []).map((message) => ({ kind: "settings", message }));
  return {
    source: source.id,
    failure,
    people: reading?.people ?? null,
    notices: [...settings, ...notices],
    notes: reading?.notes ?? [],
    leftOut,
    edge,
    around: doubtful ? null : around,
    from: reading?.from ?? null,
    asOf: reading?.asOf ?? null,
    usage: reading?.usage() ?? { pages: 0, requests: 0 },
  };
}

/** What the windows of one reading come to together. */
class Tally {
  readonly notices: { readonly kind: string; readonly message: string }[] = [];
  readonly leftOut = new Map<string, number>();
  readonly edge: Fact[] = [];
  doubtful = false;

  add(read: WindowRead, notice: SourceRead["notices"][number] | null): void {
    if (notice !== null) this.notices.push(notice);
    for (const [why, count] of read.leftOut) this.leftOut.set(why, (this.leftOut.get(why) ?? 0) + count);
    this.edge.push(...read.edge);
    this.doubtful ||= doubtOf(read) !== null;
  }
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
    const asked = window;
    const read = await fromSource(() => reading.read(asked));
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
