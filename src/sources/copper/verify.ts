import { SourceError } from "../source-error";
import type { Walk } from "./walk";

/** Of a list's records, more missing than this share is no slip of Copper's count. */
const MOST_MISSING = 0.2;

/** Whether the walk found exactly as many records as Copper counts; where it counts none there is nothing to compare. */
export function isWhole({ items, total, fell }: Walk<unknown>): boolean {
  return total === null || (items.size === total && !fell);
}

/**
 * What two walks over one list are worth, the first of which was not whole: `null` when the second is, or a text that
 * says how many records are missing when both agree and Copper's total, an upper bound, is a little too high.
 *
 * @throws {SourceError} when the list cannot be trusted.
 */
export function shortfall(name: string, { first, second }: Record<"first" | "second", Walk<unknown>>): string | null {
  if (isWhole(second)) return null;
  const total = second.total ?? 0;
  const counted = `${second.items.size} of ${total} ${name}`;
  if (second.fell || !sameIds(first, second)) {
    throw unexpected(`Copper's ${name} changed while they were read, twice; they are read again at the next sync`);
  }
  if (second.items.size > total) {
    throw unexpected(`Copper listed ${counted}, more than it counts; they are read again at the next sync`);
  }
  if (second.hole || total - second.items.size > MOST_MISSING * total) {
    throw unexpected(
      `Copper listed only ${counted}, twice; nothing of them is used, they are read again at the next sync`,
    );
  }
  return `Copper listed ${counted}.`;
}

/** @throws {SourceError} when most of a list could not be read: then its form has changed, and silence would read as zero. */
export function assertReadable(name: string, { unreadable, records }: { unreadable: number; records: number }): void {
  if (unreadable < 3 || unreadable * 2 <= records) return;
  throw unexpected(
    `${unreadable} of ${records} ${name} in Copper could not be read; Paceline must learn their new form`,
  );
}

function sameIds(one: Walk<unknown>, other: Walk<unknown>): boolean {
  return one.items.size === other.items.size && [...one.items.keys()].every((id) => other.items.has(id));
}

function unexpected(message: string): SourceError {
  return new SourceError("copper", "unexpected-answer", message);
}
