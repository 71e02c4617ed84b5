/** The result of one check. */
export interface Finding {
  /** What was found, as a word that never changes: `copper-key-refused`. */
  readonly id: string;
  /** `fault`: figures are wrong or missing until it is mended; `warning`: somebody should check. */
  readonly state: "ok" | "warning" | "fault";
  /** One sentence. It may hold people's names as they stand at a vendor. */
  readonly says: string;
  /** What to do about it; absent when all is well. */
  readonly todo?: string;
}

export function ok(id: string, says: string): Finding {
  return { id, state: "ok", says };
}

export function warning(id: string, { says, todo }: { says: string; todo: string }): Finding {
  return { id, state: "warning", says, todo };
}

export function fault(id: string, { says, todo }: { says: string; todo: string }): Finding {
  return { id, state: "fault", says, todo };
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
