import { type Fact, factId } from "../../metrics/fact";
import { type ComparedWindow, type StoredFact, sameFact } from "../../metrics/fact-changes";
import { withLastOwners } from "../../metrics/lost-owners";
import { metricOf } from "../../metrics/metrics";
import { SOURCES } from "../../metrics/sources";
import { SourceError } from "../../sources/source-error";
import type { InstantRange } from "../../time/day";
import { assertDeletionLimit, isApproved } from "./deletion-limit";
import type { CompleteWindow, SaveContext } from "./save-context";
import { callSource } from "./source-failure";

/** What became of live facts that a walk over their window did not list. */
export interface Absences {
  /** To be retired here: their record is deleted, makes other facts now, or lies outside the range. */
  readonly gone: readonly StoredFact[];
  /** To be written: records of the range that the walk did not list, as they are now. */
  readonly found: readonly Fact[];
  /** What is stored of those: on the day that it lies on, too, totals change. */
  readonly replaced: readonly StoredFact[];
  /** Facts of records that lie outside the range now. */
  readonly moved: readonly Fact[];
  /** They stand, as the vendor doesn't say whether their record still exists. */
  readonly unanswered: readonly StoredFact[];
  /**
   * Says that a list came empty although its records are there; `null` where none did. Nothing is lost by it, and what the others listed
   * is kept, but whatever is new is not in it either, so that figures must not be called as new as the walk.
   */
  readonly overlooked: SourceError | null;
}

const NONE: Absences = { gone: [], found: [], replaced: [], moved: [], unanswered: [], overlooked: null };

type Unlisted = CompleteWindow & {
  readonly compared: Pick<ComparedWindow, "live" | "lostOwners">;
  readonly context: Pick<SaveContext, "approvedDeletions" | "days" | "now">;
};

/**
 * Proves what became of facts that were not listed. A record that was listed as something else needs no proof, nor does one
 * that could not be read: it is there. All others are asked for, unless so many are missing that an admin must confirm it.
 *
 * @throws {SourceError}
 */
export async function verifiedAbsences(unseen: readonly StoredFact[], unlisted: Unlisted): Promise<Absences> {
  const { source, window, read, session, range, compared, context } = unlisted;
  const { live, lostOwners } = compared;
  if (unseen.length === 0 && lostOwners.length === 0) return NONE;
  const listed = new Set(read.facts.map(({ recordId }) => recordId));
  const otherwise = unseen.filter(({ recordId }) => listed.has(recordId));
  const absent = unseen.filter((fact) => !listed.has(fact.recordId) && !isUnreadable(fact, read.unreadable));
  const missing = absent.length === 0 ? [] : chosen(absent, await callSource(() => session.missing(absent)));
  // What is known to be gone was approved by whoever took it out.
  const mayBeGone = context.approvedDeletions + (session.takenOut ?? 0);
  assertDeletionLimit({ missing, lostOwners }, { source, live, approved: mayBeGone });
  if (missing.length === 0) return { ...NONE, gone: otherwise };
  const approved = isApproved({ missing, lostOwners }, mayBeGone);
  const verified = await callSource(() => session.verify(missing, { approved }));
  const standing = new Map(missing.map((fact) => [factId(fact), fact]));
  const current = withLastOwners(verified.found, missing).filter((fact) => standing.has(factId(fact)));
  const moved = current.filter(({ at }) => at < range.since || at >= range.until);
  const found = current.filter((fact) => !moved.includes(fact) && !isSame(standing.get(factId(fact)), fact));
  const gone = [...otherwise, ...chosen(missing, [...verified.gone, ...moved])];
  const unanswered = chosen(missing, verified.unanswered);
  const standingStill = current.filter((fact) => isSame(standing.get(factId(fact)), fact));
  const overlooked = holdsToday(window, context) ? overlookedIn(standingStill, { source, read }) : null;
  return { gone, found, replaced: chosen(missing, found), moved, unanswered, overlooked };
}

/** Whether a window reaches into the day that goes on, so far as it was read. */
function holdsToday({ until }: InstantRange, { days, now }: Pick<SaveContext, "days" | "now">): boolean {
  return days.dayOf(new Date(until.getTime() - 1)) === days.dayOf(now());
}

/** So many records that stand where they stood, of a kind of which nothing was listed, are no coincidence. */
const MOST_OVERLOOKED = 2;

/**
 * Says of a list that came empty that its records are there. Of a window that ended long ago nothing new is expected, and a vendor may
 * list no more what it still gives by its id, for good.
 */
function overlookedIn(
  standing: readonly Fact[],
  { source, read }: Pick<CompleteWindow, "source" | "read">,
): SourceError | null {
  const listed = new Set(read.facts.map(({ type }) => type));
  // A call that is listed without its length is listed.
  const overlooked = standing.filter(({ type }) => metricOf(type).derivedFrom === undefined && !listed.has(type));
  const records = new Set(overlooked.map(({ recordId }) => recordId)).size;
  if (records <= MOST_OVERLOOKED) return null;
  const message = `${SOURCES[source].title} listed nothing where ${records} records still are`;
  return new SourceError(source, "unexpected-answer", message);
}

function isUnreadable({ recordId, copyIds = [] }: Fact, unreadable: ReadonlySet<string>): boolean {
  return unreadable.has(recordId) || copyIds.some((id) => unreadable.has(id));
}

function isSame(stored: StoredFact | undefined, fact: Fact): boolean {
  return stored !== undefined && sameFact(stored, fact);
}

function chosen(stored: readonly StoredFact[], facts: readonly Fact[]): readonly StoredFact[] {
  const ids = new Set(facts.map(factId));
  return stored.filter((fact) => ids.has(factId(fact)));
}
