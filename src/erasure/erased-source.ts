import type { ListedPerson } from "../metrics/fact";
import type { SourceId } from "../metrics/sources";
import type { ReadSession, Source } from "../sources/source";
import type { Tombstones } from "./tombstones";

/** Reads a source without those who were erased: its lists do not name them, and their records are their pseudonym's. */
export function withoutErased(source: Source, read: () => Promise<Tombstones>): Source {
  const { id, refetch, check } = source;
  return {
    ...source,
    open: async (range, how) => {
      const erased = await read();
      return session(await source.open(range, how), { id, erased });
    },
    ...(refetch !== undefined && {
      refetch: async (records, signal) => {
        const { withPseudonym } = await read();
        const found = await refetch(records, signal);
        return { ...found, facts: found.facts.map(withPseudonym), copies: found.copies.map(withPseudonym) };
      },
    }),
    ...(check !== undefined && {
      check: async (now) => {
        const [checked, erased] = await Promise.all([check(now), read()]);
        return { ...checked, people: others(checked.people, { id, erased }) };
      },
    }),
  };
}

interface Whose {
  readonly id: SourceId;
  readonly erased: Tombstones;
}

function session(opened: ReadSession, { id, erased }: Whose): ReadSession {
  const { withPseudonym } = erased;
  return {
    ...opened,
    people: others(opened.people, { id, erased }),
    read: async (window, how) => {
      const found = await opened.read(window, how);
      if (found.kind === "too-many") return found;
      return { ...found, facts: found.facts.map(withPseudonym), overlap: found.overlap.map(withPseudonym) };
    },
    verify: async (missing, options) => {
      const verified = await opened.verify(missing, options);
      return { ...verified, found: verified.found.map(withPseudonym) };
    },
  };
}

function others(people: readonly ListedPerson[] | null, { id, erased }: Whose): readonly ListedPerson[] | null {
  return people?.filter((person) => !erased.hasListed(id, person)) ?? null;
}
