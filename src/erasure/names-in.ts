import type { Fact } from "../metrics/fact";
import { foldName } from "../metrics/owner-name";

/** A person's name of more words is recognized only where it is the whole text. */
const COUNTS = [2, 3, 4];
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.'’-]*[\p{L}\p{N}\p{M}])?/gu;

/** A person's name as it is compared: its words alone, folded. */
export function comparedName(name: string): string {
  return wordsOf(name).join(" ") || foldName(name);
}

/**
 * Lists what a record's name may name somebody by, as it is compared: itself, and any two to four words of it that follow each other,
 * also where a comma turned them round. "Lunch with Ana Ruiz" and "Ruiz, Ana" name Ana Ruiz, and no Ana.
 */
export function namesIn(recordName: string): readonly string[] {
  const words = wordsOf(recordName);
  const several = words.flatMap((_, start) => COUNTS.map((count) => words.slice(start, start + count)));
  const phrases = [...several, ...turnedRound(recordName)].filter(({ length }) => length > 1);
  return [...new Set([comparedName(recordName), ...phrases.map((phrase) => phrase.join(" "))])];
}

/** Sets first what stands behind a comma: "ana ruiz" for "Ruiz, Ana", with up to four words on both sides together. */
function turnedRound(recordName: string): readonly (readonly string[])[] {
  const parts = recordName.split(",").map(wordsOf);
  return parts.slice(1).flatMap((after, index) => {
    const before = parts[index] ?? [];
    return COUNTS.flatMap((count) =>
      Array.from({ length: count - 1 }, (_, first) => [
        ...after.slice(0, first + 1),
        ...before.slice(-(count - first - 1)),
      ]),
    );
  });
}

/** A possessive is the word that it is made of: "Ana Ruiz's renewal" names Ana Ruiz. */
function wordsOf(text: string): readonly string[] {
  return (foldName(text).match(WORD) ?? []).map((word) => word.replace(/['’]s$/u, ""));
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
