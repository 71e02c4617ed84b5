import type { KnownBlock } from "@slack/types";
import type { AppliedImport } from "../../sync/order-imports";
import type { SyncReport } from "../../sync/report";
import { rangeInWords } from "../../words/dates";
import { syncCommand } from "../sync/parse";
import { problemLine } from "../sync/problems-view";
import { sourceLine } from "../sync/source-view";
import { section } from "../ui/blocks";
import type { DisplayContext } from "../ui/dates";
import { capitalized } from "../ui/text";

/** How the sync of an import's days goes on or ended, in words. */
export interface SyncEnd {
  /** What is going on, or what went wrong. */
  readonly next: string;
  /** How it ended, in small print, where all went well and nothing is awaited. */
  readonly ended?: readonly string[];
  readonly details?: readonly KnownBlock[];
}

export type SyncDisplay = DisplayContext & {
  /** When the next nightly sync is. */
  readonly next?: Date | null | undefined;
};

/** How many problems are shown. */
const MAX_SHOWN = 5;

/** Says that the days of an import are being synced, or that no day changes. */
export function syncBegun(sync: AppliedImport["sync"], { days, now }: DisplayContext): SyncEnd {
  if (sync === null) return { next: "No figures change.", ended: ["no figures change"] };
  return { next: `⏳ Syncing Fishbowl for ${rangeInWords(sync.range, days.dayOf(now))}…` };
}

/**
 * Says how the sync of an import's days ended; `null` stands for one that broke.
 *
 * @param done what was done all the same: "The orders are in".
 */
export function syncEnded(
  report: SyncReport | null,
  { sync, done }: Pick<AppliedImport, "sync"> & { readonly done: string },
  { next, ...display }: SyncDisplay,
): SyncEnd {
  const today = display.days.dayOf(display.now);
  const days = sync?.range;
  if (report === null) {
    const command = days === undefined ? "/sync" : syncCommand(days, today);
    return { next: `⚠️ ${done}, but syncing their days failed. Run \`${command}\` to finish.` };
  }
  const { fishbowl, errors } = report.results;
  const range = days === undefined ? "" : rangeInWords(days, today);
  const problems = errors.slice(0, MAX_SHOWN).map((problem) => problemLine(problem, { ...display, next, range: days }));
  const outcome = `Fishbowl ${fishbowl.success ? "synced" : "could not be synced"}${range === "" ? "" : ` for ${range}`}`;
  const details = [
    ...(fishbowl.success ? [] : [section(sourceLine("fishbowl", fishbowl, display))]),
    ...(problems.length === 0 ? [] : [section(["*What to do*", ...problems].join("\n"))]),
  ];
  const isOver = fishbowl.success && problems.length === 0;
  const ended = [range === "" ? "figures updated" : `figures updated for ${range}`];
  return { next: `${outcome}.`, details, ...(isOver && { ended }) };
}

/** What was done and how its sync ended, in small print: "3 new orders and 2 changed. Figures updated for Oct 19–28". */
export function endInWords(parts: readonly string[]): string {
  return parts.map(capitalized).join(". ");
}
