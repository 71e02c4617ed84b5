import { foldName } from "../metrics/owner-name";
import type { Identity } from "./identity";

/** Replaces in a stored value whatever names somebody. */
export type Scrub = (value: unknown) => unknown;

/** The field that holds the name of a company, which may be called like somebody. */
const OF_OTHERS = "customerName";

/**
 * Makes what replaces all names of somebody in a document by their pseudonym: their Slack id, addresses and name wherever they
 * stand, the names of salesmen where they are the whole text, the id at a source where it is the owner of records. A text that is
 * JSON, such as a message's, is looked through as what it holds.
 */
export function scrubOf(identity: Identity, pseudonym: string): Scrub {
  const { userId, name, addresses, accounts, salesmen, owners } = identity;
  const ids = new Set(accounts.map(({ id }) => id));
  const whole = new Set([...salesmen, ...owners.fishbowl].map(foldName));
  const patterns = [
    new RegExp(`(?<!\\w)${escaped(userId)}(?![A-Za-z0-9])`, "g"),
    ...addresses.map((address) => new RegExp(`(?<![\\w.+-])${escaped(address)}(?![\\w-])`, "giu")),
    ...(name.trim() === "" || name === userId ? [] : [nameAlone(name.trim())]),
  ];
  const text = (value: string): string => {
    const inside = parsed(value);
    if (inside !== null) return JSON.stringify(scrub(inside));
    if (whole.has(foldName(value))) return pseudonym;
    return patterns.reduce((left, pattern) => left.replace(pattern, pseudonym), value);
  };
  const field = (key: string, value: unknown) => {
    if (key === OF_OTHERS) return value;
    return key === "owner" && typeof value === "string" && ids.has(value) ? pseudonym : scrub(value);
  };
  const scrub: Scrub = (value) => {
    if (typeof value === "string") return text(value);
    if (Array.isArray(value)) return value.map(scrub);
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, of]) => [text(key), field(key, of)]));
  };
  return scrub;
}

/** Matches a name that is no part of a longer one: "Ana" alone, not in "Ana Ruiz", "Susana" or "Ana's Bar". */
function nameAlone(name: string): RegExp {
  const words = name.split(/\s+/u).map(escaped);
  const long = words.length > 1;
  const before = long ? "" : "(?<!\\p{Lu}[\\p{L}.'’-]*\\s)";
  const after = long ? "" : "(?!['’]s|\\s\\p{Lu})";
  return new RegExp(`(?<![\\p{L}\\p{N}])${before}${words.join("\\s+")}(?![\\p{L}\\p{N}])${after}`, long ? "giu" : "gu");
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The object or list that a text is in JSON; `null` for any other text. */
function parsed(text: string): object | null {
  if (!/^[[{]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
