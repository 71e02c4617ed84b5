import type { StoredFact } from "../metrics/fact-changes";
import type { FactStore } from "../metrics/fact-store";
import { type MetricType, metricOf } from "../metrics/metrics";
import type { OwnerFilter, RecordStore, RecordsOf } from "../metrics/record-store";
import type { Seal } from "../metrics/seal";
import { bySource } from "../metrics/sources";
import type { PeopleStore } from "../people/people-store";
import { type Roster, roster } from "../people/roster";
import { sealedRoster } from "../people/sealed-roster";
import type { Freshness } from "../sync/state/freshness";
import type { Day, DayRange } from "../time/day";
import { type WhyFigure, whyFigure } from "./figure";
import { type LeftOut, leftOutOf, leftOutOfUnmatched, whyLeftOut } from "./left-out";

/** The figure that is asked about. */
export interface WhyQuery {
  /** `null` asks for the unmatched records. */
  readonly userId: string | null;
  readonly type: MetricType;
  /** Days of the team's zone, both included. */
  readonly range: DayRange;
  /** From 0 on; one beyond the last is the last. */
  readonly page: number;
  /** Records on a page; as many as are shown unless given. */
  readonly size?: number;
}

/** One record, and why it does not count; `null` when it does. */
export interface WhyRecord {
  readonly fact: StoredFact;
  readonly leftOut: string | null;
  /** How long a call was, where its source says so; of calls alone. */
  readonly talkSeconds?: number;
}

/** A figure with a page of the records behind it. */
export interface Why extends WhyQuery {
  /** The person's name; `null` for unmatched records. */
  readonly name: string | null;
  /** The first day whose records are kept; `null` while all are. */
  readonly retainedFrom: Day | null;
  readonly figure: WhyFigure;
  readonly counting: number;
  /** How many do not count, by reason, most first. */
  readonly reasons: readonly LeftOut[];
  /** A page of all records: first those that count, newest first; then the others, by reason. */
  readonly records: readonly WhyRecord[];
  readonly pages: number;
  /** The page on which the first record stands that does not count; `null` when all count. */
  readonly leftOutPage: number | null;
  /** How old the figures of this metric's sources are. */
  readonly freshness: readonly Freshness[];
}

export interface WhyDeps {
  readonly records: RecordStore;
  readonly facts: Pick<FactStore, "foreignMail">;
  readonly people: Pick<PeopleStore, "all" | "salesmen">;
  readonly seal: Seal;
  /** The first day whose records are kept; `null` while all are. */
  readonly retainedFrom: () => Promise<Day | null>;
  freshness(): Promise<readonly Freshness[]>;
}

/** Records on a page: as many as a phone shows; all of them are in the export. */
export const WHY_PAGE_SIZE = 8;

/**
 * Lists the records behind a figure and those left out. A record is somebody's when its owner at the source is mapped to
 * them now; each record is one person's or unmatched, so that none is listed twice and none never. An unmatched mail or call
 * does not name whom it was with. As many queries for a page of a thousand records as for one of none.
 */
export async function why(query: WhyQuery, deps: WhyDeps): Promise<Why> {
  const who = sealedRoster(roster(await deps.people.all(), await deps.people.salesmen()), deps.seal);
  const retainedFrom = await deps.retainedFrom();
  const range = keptDays(query.range, retainedFrom);
  const of = { type: query.type, range, whose: whose(query.userId, who) };
  const [evidence, freshness] = await Promise.all([
    evidenceOf(query, { of, who, retainedFrom, deps }),
    deps.freshness(),
  ]);
  const { counting, reasons } = evidence;
  const all = reasons.reduce((sum, { records }) => sum + records, counting);
  const { size = WHY_PAGE_SIZE } = query;
  const pages = Math.max(1, Math.ceil(all / size));
  const page = Math.min(Math.max(0, query.page), pages - 1);
  const facts = await deps.records.slice(of, { skip: page * size, limit: size });
  const lengths = query.type === "phone_call_quantity" ? await deps.records.talkSeconds(facts) : NO_LENGTHS;
  const { sources } = metricOf(query.type);
  return {
    ...query,
    page,
    pages,
    retainedFrom,
    ...evidence,
    name: query.userId === null ? null : who.nameOf(query.userId),
    records: facts.map((found): WhyRecord => {
      const talkSeconds = lengths.get(found._id);
      const fact = query.userId === null ? withoutCorrespondent(found) : found;
      return { fact, leftOut: whyLeftOut(fact, who), ...(talkSeconds !== undefined && { talkSeconds }) };
    }),
    leftOutPage: reasons.length === 0 ? null : Math.floor(counting / size),
    freshness: freshness.filter(({ source }) => sources.includes(source)),
  };
}

/** Leaves out days whose totals stand: what is left of their records is there for the day after. */
function keptDays({ from, to }: DayRange, retainedFrom: Day | null): DayRange {
  return { from: retainedFrom !== null && retainedFrom > from ? retainedFrom : from, to };
}

/** Hides whom a mail or call of nobody in the team was with: such a person may have nothing to do with the team. */
function withoutCorrespondent(fact: StoredFact): StoredFact {
  const { name: _, ...rest } = fact;
  return CORRESPONDENCE.has(fact.type) ? rest : fact;
}

const CORRESPONDENCE: ReadonlySet<MetricType> = new Set(["email_quantity", "phone_call_quantity", "talk_time_minutes"]);
const NO_LENGTHS: ReadonlyMap<string, number> = new Map();

function whose(userId: string | null, who: Roster): OwnerFilter {
  if (userId === null) return { kind: "all-others", owners: bySource(who.owners) };
  return { kind: "these", owners: bySource((source) => who.ownersOf(source, userId)) };
}

type Evidence = Pick<Why, "figure" | "counting" | "reasons">;

async function evidenceOf(
  { userId, type, range }: WhyQuery,
  { of, who, retainedFrom, deps }: { of: RecordsOf; who: Roster; retainedFrom: Day | null; deps: WhyDeps },
): Promise<Evidence> {
  const { records, facts } = deps;
  if (userId === null) {
    const mail = metricOf(type).ownedBy === "address" ? facts.foreignMail(range, who.owners("copper")) : null;
    const [tallies, counts] = await Promise.all([records.tallies(of), mail]);
    const figure = whyFigure(type, { totals: [], tallies: [], retainedFrom });
    return { figure, counting: 0, reasons: leftOutOfUnmatched(tallies, counts?.received ?? null) };
  }
  const [totals, tallies] = await Promise.all([records.cells(userId, { type, range }), records.tallies(of)]);
  const figure = whyFigure(type, { totals, tallies, retainedFrom });
  const counting = figure.cells.reduce((sum, cell) => sum + cell.records, 0);
  return { figure, counting, reasons: leftOutOf(tallies) };
}
