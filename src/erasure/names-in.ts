import type { Fact } from "../metrics/fact";
import { foldName } from "../metrics/owner-name";

/** A person's name of more words is recognized only where it is the whole text. */
const MOST_WORDS = 4;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.'’-]*[\p{L}\p{N}\p{M}])?/gu;

/** A person's name as it is compared: its words alone, folded. */
export function comparedName(name: string): string {
  return wordsOf(name).join(" ") || foldName(name);
}

/**
 * Lists what a record's name may name somebody by, as it is compared: itself, and any two to four words of it that follow each other.
 * "Lunch with Ana Ruiz" names Ana Ruiz, and no Ana.
 */
export function namesIn(recordName: string): readonly string[] {
  const words = wordsOf(recordName);
  const phrases = words.flatMap((_, start) =>
    Array.from({ length: MOST_WORDS - 1 }, (__, more) => words.slice(start, start + more + 2)),
  );
  const several = phrases.filter(({ length }) => length > 1).map((phrase) => phrase.join(" "));
  return [...new Set([comparedName(recordName), ...several])];
}

function wordsOf(text: string): readonly string[] {
  return foldName(text).match(WORD) ?? [];
}

/** Whether a fact may be called by a person: orders are called by their customer, a company that may be named like one. */
export function isNamedByPerson({ source, name }: Pick<Fact, "source" | "name">): boolean {
  return source !== "fishbowl" && name !== undefined;
}

/** A fact without its record's name. */
export function unnamed(fact: Fact): Fact {
  const { name: _, ...rest } = fact;
  return rest;
}
