import { SOURCE_IDS, SOURCES, type SourceId } from "../../metrics/sources";
import type { Person, Salesman } from "../../people/person";
import { roster } from "../../people/roster";
import type { Unmatched } from "../report";
import type { RunUnmatched } from "./run-store";

/** An owner whom a source knows and a run could not match with anybody in Slack. */
export interface UnmatchedOwner {
  readonly source: SourceId;
  readonly name: string;
  readonly email: string | null;
  /** What a mapping is stored under; `null` where the source gives nothing to store it under. */
  readonly owner: string | null;
  /** Records that counted for nobody because of it, and their sum in dollars. */
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
 * Reads them from the latest runs, the newest first. Copper's and JustCall's lists are complete in each run; a salesman
 * appears only in runs of days in which he sold, so his newest appearance counts.
 */
export function unmatchedOwners(
  runs: readonly RunUnmatched[],
  { people, salesmen }: { people: readonly Person[]; salesmen: readonly Salesman[] },
): UnmatchedOwners {
  const who = roster(people, salesmen);
  const active = new Set(people.filter((person) => person.active).map(({ _id }) => _id));
  const all = SOURCE_IDS.flatMap((source) => listOf(source, runs));
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

function unmatchedOwner(source: SourceId, { name, email, owner, records = 0, value }: Unmatched): UnmatchedOwner {
  return { source, name, email, owner: ownerOf(source, { name, email, owner }), records, value: value ?? null };
}

/** What a mapping is stored under. Runs of an earlier version do not say a Copper user's number. */
function ownerOf(source: SourceId, { name, email, owner }: Pick<Unmatched, "name" | "email" | "owner">): string | null {
  switch (SOURCES[source].mapsBy) {
    case "copperUserId":
      return owner !== undefined && /^\d+$/.test(owner) ? owner : null;
    case "justcallEmail":
      return email?.trim().toLowerCase() || null;
    case "salesman":
      return name;
    case null:
      return null;
  }
}

function userOf({ source, owner }: UnmatchedOwner, who: ReturnType<typeof roster>): string | null {
  return owner === null ? null : who.userOf(source, owner);
}
