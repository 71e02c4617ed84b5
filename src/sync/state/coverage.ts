import { addDays, type Day } from "../../time/day";
import { DEFAULT_DAYS } from "../date-range";

/** A range that was read without a gap, by one complete read or by several that follow each other. */
export interface CoveredRange {
  /** The instant as of which it stands: when its last read began, or where the requested days ended before that. */
  readonly asOf: Date;
  /** The day that `asOf` lies in: a read of later days alone leaves a gap. */
  readonly asOfDay: Day;
  /** Its first day. */
  readonly from: Day;
  /** The vendor reaches back no further: what lies before can never be read again. */
  readonly cut?: boolean;
  /** What it did not read has not changed since it was read: records come by imports, each of which has its own days read. */
  readonly gapless?: boolean;
  /** Its records stand as of then at most, whatever was read before: what came last was undone. */
  readonly atMost?: Pick<CoveredRange, "asOf" | "asOfDay">;
}

/** Which days of a source were read. */
export interface Coverage {
  readonly read: CoveredRange | null;
  /** A sentence that says what is wrong since then; `null` when nothing is. */
  readonly problem: string | null;
  /** The first day that failed reads left unread; `null` when there is none. */
  readonly owed: Day | null;
  /** The day of the last complete read of at least as many days as a sync covers that names none. */
  readonly deepOn: Day | null;
}

/** The outcome of a source in one run; a failed one should have read the days from `from` to `to`, both included. */
export type CoverageOutcome =
  | ({ readonly kind: "complete" } & CoveredRange)
  | {
      readonly kind: "failed";
      readonly problem: string;
      /** Who can mend it, as a source's error says. */
      readonly fault?: string;
      readonly from: Day;
      readonly to: Day;
      readonly today: Day;
    };

/**
 * Computes the coverage after one more run. A complete read advances `asOf` only if it leaves no gap after the range
 * read before or days that were not read cannot have changed, and ends a problem only if it also read what failed reads still owe. Reading older days again ends none.
 */
export function coverageAfter(before: Coverage, outcome: CoverageOutcome): Coverage {
  if (outcome.kind === "failed") {
    const owed = earlier(before.owed, unread(before.read, outcome));
    return { ...before, problem: outcome.problem, owed };
  }
  const read = merge(setBack(before.read, outcome), outcome);
  const owed = settles({ ...outcome, from: read.from }, before.owed) ? null : before.owed;
  if (before.read === null && owed !== null) return before;
  const current = read.asOf.getTime() === outcome.asOf.getTime();
  const deepOn = current && isDeep(outcome) ? outcome.asOfDay : before.deepOn;
  return { read, owed, deepOn, problem: current && owed === null ? null : before.problem };
}

/** Merges two ranges; only the earlier one counts when days between them were not read. */
function merge(before: CoveredRange | null, reading: CoveredRange): CoveredRange {
  if (before === null) return covered(reading);
  if (reading.asOf < before.asOf) {
    return reading.asOfDay < before.from ? before : { ...before, from: lower(before.from, reading.from) };
  }
  const touches = reading.gapless === true || reading.from <= before.asOfDay;
  if (touches) return { ...covered(reading), from: lower(before.from, reading.from) };
  return reading.cut === true ? covered(reading) : before;
}

function setBack(before: CoveredRange | null, { atMost }: CoveredRange): CoveredRange | null {
  return before === null || atMost === undefined || before.asOf <= atMost.asOf ? before : { ...before, ...atMost };
}

function isDeep({ from, asOfDay, cut }: CoveredRange): boolean {
  return cut === true || from <= addDays(asOfDay, 1 - DEFAULT_DAYS);
}

function covered({ asOf, asOfDay, from }: CoveredRange): CoveredRange {
  return { asOf, asOfDay, from };
}

/** Finds the first day that a failed read missed and no other covered, within the days of a sync that names none. */
function unread(read: CoveredRange | null, { from, to, today }: CoverageOutcome & { kind: "failed" }): Day | null {
  const first = higher(from, addDays(today, 1 - DEFAULT_DAYS));
  if (first > to) return null;
  return read === null || first < read.from ? first : null;
}

/** Tells whether a read covers what is owed, which expires once a sync that names no days no longer reaches it. */
function settles({ asOfDay, from, cut }: CoveredRange, owed: Day | null): boolean {
  return owed === null || cut === true || from <= owed || owed < addDays(asOfDay, 1 - DEFAULT_DAYS);
}

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return lower(one, other);
}

function lower(one: Day, other: Day): Day {
  return one < other ? one : other;
}

function higher(one: Day, other: Day): Day {
  return one > other ? one : other;
}
