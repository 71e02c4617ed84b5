import type { KnownBlock } from "@slack/types";
import type { Day } from "../../time/day";
import {
  actions,
  button,
  context,
  fits,
  header,
  type Message,
  plainText,
  section,
  sectionMessage,
  sections,
} from "../ui/blocks";
import { counted, foreign, plainForeign, sentence } from "../ui/text";
import { changeBlocks, changesWords, ordersWords, readAs } from "./changes-view";
import type { AppliedPreview } from "./effects-view";
import { encodeImport, type ImportDraft } from "./payload";

export const IMPORT_APPLY = "import_apply";
export const IMPORT_FORGET = "import_forget";

/** What is shown beside a preview. */
interface PreviewOptions {
  /** What Apply would import. */
  readonly draft: ImportDraft;
  readonly today: Day;
  /** Why it is shown again. */
  readonly note?: string | undefined;
}

type DetailedOptions = PreviewOptions & { readonly most: number };

const DOLLARS =
  "A rep's amounts are all orders this file touches, also stored ones of a customer whose account type changes; the table has the file's order totals, whatever the status.";
/** How many rows and orders are named; the first that fits Slack's limits is taken. */
const DETAILS = [10, 5, 3, 1, 0];
/** A title has at most 150 characters, and some letters count as two. */
const MAX_NAME_LENGTH = 50;

/** Shows what a file would change, with the buttons that apply it or not, or which rows are refused and why. */
export function importPreviewMessage(preview: AppliedPreview, options: PreviewOptions): Message {
  const build = preview.refused.count > 0 ? refusedMessage : isChanging(preview) ? changesMessage : sameMessage;
  const messages = DETAILS.map((most) => build(preview, { ...options, most }));
  return messages.find(fits) ?? build({ ...preview, notices: [], sample: [], reps: [] }, { ...options, most: 0 });
}

/** Says that another import is under way, with the buttons for the file that a preview stood for, if there was one. */
export function importBusyMessage({ name, draft }: { readonly name: string; readonly draft?: ImportDraft }): Message {
  const why = "Another import is running, so";
  if (draft === undefined) {
    return sectionMessage(`⏳ ${why} *${foreign(name)}* wasn't read. Drop it here again in a minute.`);
  }
  const note = `${why} nothing was applied. Press Apply again in a minute.`;
  const title = plainForeign(name, MAX_NAME_LENGTH);
  return { text: note, blocks: [header(title), section(`⚠️ ${note}`), buttons(draft, `${title} is imported.`)] };
}

function isChanging({ orders, customers }: AppliedPreview): boolean {
  return orders.new + orders.changed + customers.new + customers.changed > 0;
}

function changesMessage(preview: AppliedPreview, { draft, note, ...options }: DetailedOptions): Message {
  return noted(note, {
    text: `${changesWords(preview)} Apply?`,
    blocks: [
      header(`${plainForeign(preview.name, MAX_NAME_LENGTH)} would change this`),
      ...changeBlocks(preview, options),
      buttons(draft, `${plainForeign(preview.name, MAX_NAME_LENGTH)}: ${ordersWords(preview)}.`),
      context(`${readAs(preview)} ${DOLLARS} Nothing is written until you apply it.`),
    ],
  });
}

function sameMessage(preview: AppliedPreview, { note, ...options }: DetailedOptions): Message {
  return noted(note, {
    text: changesWords(preview),
    blocks: [
      header(`${plainForeign(preview.name, MAX_NAME_LENGTH)} would change nothing`),
      ...changeBlocks(preview, options),
      context(`${readAs(preview)} ${DOLLARS} Nothing to apply.`),
    ],
  });
}

function refusedMessage(preview: AppliedPreview, { note, most }: DetailedOptions): Message {
  return noted(note, {
    text: refusedWords(preview),
    blocks: [
      header(`${plainForeign(preview.name, MAX_NAME_LENGTH)} can't be imported`),
      ...refusedRows(preview, most),
      context(`${readAs(preview)} Nothing was written. Fix these rows and drop the file here again.`),
    ],
  });
}

function noted(note: string | undefined, { text, blocks }: Message): Message {
  return note === undefined ? { text, blocks } : { text: `${note} ${text}`, blocks: [section(`⚠️ ${note}`), ...blocks] };
}

/** @param what a sentence that says what is confirmed. */
function buttons(draft: ImportDraft, what: string): KnownBlock {
  const value = encodeImport(draft);
  const apply = button(IMPORT_APPLY, "Apply", {
    style: "primary",
    value,
    confirm: {
      title: plainText("Apply this file?"),
      text: plainText(`${what} Their days sync right away and everyone's figures update.`),
      confirm: plainText("Apply"),
      deny: plainText("Cancel"),
    },
  });
  return actions([apply, button(IMPORT_FORGET, "Discard", { value })]);
}

const MAX_REASON_LENGTH = 200;

/** The first refused rows of a file with their reasons, and how many more there are. */
function refusedRows({ refused }: AppliedPreview, most: number): readonly KnownBlock[] {
  const named = refused.rows.slice(0, most);
  const rows = [...byReason(named)].map(
    ([reason, of]) => `• ${of.length === 1 ? "Row" : "Rows"} ${of.join(", ")}: ${reason}`,
  );
  const more = refused.count - named.length;
  const rest = more === 0 ? [] : [rows.length === 0 ? "• too many to list" : `and ${counted(more, "more row")}`];
  return [
    section(`*${counted(refused.count, "row has a problem", "rows have problems")}*, so nothing was imported:`),
    ...sections([...rows, ...rest]),
  ];
}

/** The rows of each reason, in the order in which the reasons are first given. */
function byReason(rows: AppliedPreview["refused"]["rows"]): ReadonlyMap<string, readonly string[]> {
  const reasons = new Map<string, readonly string[]>();
  for (const { row, reason } of rows) {
    const words = sentence(reason, MAX_REASON_LENGTH);
    reasons.set(words, [...(reasons.get(words) ?? []), row.toLocaleString("en-US")]);
  }
  return reasons;
}

/** Says in a sentence or two that rows are refused. */
function refusedWords({ name, refused }: AppliedPreview): string {
  const [first] = refused.rows;
  const why = first === undefined ? "" : ` ${rowWords(first)}.`;
  return `${foreign(name)} can't be imported: ${counted(refused.count, "row has a problem", "rows have problems")}.${why} Nothing was written.`;
}

function rowWords({ row, reason }: AppliedPreview["refused"]["rows"][number]): string {
  return `Row ${row.toLocaleString("en-US")}: ${sentence(reason, MAX_REASON_LENGTH)}`;
}
