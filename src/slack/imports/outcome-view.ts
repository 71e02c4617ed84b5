import type { KnownBlock } from "@slack/types";
import type { AppliedImport } from "../../sync/order-imports";
import type { SyncReport } from "../../sync/report";
import { rangeInWords } from "../../words/dates";
import { syncCommand } from "../sync/parse";
import { problemLine } from "../sync/problems-view";
import { sourceLine } from "../sync/source-view";
import { actions, context, fits, header, type Message, section, sectionMessage } from "../ui/blocks";
import type { DisplayContext } from "../ui/dates";
import { counted, foreign, plainForeign, unbrokenParts } from "../ui/text";
import { changedLines, headlineOf, ordersWords } from "./changes-view";
import { detailsButton } from "./details";
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
export function appliedMessage(applied: AppliedImport, display: DisplayContext): Message {
  const { sync } = applied;
  if (sync === null) {
    return outcomeMessage(applied, { next: "No figures change.", ended: ["no figures change"] }, display);
  }
  const range = rangeInWords(sync.range, display.days.dayOf(display.now));
  return outcomeMessage(applied, { next: `⏳ Syncing Fishbowl for ${range}…` }, display);
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
    const next = `⚠️ The orders are in, but syncing their days failed. Run \`${command}\` to finish.`;
    return outcomeMessage(applied, { next }, display);
  }
  const { fishbowl, errors, goalsUpdated } = report.results;
  const range = days === undefined ? "" : rangeInWords(days, today);
  const problems = errors.slice(0, MAX_SHOWN).map((problem) => problemLine(problem, { ...display, next, range: days }));
  const checked = `${counted(goalsUpdated, "goal")} checked`;
  const outcome = `Fishbowl ${fishbowl.success ? "synced" : "could not be synced"}${range === "" ? "" : ` for ${range}`}`;
  const details = [
    ...(fishbowl.success ? [] : [section(sourceLine("fishbowl", fishbowl, display))]),
    ...(problems.length === 0 ? [] : [section(["*What to do*", ...problems].join("\n"))]),
  ];
  const isOver = fishbowl.success && problems.length === 0;
  const ended = [range === "" ? "synced" : `synced ${range}`, checked];
  return outcomeMessage(applied, { next: `${outcome}; ${checked}.`, details, ...(isOver && { ended }) }, display);
}

interface Outcome {
  /** What is going on, or what went wrong. */
  readonly next: string;
  /** How it ended, in small print, where all went well and nothing is awaited. */
  readonly ended?: readonly string[];
  readonly details?: readonly KnownBlock[];
}

function outcomeMessage(
  { preview }: AppliedImport,
  { next, ended, details = [] }: Outcome,
  { days, now }: DisplayContext,
): Message {
  const { name } = preview;
  const done = ordersWords(preview);
  const messages = ROWS.map(({ people, most }) => ({
    text: `Applied ${foreign(name)}: ${headlineOf(preview, true)} ${next}`,
    blocks: [
      header(`✅ Applied: ${plainForeign(name, MAX_NAME_LENGTH)}`),
      ...changedLines(preview, { most: people, applied: true }),
      ...(ended === undefined ? [section(`Imported ${done}. ${next}`)] : []),
      ...details,
      ...waitingRows(preview, { most }),
      actions([detailsButton(preview, days.dayOf(now))]),
      ...(ended === undefined ? [] : [context(unbrokenParts([done, ...ended].join(" · ")))]),
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
