import type { KnownBlock } from "@slack/types";
import type { AppliedImport } from "../../sync/order-imports";
import type { SyncReport } from "../../sync/report";
import { context, header, type Message, section, sectionMessage } from "./blocks";
import { type Reading, rangeInWords } from "./days";
import { ordersWords } from "./import-changes";
import { problemLine } from "./sync-problem";
import { sourceSection } from "./sync-report-source";
import { counted, foreign, plainForeign } from "./text";

/** How many names and problems are shown. */
const MOST = 5;
/** Of a title's 150 characters, of which some letters take two. */
const LONGEST_NAME = 50;
const UNDO =
  "To undo it, drop a file from before: it sets these orders back. Orders that were new stay until a file says they are void.";

/** While a file is fetched and read. */
export function readingMessage(name: string): Message {
  return sectionMessage(`⏳ Reading ${foreign(name)}…`);
}

/** While a file is written. */
export function applyingMessage(name: string): Message {
  return sectionMessage(`⏳ Applying ${foreign(name)}…`);
}

export function forgottenMessage(name: string): Message {
  return sectionMessage(`*${foreign(name)}* was not applied, and nothing of it is kept.`);
}

/** What was written, while its days are being synced or where none is. */
export function appliedMessage(applied: AppliedImport, { days, now }: Reading): Message {
  const { sync } = applied;
  if (sync === null) return told(applied, "No day's figures change.");
  return told(applied, `⏳ Fishbowl is being synced for ${rangeInWords(sync.range, days.dayOf(now))}…`);
}

/** The same once that sync has ended; `null` when it broke. */
export function importedMessage(applied: AppliedImport, report: SyncReport | null, reading: Reading): Message {
  if (report === null) {
    const broke =
      "⚠️ The orders are in, but the sync of their days broke. The next sync of Fishbowl repeats it: type `/sync`.";
    return told(applied, broke);
  }
  const { fishbowl, errors, goalsUpdated } = report.results;
  const range =
    applied.sync === null ? "" : ` for ${rangeInWords(applied.sync.range, reading.days.dayOf(reading.now))}`;
  const outcome = fishbowl.success ? "is synced" : "could not be synced";
  const problems = errors.slice(0, MOST).map(problemLine);
  return told(applied, `Fishbowl ${outcome}${range}; ${counted(goalsUpdated, "goal")} updated.`, [
    section(sourceSection("fishbowl", fishbowl, { ...reading, most: MOST })),
    ...(problems.length === 0 ? [] : [section(["*What to do*", ...problems].join("\n"))]),
  ]);
}

function told({ preview }: AppliedImport, next: string, details: readonly KnownBlock[] = []): Message {
  const { name } = preview;
  const what = `Taken over: ${ordersWords(preview)}.`;
  return {
    text: `Applied ${foreign(name)}: ${ordersWords(preview)}. ${next}`,
    blocks: [
      header(`✅ Applied: ${plainForeign(name, LONGEST_NAME)}`),
      section(`${what} ${next}`),
      ...details,
      context(UNDO),
    ],
  };
}
