import type { KnownBlock } from "@slack/types";
import type { AppliedImport } from "../../sync/order-imports";
import type { SyncReport } from "../../sync/report";
import { rangeInWords } from "../../words/dates";
import { syncCommand } from "../sync/parse";
import { problemLine } from "../sync/problems-view";
import { sourceLine } from "../sync/source-view";
import { context, fits, header, type Message, section, sectionMessage } from "../ui/blocks";
import type { DisplayContext } from "../ui/dates";
import { capitalized, counted, foreign, listed, plainForeign } from "../ui/text";
import { changedLines, headlineOf, ordersWords, sumsInWords } from "./changes-view";
import type { FileFault } from "./slack-file";
import { waitingRows } from "./waiting-view";

/** How many names and problems are shown. */
const MAX_SHOWN = 5;
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

/** Says what was written, while its days are being synced or where no day changes. */
export function appliedMessage(applied: AppliedImport, { days, now }: DisplayContext): Message {
  const { sync } = applied;
  if (sync === null) return outcomeMessage(applied, "No figures change.");
  return outcomeMessage(applied, `⏳ Syncing Fishbowl for ${rangeInWords(sync.range, days.dayOf(now))}…`);
}

/** Says what was written and how the sync of its days ended; `null` stands for one that broke. */
export function importedMessage(
  applied: AppliedImport,
  report: SyncReport | null,
  { next, ...display }: DisplayContext & { readonly next?: Date | null | undefined },
): Message {
  const today = display.days.dayOf(display.now);
  const days = applied.sync?.range;
  if (report === null) {
    const command = days === undefined ? "/sync" : syncCommand(days, today);
    const notSynced = `⚠️ The orders are in, but syncing their days failed. Run \`${command}\` to finish.`;
    return outcomeMessage(applied, notSynced);
  }
  const { fishbowl, errors, goalsUpdated } = report.results;
  const range = days === undefined ? "" : rangeInWords(days, today);
  const outcome = fishbowl.success ? "synced" : "could not be synced";
  const problems = errors.slice(0, MAX_SHOWN).map((problem) => problemLine(problem, { ...display, next, range: days }));
  return outcomeMessage(
    applied,
    `Fishbowl ${outcome}${range === "" ? "" : ` for ${range}`}; ${counted(goalsUpdated, "goal")} checked.`,
    {
      isOver: fishbowl.success && problems.length === 0,
      details: [
        ...(fishbowl.success ? [] : [section(sourceLine("fishbowl", fishbowl, display))]),
        ...(problems.length === 0 ? [] : [section(["*What to do*", ...problems].join("\n"))]),
      ],
    },
  );
}

/** @param isOver whether all went well and nothing is awaited: then `next` is small print. */
function outcomeMessage(
  { preview }: AppliedImport,
  next: string,
  { details = [], isOver = false }: { readonly details?: readonly KnownBlock[]; readonly isOver?: boolean } = {},
): Message {
  const { name } = preview;
  const messages = ROWS.map(({ people, most }) => ({
    text: `Applied ${foreign(name)}: ${headlineOf(preview, true)} ${next}`,
    blocks: [
      header(`✅ Applied: ${plainForeign(name, MAX_NAME_LENGTH)}`),
      ...changedLines(preview, { most: people, applied: true }),
      (isOver ? context : section)(`Imported ${ordersWords(preview)}. ${next}`),
      ...details,
      ...waitingRows(preview, { most }),
      context(sumsInWords(preview, { most })),
      ...undoPart(preview),
    ],
  }));
  const [shortest] = messages.slice(-1);
  return messages.find(fits) ?? shortest ?? sectionMessage(next);
}

/**
 * What of an applied file stays, then how the rest is put back: no file takes an order out that it does not have, or an account type away. Nothing
 * where there is nothing to put back.
 */
function undoPart({ orders, customers, accountTypes }: AppliedImport["preview"]): readonly KnownBlock[] {
  const { changed, new: added } = orders;
  const wereTyped = accountTypes.changes.some(({ from }) => from !== null);
  const back = [
    ...(changed > 0 ? [changed === 1 ? "the changed order" : `the ${counted(changed, "changed order")}`] : []),
    ...(wereTyped ? ["the account types"] : []),
    ...(customers.changed > 0 && changed === 0 && accountTypes.count === 0 ? ["the customers' names"] : []),
  ];
  const [them, stay] =
    added === 1 ? ["it", "The new order stays"] : ["them", `The ${counted(added, "new order")} stay`];
  const stays = [
    ...(added > 0 ? [`${stay} until a file voids ${them}`] : []),
    ...(accountTypes.changes.some(({ from }) => from === null)
      ? ["first account types stay until a file changes them"]
      : []),
  ];
  const drop = `drop the earlier file here again: it puts back ${listed(back)}.`;
  if (stays.length === 0) return back.length === 0 ? [] : [context(`To undo, ${drop}`)];
  const kept = capitalized(listed(stays));
  return [context(back.length === 0 ? `${kept}.` : `${kept}; to undo the rest, ${drop}`)];
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
