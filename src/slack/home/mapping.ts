import type { SourceId } from "../../metrics/sources";
import { namesOf, type Person, type Salesman } from "../../people/person";
import type { RunUnmatched } from "../../sync/run/run-store";

/** What is known about mappings. */
export interface Known {
  readonly people: readonly Person[];
  readonly salesmen: readonly Salesman[];
  /** The latest runs, newest first: they name those whom they could not match. */
  readonly runs: readonly RunUnmatched[];
}

/** Lists every mapping that was made by hand, by name; the names of Copper's users come from the latest runs. */
export function madeMappings({ people, salesmen, runs }: Known): readonly MadeMapping[] {
  const names = namesOf(people);
  const byHand = people.flatMap(({ _id: userId, name: person, copperUserId, justcallEmail, found }) => [
    ...(copperUserId === undefined || copperUserId === found.copperUserId
      ? []
      : [
          {
            source: "copper" as const,
            owner: String(copperUserId),
            name: copperName(copperUserId, runs),
            userId,
            person,
          },
        ]),
    ...(justcallEmail === undefined || justcallEmail === found.justcallEmail
      ? []
      : [{ source: "justcall" as const, owner: justcallEmail, name: null, userId, person }]),
  ]);
  const salesmenMapped = salesmen.map(({ _id: owner, userId }) => {
    return { source: "fishbowl" as const, owner, name: null, userId, person: names.get(userId) ?? userId };
  });
  const shown = ({ owner, name }: MadeMapping) => name ?? owner;
  return [...byHand, ...salesmenMapped].sort((a, b) => shown(a).localeCompare(shown(b), "en"));
}

function copperName(id: number, runs: readonly RunUnmatched[]): string | null {
  const unmatched = runs.flatMap(({ copper }) => copper ?? []);
  return unmatched.find(({ owner }) => owner === String(id))?.name ?? null;
}

/** A mapping that was made by hand. */
export interface MadeMapping {
  readonly source: SourceId;
  /** The id that the mapping is stored by. */
  readonly owner: string;
  /** The owner's name at the source, where it is known and differs from the id. */
  readonly name: string | null;
  readonly userId: string;
  /** The person's name. */
  readonly person: string;
}
