import type { ImportCredit, RepChange } from "./import-credit";

/** What undoing an import puts back: those that it added are taken out, those that it changed are as they were before it. */
export interface UndoneImport {
  readonly name: string;
  readonly orders: UndoneCounts;
  readonly customers: UndoneCounts;
  /** What that does to the figures of each rep, by the mappings as they are now. */
  readonly reps: readonly RepChange[];
  /** Says where the dollars go of these orders, and of others whose customer's account type goes back. */
  readonly credit: ImportCredit;
}

export interface UndoneCounts {
  readonly out: number;
  readonly back: number;
}

/** Why an import is not undone; nothing was changed then. */
export type UndoRefusal =
  /** It was undone before. */
  | { readonly kind: "again"; readonly by: string; readonly at: Date }
  /** Another file was written since, and not undone. */
  | { readonly kind: "later"; readonly name: string; readonly by: string; readonly at: Date }
  /** Records of it were changed by something else since. */
  | { readonly kind: "changed"; readonly orders: number; readonly customers: number; readonly named: readonly string[] }
  /** What was before it is not kept any more. */
  | { readonly kind: "over" };

/** The outcome of asking for an undo: with `undone`, all of it will be put back, whatever happens. */
export type UndoOutcome = { readonly kind: "undone"; readonly undone: UndoneImport } | UndoRefusal;

/** How long what was before an import is kept. */
export const UNDO_HOURS = 24;
