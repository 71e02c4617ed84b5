import type { SourceId } from "../metrics/sources";
import type { DayRange } from "../time/day";

/** The result of one check. */
export interface Finding {
  /** What was found, as a word that never changes: `copper-key-refused`. */
  readonly id: string;
  /** `fault`: figures are wrong or missing until it is mended; `warning`: somebody should check. */
  readonly state: "ok" | "warning" | "fault";
  /** One sentence. It may hold people's names as they stand at a vendor. */
  readonly says: string;
  /** What to do about it, or from `NOTHING_TO_DO` on why nothing is; absent when all is well. */
  readonly todo?: string;
  /** Whom it is about, one by one, where matching each of them with a person mends it. */
  readonly owners?: readonly FoundOwner[];
  /** The sync that may mend it, or tell that it is mended; absent where none does. */
  readonly sync?: MendingSync;
}

/** A sync of some days that may mend what was found. */
export interface MendingSync {
  readonly days: "last-30-days" | DayRange;
  /** Whether to run it is all that there is to do, so that its button says as much as `todo`. */
  readonly isRemedy: boolean;
}

/** Somebody at a source who is matched with nobody. */
export interface FoundOwner {
  readonly source: SourceId;
  /** What a mapping is stored under; `null` where there is nothing to store it under. */
  readonly owner: string | null;
  readonly name: string;
  /** One sentence, as a finding's. */
  readonly says: string;
}

interface ToMend extends Pick<Finding, "owners" | "sync"> {
  readonly says: string;
  readonly todo: string;
}

/** What begins a finding's `todo` where others have to mend it, and a sync tells when they have. */
export const NOTHING_TO_DO = "Nothing to do";

export function ok(id: string, says: string): Finding {
  return { id, state: "ok", says };
}

export function warning(id: string, found: ToMend): Finding {
  return { id, state: "warning", ...found };
}

export function fault(id: string, found: ToMend): Finding {
  return { id, state: "fault", ...found };
}

/** Sorts findings, the worst first. */
export function worstFirst(found: readonly Finding[]): readonly Finding[] {
  const rank = { fault: 0, warning: 1, ok: 2 } as const;
  return [...found].sort((one, other) => rank[one.state] - rank[other.state]);
}

const MAX_NAMED = 10;

/** The first ten of a list, and how many more there are. What would move a terminal's cursor is left out. */
export function shortList(names: readonly string[]): string {
  const more = names.length - MAX_NAMED;
  const shown = names.slice(0, MAX_NAMED).map((name) => name.replace(/[\p{Cc}\p{Cf}]/gu, ""));
  return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
