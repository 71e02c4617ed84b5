import type { OwnerSum } from "../../metrics/fact-summary-store";
import { SOURCE_IDS, SOURCES, type SourceId } from "../../metrics/sources";
import type { Person, Salesman } from "../../people/person";
import { roster } from "../../people/roster";
import { mappingOwner } from "../mapping-owner";
import type { Unmatched } from "../report";
import type { RunUnmatched } from "./run-store";
import { withUnmatchedCounts } from "./source-result";

/** An owner whom a source knows and a run could not match with anybody in Slack. */
export interface UnmatchedOwner {
  readonly source: SourceId;
  readonly name: string;
  readonly email: string | null;
  /** What a mapping is stored under; `null` where the source gives nothing to store it under. */
  readonly owner: string | null;
  /** Records of the days asked about that count for nobody because of it, and their sum in dollars. */
  readonly records: number;
  readonly value: number | null;
}

/** The unmatched owners, as the mappings stand now. */
export interface UnmatchedOwners {
  /** Those whose records wait for a mapping, the most records first. */
  readonly open: readonly UnmatchedOwner[];
  /** Those that were mapped since: the next sync counts them for this person. */
  readonly mappedSince: readonly (UnmatchedOwner & { readonly userId: string })[];
  /** Active reps whom a source does not know. */
  readonly unknownTo: readonly { readonly source: SourceId; readonly name: string; readonly email: string | null }[];
}

/**
 * Names them by the latest runs, the newest first, whatever days these were of: Copper's and JustCall's lists are complete
 * in each run; a salesman appears only in runs of days in which he sold. What waits for each is counted in the records.
 */
export function unmatchedOwners(
  runs: readonly RunUnmatched[],
  {
    people,
    salesmen,
    waiting,
  }: {
    readonly people: readonly Person[];
    readonly salesmen: readonly Salesman[];
    /** The counting records of some days that no person is mapped to, by owner. */
    readonly waiting: Readonly<Record<SourceId, readonly OwnerSum[]>>;
  },
): UnmatchedOwners {
  const who = roster(people, salesmen);
  const active = new Set(people.filter((person) => person.active).map(({ _id }) => _id));
  const all = SOURCE_IDS.flatMap((source) => {
    const owners = waiting[source].filter(({ owner }) => who.userOf(source, owner) === null);
    return withWaiting(listOf(source, runs), { source, owners });
  });
  const owners = all
    .filter(({ one }) => one.userId === undefined)
    .map(({ source, one, newest }) => {
      const owner = unmatchedOwner(source, one);
      return { owner, userId: userOf(owner, who), newest };
    });
  return {
    open: owners.flatMap(({ owner, userId }) => (userId === null ? [owner] : [])).sort((a, b) => b.records - a.records),
    mappedSince: owners.flatMap(({ owner, userId, newest }) =>
      userId === null || !newest ? [] : [{ ...owner, userId }],
    ),
    unknownTo: all.flatMap(({ source, one: { userId, name, email } }) =>
      userId !== undefined && active.has(userId) ? [{ source, name, email }] : [],
    ),
  };
}

interface UnmatchedInput {
  readonly source: SourceId;
  readonly one: Unmatched;
  /** True if the newest run that read the source lists it: a later run may have matched what an older one lists. */
  readonly newest: boolean;
}

function listOf(source: SourceId, runs: readonly RunUnmatched[]): readonly UnmatchedInput[] {
  const lists = runs.flatMap((run) => (run[source] === null ? [] : [run[source]]));
  const { listsOwners } = SOURCES[source];
  const all = listsOwners ? lists.slice(0, 1) : lists;
  const inputs = all.flatMap((list, index) =>
    list.map((one): UnmatchedInput => ({ source, one, newest: index === 0 })),
  );
  const seen = new Set<string>();
  return listsOwners ? inputs : inputs.filter(({ one }) => !seen.has(one.name) && seen.add(one.name));
}

/** Counts what waits for those whom runs list, and adds those whom none lists. */
function withWaiting(
  listed: readonly UnmatchedInput[],
  { source, owners }: { readonly source: SourceId; readonly owners: readonly OwnerSum[] },
): readonly UnmatchedInput[] {
  const uncounted = listed.map(({ one: { records, value, ...one } }): Unmatched => one);
  const known = new Map(uncounted.flatMap((one) => (one.owner === undefined ? [] : [[one.owner, one] as const])));
  const counted = withUnmatchedCounts(uncounted, { source, owners, ownerOf: (owner) => known.get(owner) ?? null });
  return counted.map((one, index) => ({ source, one, newest: listed[index]?.newest ?? true }));
}

function unmatchedOwner(source: SourceId, { name, email, owner, records = 0, value }: Unmatched): UnmatchedOwner {
  return { source, name, email, owner: mappingOwner(source, { name, email, owner }), records, value: value ?? null };
}

function userOf({ source, owner }: UnmatchedOwner, who: ReturnType<typeof roster>): string | null {
  return owner === null ? null : who.userOf(source, owner);
}
