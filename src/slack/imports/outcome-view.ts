import type { AppliedImport } from "../../sync/order-imports";
import type { SyncReport } from "../../sync/report";
import { actions, context, fits, header, type Message, section, sectionMessage } from "../ui/blocks";
import type { DisplayContext } from "../ui/dates";
import { foreign, plainForeign } from "../ui/text";
import { changedLines, creditedSums, headlineOf, ordersWords } from "./changes-view";
import { detailsButton } from "./details";
import type { FileFault } from "./slack-file";
import { endInWords, type SyncDisplay, type SyncEnd, syncBegun, syncEnded } from "./sync-end";
import { undoButton } from "./undo-view";
import { waitingChangeBlocks } from "./waiting-lines";
import { type WaitingNow, waitingRows } from "./waiting-view";

/** How many people whose sales changed are named, and how many names wait; the first that fits Slack's limits is taken. */
const ROWS = [
  { people: 30, most: 8 },
  { people: 8, most: 8 },
  { people: 3, most: 3 },
  { people: 1, most: 0 },
];
/** A title has at most 150 characters, and some letters count as two. */
const MAX_NAME_LENGTH = 50;

/** Says that a file is being fetched and read. */
export function readingMessage(name: string): Message {
  return sectionMessage(`⏳ Reading ${foreign(name)}…`);
}

/** Says that a file will be read once another one is. */
export function waitingMessage(name: string): Message {
  return sectionMessage(`⏳ ${foreign(name)} is next, after another file…`);
}

/** Says that a file is being written. */
export function applyingMessage(name: string): Message {
  return sectionMessage(`⏳ Applying ${foreign(name)}…`);
}

export function forgottenMessage(name: string): Message {
  return sectionMessage(`*${foreign(name)}* was discarded. Nothing changed.`);
}

/** What waits in the workspace afterwards; absent where that is not known, as where a sync did not end well. */
interface Afterwards {
  readonly waiting?: WaitingNow | undefined;
}

/** Says what was written, while its days are being synced or where no day changes. */
export function appliedMessage(applied: AppliedImport, { waiting, ...display }: DisplayContext & Afterwards): Message {
  const outcome = { end: syncBegun(applied.sync, display), isOver: applied.sync === null, waiting };
  return outcomeMessage(applied, outcome, display);
}

/** Says what was written and how the sync of its days ended; `null` stands for one that broke. */
export function importedMessage(
  applied: AppliedImport,
  report: SyncReport | null,
  { waiting, ...display }: SyncDisplay & Afterwards,
): Message {
  const end = syncEnded(report, { sync: applied.sync, done: "The orders are in" }, display);
  return outcomeMessage(applied, { end, isOver: true, waiting }, display);
}

interface Outcome extends Afterwards {
  readonly end: SyncEnd;
  /** While a sync goes on its message would take the place of what an undo says. */
  readonly isOver: boolean;
}

function outcomeMessage(
  applied: AppliedImport,
  { end: { next, ended, details = [] }, isOver, waiting }: Outcome,
  { days, now }: DisplayContext,
): Message {
  const { preview } = applied;
  const { name } = preview;
  const done = ordersWords(preview);
  const buttons = [detailsButton(preview, days.dayOf(now)), ...(isOver ? undoButton(applied) : [])];
  const messages = ROWS.map(({ people, most }) => ({
    text: `Applied ${foreign(name)}: ${headlineOf(preview, true)} ${next}`,
    blocks: [
      header(`✅ Applied: ${plainForeign(name, MAX_NAME_LENGTH)}`),
      ...changedLines(preview, { most: people, applied: true }),
      ...(ended === undefined ? [section(`Imported ${done}. ${next}`)] : []),
      ...details,
      ...(waiting === undefined ? waitingChangeBlocks(preview, { most }) : waitingRows(preview, { ...waiting, most })),
      actions(buttons),
      ...(ended === undefined ? [] : [context(endInWords([done, ...ended, ...creditedSums(preview)]))]),
    ],
  }));
  const [shortest] = messages.slice(-1);
  return messages.find(fits) ?? shortest ?? sectionMessage(next);
}

const WORDS: Readonly<Record<FileFault, string>> = {
  "no-access":
    "Slack wouldn't share the file. Whoever runs Paceline needs to add the scope `files:read` and reinstall the app. Then drop the file here again.",
  gone: "The file is no longer in Slack. Drop it here again.",
  elsewhere: "The file is stored outside Slack. Save it to your computer and drop that copy here.",
  "too-large": "",
  "out-of-order": "Slack isn't sharing the file right now. Drop it here again in a few minutes.",
};

/** Why a file cannot be read, and what to do. */
export function fileFaultMessage(
  fault: FileFault,
  { name, mostBytes }: { readonly name: string; readonly mostBytes: number },
): Message {
  const tooLarge = `The file is larger than ${mostBytes / 1024 / 1024} MB. Drop it here in parts, each with its header.`;
  return sectionMessage(`❌ *${foreign(name)}* wasn't read. ${fault === "too-large" ? tooLarge : WORDS[fault]}`);
}
