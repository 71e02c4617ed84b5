import type { StageLetter } from "./config";
import type { Pipelines } from "./schema";

/** The names of each letter's stage, in lower case. */
const NAMES: Record<StageLetter, readonly string[]> = {
  a: ["fact finding"],
  b: ["contact", "contact stage"],
  c: ["closing", "closing stage"],
};
const TITLES: Record<StageLetter, string> = { a: "Fact Finding", b: "Contact", c: "Closing" };
const LETTERS: readonly StageLetter[] = ["a", "b", "c"];
const MAX_CANDIDATES = 10;

/** The letter of each stage that is read; a letter that is missing is not read. */
export type Stages = ReadonlyMap<string, StageLetter>;

export interface FoundStages {
  readonly stages: Stages;
  readonly notices: readonly string[];
}

/** The letters that configuration leaves open: only these need the pipelines. */
export function openLetters(configured: Readonly<Record<StageLetter, readonly string[]>>): readonly StageLetter[] {
  return LETTERS.filter((letter) => configured[letter].length === 0);
}

/**
 * Combines the configured stages with those found by name, in any case, for the letters left open, in the only pipeline
 * that has them all. With no such pipeline, or several, these letters are not read and a notice says what to set.
 */
export function findStages(
  configured: Readonly<Record<StageLetter, readonly string[]>>,
  pipelines: Pipelines,
): FoundStages {
  const known = LETTERS.flatMap((letter) => configured[letter].map((id) => [id, letter] as const));
  const open = openLetters(configured);
  if (open.length === 0) return { stages: new Map(known), notices: [] };
  const fitting = pipelines.filter((pipeline) => open.every((letter) => named(pipeline, letter).length > 0));
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) {
    return { stages: new Map(known), notices: [notice(open, fitting.length === 0 ? pipelines : fitting)] };
  }
  const found = open.flatMap((letter) => named(only, letter).map(({ id }) => [id, letter] as const));
  return { stages: new Map([...found, ...known]), notices: [] };
}

function named({ stages }: Pipelines[number], letter: StageLetter): Pipelines[number]["stages"] {
  return stages.filter(({ name }) => NAMES[letter].includes(name.trim().replace(/\s+/g, " ").toLowerCase()));
}

const LIST = new Intl.ListFormat("en-US");

function notice(open: readonly StageLetter[], pipelines: Pipelines): string {
  const variables = LIST.format(open.map((letter) => `COPPER_STAGE_${letter.toUpperCase()}`));
  const wanted = LIST.format(open.map((letter) => TITLES[letter]));
  const candidates = pipelines
    .flatMap(({ name, stages }) => stages.map((stage) => ({ line: `${name}: ${stage.name} is ${stage.id}`, stage })))
    .filter(({ stage }) => pipelines.length < 2 || open.some((letter) => resembles(stage.name, letter)))
    .slice(0, MAX_CANDIDATES)
    .map(({ line }) => line);
  const known = candidates.length === 0 ? "" : ` Copper has: ${candidates.join("; ")}.`;
  const why = `Copper doesn't have exactly one pipeline with ${open.length === 1 ? "a stage" : "stages"} called ${wanted}`;
  return `${why}, so entries are not read: set ${variables} to the ids of the stages.${known}`;
}

function resembles(name: string, letter: StageLetter): boolean {
  return NAMES[letter].some((wanted) => name.toLowerCase().includes(wanted));
}
