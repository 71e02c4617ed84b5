import type { KnownBlock } from "@slack/types";
import type { AppliedImport } from "../../sync/order-imports";
import type { SyncReport } from "../../sync/report";
import { problemLine } from "../sync/report-view";
import { sourceSection } from "../sync/source-view";
import { context, header, type Message, section, sectionMessage } from "../ui/blocks";
import { type DisplayContext, rangeInWords } from "../ui/dates";
import { counted, foreign, plainForeign } from "../ui/text";
import { ordersWords } from "./changes-view";
import type { FileFault } from "./slack-file";

/** How many names and problems are shown. */
const MAX_SHOWN = 5;
/** A title has at most 150 characters, and some letters count as two. */
const MAX_NAME_LENGTH = 50;
const UNDO =
  "To undo it, drop a file from before: it sets these orders back. Orders that were new stay until a file says they are void.";

/** Says that a file is being fetched and read. */
export function readingMessage(name: string): Message {
  return sectionMessage(`⏳ Reading ${foreign(name)}…`);
}

/** Says that a file will be read once another one is. */
export function waitingMessage(name: string): Message {
  return sectionMessage(`⏳ ${foreign(name)} is next: another file is being read…`);
}

/** Says that a file is being written. */
export function applyingMessage(name: string): Message {
  return sectionMessage(`⏳ Applying ${foreign(name)}…`);
}

export function forgottenMessage(name: string): Message {
  return sectionMessage(`*${foreign(name)}* was not applied, and nothing of it is kept.`);
}

/** Says what was written, while its days are being synced or where no day changes. */
export function appliedMessage(applied: AppliedImport, { days, now }: DisplayContext): Message {
  const { sync } = applied;
  if (sync === null) return outcomeMessage(applied, "No day's figures change.");
  return outcomeMessage(applied, `⏳ Fishbowl is being synced for ${rangeInWords(sync.range, days.dayOf(now))}…`);
}

/** Says what was written and how the sync of its days ended; `null` stands for one that broke. */
export function importedMessage(applied: AppliedImport, report: SyncReport | null, display: DisplayContext): Message {
  if (report === null) {
    const notSynced =
      "⚠️ The orders are in, but the sync of their days broke. The next sync of Fishbowl repeats it: type `/sync`.";
    return outcomeMessage(applied, notSynced);
  }
  const { fishbowl, errors, goalsUpdated } = report.results;
  const range =
    applied.sync === null ? "" : ` for ${rangeInWords(applied.sync.range, display.days.dayOf(display.now))}`;
  const outcome = fishbowl.success ? "is synced" : "could not be synced";
  const problems = errors.slice(0, MAX_SHOWN).map(problemLine);
  return outcomeMessage(applied, `Fishbowl ${outcome}${range}; ${counted(goalsUpdated, "goal")} updated.`, [
    section(sourceSection("fishbowl", fishbowl, { ...display, most: MAX_SHOWN })),
    ...(problems.length === 0 ? [] : [section(["*What to do*", ...problems].join("\n"))]),
  ]);
}

function outcomeMessage({ preview }: AppliedImport, next: string, details: readonly KnownBlock[] = []): Message {
  const { name } = preview;
  const what = `Taken over: ${ordersWords(preview)}.`;
  return {
    text: `Applied ${foreign(name)}: ${ordersWords(preview)}. ${next}`,
    blocks: [
      header(`✅ Applied: ${plainForeign(name, MAX_NAME_LENGTH)}`),
      section(`${what} ${next}`),
      ...details,
      context(UNDO),
    ],
  };
}

const WORDS: Readonly<Record<FileFault, string>> = {
  "no-access":
    "Slack would not hand over the file. The app lacks the scope `files:read`, or got it after it was installed: whoever runs Paceline adds it and installs the app again. Then drop the file here once more.",
  gone: "The file is not in Slack any more: drop it here again.",
  elsewhere: "The file is kept outside of Slack, where I do not go: save it on your computer, and drop that copy here.",
  "too-large": "",
  "out-of-order": "Slack does not give me the file just now: drop it here again in a few minutes.",
};

/** Why a file cannot be read, and what to do. */
export function fileFaultMessage(
  fault: FileFault,
  { name, mostBytes }: { readonly name: string; readonly mostBytes: number },
): Message {
  const tooLarge = `The file is larger than ${mostBytes / 1024 / 1024} MB: drop it here in parts, each with its header.`;
  return sectionMessage(`❌ *${foreign(name)}* was not read. ${fault === "too-large" ? tooLarge : WORDS[fault]}`);
}
