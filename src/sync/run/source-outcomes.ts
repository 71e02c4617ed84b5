import { RECEIVED_REASON, UNKNOWN_SENDER_REASON } from "../../metrics/metrics";
import { awaitBySource, SOURCES, type SourceId } from "../../metrics/sources";
import type { Person } from "../../people/person";
import { matches, type Roster } from "../../people/roster";
import { unreadableNotes } from "../../sources/unreadable";
import { addDays, type DayRange, type ZoneDays } from "../../time/day";
import { dayInWords, rangeInWords } from "../../words/dates";
import type { SourceRead } from "../read/read-source";
import type { Recomputed } from "../totals/recompute";
import { unansweredInWords } from "../unanswered-words";
import type { RunContext, TimedRead } from "./context";
import { lostOwnerNotes } from "./lost-owner-notes";
import { type SourceOutcome, withUnmatchedCounts } from "./source-result";

interface RunEnd {
  readonly range: DayRange;
  readonly timed: Readonly<Record<SourceId, TimedRead>>;
  readonly people: readonly Person[];
  readonly roster: Roster;
  readonly recomputed: Recomputed;
}

type OutcomeDeps = Pick<RunContext, "states" | "facts" | "days">;

/** Tells what became of each source: who was matched, what counts, what does not and why. */
export async function sourceOutcomes(
  end: RunEnd,
  deps: OutcomeDeps,
): Promise<Readonly<Record<SourceId, SourceOutcome>>> {
  const last = new Map((await deps.states.all(new Set())).map(({ source, asOf }) => [source, asOf]));
  const outcome = async (source: SourceId): Promise<SourceOutcome> => {
    const { read, untouched, newestFrom, durationMs } = end.timed[source];
    const { range } = end;
    const [counts, ownerLost] = await Promise.all([
      read === null || read.failure !== null ? NO_COUNTS : countRecords(source, { end, deps }),
      read === null ? [] : deps.facts.ownerLost(source, range),
    ]);
    const cells = end.recomputed.cells[source];
    const state = { ...(untouched && { untouched }), ...(newestFrom !== undefined && { newestFrom }) };
    const asOf = last.get(source) ?? null;
    const lost = lostOwnerNotes(source, ownerLost);
    const gaps = read === null ? [] : gapNote(read, { asOf, range, days: deps.days });
    const unanswered = read === null || read.failure !== null ? 0 : unansweredIn(read, range);
    const doubted = unanswered === 0 ? [] : [unansweredInWords(source, { records: unanswered })];
    const notes = read === null ? [] : [...read.notes, ...gaps, ...doubted, ...lost, ...unreadableNotes(read.leftOut)];
    return { source, read, ...state, durationMs, cells, asOf, unanswered, notes, ...counts };
  };
  return awaitBySource(outcome);
}

/** How many records of the run's days count although the vendor doesn't say whether they still exist. */
function unansweredIn({ unanswered }: SourceRead, { from, to }: DayRange): number {
  const counts = [...unanswered].map(([day, records]) => (day >= from && day <= to ? records : 0));
  return counts.reduce((total, records) => total + records, 0);
}

/** Says why figures that were just read are older than that. */
function gapNote(
  { asOf: imported, from }: SourceRead,
  { asOf, range, days }: { asOf: Date | null; range: DayRange; days: ZoneDays },
): readonly string[] {
  if (imported !== null || from !== null) return [];
  if (asOf === null) return ["Earlier days could not be read yet, so its figures aren't complete."];
  const [first, last] = [days.dayOf(asOf), addDays(range.from, -1)];
  const missing = rangeInWords({ from: first, to: last }, range.to);
  return first > last ? [] : [`Not everything since ${dayInWords(first)} was read. Also sync ${missing}.`];
}

type Counts = Pick<SourceOutcome, "matched" | "unmatched" | "counting" | "notCounting">;

const NO_COUNTS: Counts = { matched: [], unmatched: [], counting: 0, notCounting: new Map() };

async function countRecords(source: SourceId, { end, deps }: { end: RunEnd; deps: OutcomeDeps }): Promise<Counts> {
  const { timed, people, roster, recomputed } = end;
  const range = rangeRead(source, { end, days: deps.days });
  const tallies = recomputed.tallies.filter((tally) => tally.source === source && tally.day >= range.from);
  const sum = (field: "owned" | "unowned") => tallies.reduce((total, tally) => total + tally[field], 0);
  const unowned = sum("unowned");
  const [notCounting, found] = await Promise.all([
    leftOut({ source, range, unowned }, { end, facts: deps.facts }),
    unowned === 0 ? [] : deps.facts.unowned(source, range, roster.owners(source)),
  ]);

  const list = timed[source].read?.people ?? null;
  // A salesman may be named by a spelling that this run brought.
  const owners = found.filter(({ owner }) => roster.userOf(source, owner) === null);
  const listed = new Map((list ?? []).map((person) => [person.owner, person]));
  const known = list === null ? countedOwners(tallies, roster) : matches(source, { list, people, roster });
  const unmatched = withUnmatchedCounts(known.unmatched, {
    source,
    owners,
    ownerOf: (owner) => listed.get(owner) ?? null,
  });
  return { matched: known.matched, unmatched, counting: sum("owned"), notCounting };
}

/** The run's days, or those that the vendor gave where it reaches back less far. */
function rangeRead(source: SourceId, { end: { timed, range }, days }: { end: RunEnd; days: ZoneDays }): DayRange {
  const from = timed[source].read?.from ?? null;
  if (from === null || days.dayOf(from) < range.from) return range;
  return { from: days.dayOf(from), to: range.to };
}

async function leftOut(
  { source, range, unowned }: { source: SourceId; range: DayRange; unowned: number },
  { end: { timed, roster }, facts }: { end: RunEnd; facts: OutcomeDeps["facts"] },
): Promise<ReadonlyMap<string, number>> {
  const reasons = new Map<string, number>(timed[source].read?.leftOut ?? []);
  const add = (why: string, count: number) => reasons.set(why, (reasons.get(why) ?? 0) + count);
  const [stored, mail] = await Promise.all([
    facts.leftOut(source, range),
    source === "copper" ? facts.foreignMail(range, roster.addresses) : { received: 0, unknownSenders: 0 },
  ]);
  for (const { why, count } of stored) add(why, count);
  add(RECEIVED_REASON, mail.received);
  add(UNKNOWN_SENDER_REASON, mail.unknownSenders);
  add(SOURCES[source].unmatchedReason, unowned - mail.received - mail.unknownSenders);
  return reasons;
}

/** Takes those whose records count for matched, where no list tells who there is. */
function countedOwners(tallies: Recomputed["tallies"], roster: Roster): Pick<Counts, "matched" | "unmatched"> {
  const users = new Set(tallies.flatMap((tally) => [...tally.users]));
  return { matched: [...users].sort().map((userId) => ({ userId, name: roster.nameOf(userId) })), unmatched: [] };
}
