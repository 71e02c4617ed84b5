import { RECEIVED_REASON, UNKNOWN_SENDER_REASON } from "../../metrics/metrics";
import { awaitBySource, SOURCES, type SourceId } from "../../metrics/sources";
import type { Person } from "../../people/person";
import { matches, type Roster } from "../../people/roster";
import { addDays, type DayRange, type ZoneDays } from "../../time/day";
import type { SourceRead } from "../read/read-source";
import type { Recomputed } from "../totals/recompute";
import type { RunContext, Timed } from "./context";
import { type SourceOutcome, withUnmatchedCounts } from "./source-result";

interface Ended {
  readonly range: DayRange;
  readonly timed: Readonly<Record<SourceId, Timed>>;
  readonly people: readonly Person[];
  readonly roster: Roster;
  readonly recomputed: Recomputed;
}

/** What became of each source: who was matched, what counts, what does not and why. */
export async function sourceOutcomes(
  ended: Ended,
  parts: RunContext,
): Promise<Readonly<Record<SourceId, SourceOutcome>>> {
  const last = new Map((await parts.states.all(new Set())).map(({ source, asOf }) => [source, asOf]));
  const outcome = async (source: SourceId): Promise<SourceOutcome> => {
    const { read, untouched, durationMs } = ended.timed[source];
    const told = read === null || read.failure !== null ? nothing : await counted(source, ended, parts);
    const cells = ended.recomputed.cells[source];
    const stands = untouched ? { untouched } : {};
    const asOf = last.get(source) ?? null;
    const notes = read === null ? [] : [...read.notes, ...gapNote(read, { asOf, ...ended, ...parts })];
    return { source, read, ...stands, durationMs, cells, asOf, notes, ...told };
  };
  return awaitBySource(outcome);
}

/** Why figures that were just read are older than that. */
function gapNote(
  { asOf: imported, from }: SourceRead,
  { asOf, range, days }: { asOf: Date | null; range: DayRange; days: ZoneDays },
): readonly string[] {
  if (imported !== null || from !== null) return [];
  if (asOf === null) return ["Days before these could not be read yet: until they are, its figures are not complete."];
  const [first, last] = [days.dayOf(asOf), addDays(range.from, -1)];
  return first > last ? [] : [`Not everything since ${first} was read: sync the days from ${first} to ${last}, too.`];
}

type Told = Pick<SourceOutcome, "matched" | "unmatched" | "counting" | "notCounting">;

const nothing: Told = { matched: [], unmatched: [], counting: 0, notCounting: new Map() };

async function counted(source: SourceId, ended: Ended, parts: RunContext): Promise<Told> {
  const { timed, people, roster, recomputed } = ended;
  const range = rangeRead(source, ended, parts);
  const tallies = recomputed.tallies.filter((tally) => tally.source === source && tally.day >= range.from);
  const sum = (field: "owned" | "unowned") => tallies.reduce((total, tally) => total + tally[field], 0);
  const unowned = sum("unowned");
  const notCounting = await leftOut({ source, range, unowned }, { ended, parts });

  const list = timed[source].read?.people ?? null;
  const owners = unowned === 0 ? [] : await parts.facts.unowned(source, range, roster.owners(source));
  const listed = new Map((list ?? []).map((person) => [person.owner, person]));
  const found = list === null ? sellers(tallies, roster) : matches(source, { list, people, roster });
  const unmatched = withUnmatchedCounts(found.unmatched, {
    source,
    owners,
    ownerOf: (owner) => listed.get(owner) ?? null,
  });
  return { matched: found.matched, unmatched, counting: sum("owned"), notCounting };
}

/** The run's days, or where the vendor reaches back less far, those that it gave. */
function rangeRead(source: SourceId, { timed, range }: Ended, { days }: RunContext): DayRange {
  const from = timed[source].read?.from ?? null;
  if (from === null || days.dayOf(from) < range.from) return range;
  return { from: days.dayOf(from), to: range.to };
}

async function leftOut(
  { source, range, unowned }: { source: SourceId; range: DayRange; unowned: number },
  { ended: { timed, roster }, parts: { facts } }: { ended: Ended; parts: RunContext },
): Promise<ReadonlyMap<string, number>> {
  const reasons = new Map<string, number>(timed[source].read?.leftOut ?? []);
  const add = (why: string, count: number) => reasons.set(why, (reasons.get(why) ?? 0) + count);
  for (const { why, count } of await facts.leftOut(source, range)) add(why, count);
  const mail = source === "copper" ? await facts.foreignMail(range, roster.addresses) : { received: 0, strangers: 0 };
  add(RECEIVED_REASON, mail.received);
  add(UNKNOWN_SENDER_REASON, mail.strangers);
  add(SOURCES[source].unmatchedReason, unowned - mail.received - mail.strangers);
  return reasons;
}

/** Where no list tells who there is, those whose records count are matched. */
function sellers(tallies: Recomputed["tallies"], roster: Roster): Pick<Told, "matched" | "unmatched"> {
  const users = new Set(tallies.flatMap((tally) => [...tally.users]));
  return { matched: [...users].sort().map((userId) => ({ userId, name: roster.nameOf(userId) })), unmatched: [] };
}
