import type { SourceId } from "../../metrics/sources";
import { namesOf, type Person, type Salesman } from "../../people/person";
import type { RunUnmatched } from "../../sync/run/run-store";

/** What is known of who is who. */
export interface Known {
  readonly people: readonly Person[];
  readonly salesmen: readonly Salesman[];
  /** The latest runs, the newest first: they name those whom they could not match. */
  readonly runs: readonly RunUnmatched[];
}

/** Every mapping that was made by hand, by name; of Copper's users the name, too, where a run has told it. */
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
  const sellers = salesmen.map(({ _id: owner, userId }) => {
    return { source: "fishbowl" as const, owner, name: null, userId, person: names.get(userId) ?? userId };
  });
  const shown = ({ owner, name }: MadeMapping) => name ?? owner;
  return [...byHand, ...sellers].sort((a, b) => shown(a).localeCompare(shown(b), "en"));
}

function copperName(id: number, runs: readonly RunUnmatched[]): string | null {
  const told = runs.flatMap(({ copper }) => copper ?? []);
  return told.find(({ owner }) => owner === String(id))?.name ?? null;
}

/** A mapping that was made by hand. */
export interface MadeMapping {
  readonly source: SourceId;
  /** What it is kept by. */
  readonly owner: string;
  /** What the source calls them, where that is known and another than the owner. */
  readonly name: string | null;
  readonly userId: string;
  /** The person's name. */
  readonly person: string;
}
