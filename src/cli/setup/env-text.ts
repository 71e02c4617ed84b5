import { parseEnv as parseDotenv } from "node:util";
import { ConfigError } from "../../config/config";

/** Variables by name, as texts; empty ones count as not set. */
export type Values = Readonly<Record<string, string | undefined>>;

/** Reads the variables of a `.env` file's text; what is empty is left out. */
export function valuesOf(text: string): Values {
  return Object.fromEntries(Object.entries(parseDotenv(text)).filter(([, value]) => value?.trim()));
}

/**
 * Writes values into the text of a `.env` file: each where its name stands already, commented out or not, the others at the end.
 * A name whose value is empty loses its line. Comments, the order, and lines that it does not understand stay as they are.
 *
 * @throws {ConfigError} for a value that no `.env` file can hold: one with line breaks, or with both kinds of quotes; and where a
 * line that is neither a comment nor an assignment would take the next name into its own, so that its value were lost.
 */
export function withValues(text: string, values: Values): string {
  const left = new Map(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
  const before = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  const written = new Set<string>();
  const set = (name: string) => assignment(name, left.get(name) ?? "");
  const assigned = new Set(before.flatMap((line) => nameOf(line) ?? []));
  const lines = before.flatMap((line) => {
    const own = nameOf(line);
    const name = own ?? commentedName(line, assigned);
    if (name === null || !left.has(name)) return [line];
    const isDone = written.has(name) || left.get(name) === "";
    // A name that stands twice has one value, as the last one wins; a comment does no harm.
    if (isDone) return own === null ? [line] : [];
    written.add(name);
    return [set(name)];
  });
  const added = [...left.keys()].filter((name) => !written.has(name) && left.get(name) !== "").map(set);
  const whole = `${[...lines, ...added].join("\n")}\n`;
  checkReadBack(whole, left);
  return whole;
}

/** Whoever reads the file is to find what was accepted. */
function checkReadBack(text: string, values: ReadonlyMap<string, string>): void {
  const read = valuesOf(text);
  const lost = [...values].find(([name, value]) => value.trim() !== "" && read[name] !== value);
  if (lost === undefined) return;
  const at = text.split("\n").findIndex((line) => line.trim() !== "" && !/^\s*#/.test(line) && nameOf(line) === null);
  const where = at < 0 ? "a line before it" : `line ${at + 1}`;
  throw new ConfigError([
    `${lost[0]} can't be read back: ${where} is neither a comment nor NAME=value. Put # before it, and run the setup again.`,
  ]);
}

/** Checks that a `.env` file can hold these values. @throws {ConfigError} for one that it cannot. */
export function checkWritable(values: Values): void {
  withValues("", values);
}

function nameOf(line: string): string | null {
  return /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1] ?? null;
}

/** `#PORT=3000`, which is no comment but a default; where the name is assigned elsewhere, it stays. */
function commentedName(line: string, assigned: ReadonlySet<string>): string | null {
  const name = /^#([A-Z][A-Z0-9_]*)=/.exec(line)?.[1] ?? null;
  return name !== null && assigned.has(name) ? null : name;
}

/** Quoted only where need be: node and compose read the three forms alike. */
function assignment(name: string, value: string): string {
  if (/[\r\n]/.test(value)) throw unwritable(name, "a line break");
  if (/^[\w.,:/@+=%?&~-]*$/.test(value)) return `${name}=${value}`;
  if (!value.includes("'")) return `${name}='${value}'`;
  if (!/["\\$`]/.test(value)) return `${name}="${value}"`;
  throw unwritable(name, "both kinds of quotes");
}

function unwritable(name: string, what: string): ConfigError {
  return new ConfigError([
    `${name} has ${what}, which setup can't write: write ${name} into the file by hand, then run setup again`,
  ]);
}
