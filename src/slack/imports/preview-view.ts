import type { KnownBlock } from "@slack/types";
import type { Day } from "../../time/day";
import { actions, button, context, fits, header, type Message, plainText, section, sectionMessage } from "../ui/blocks";
import { foreign, plainForeign } from "../ui/text";
import {
  type AppliedPreview,
  changedLines,
  creditBlocks,
  creditedSums,
  daysInWords,
  detailBlocks,
  headlineBlock,
  headlineOf,
  namesAll,
  ordersWords,
  readAs,
  sumsInWords,
} from "./changes-view";
import { encodeImport, type ImportDraft } from "./payload";
import { refusedMessage } from "./refused-view";
import { waitingBlocks, waitingChangeBlocks } from "./waiting-lines";

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

/** How many rows and orders are named; the first that fits Slack's limits is taken. */
const DETAILS = [12, 8, 5, 3, 1, 0];
/** A title has at most 150 characters, and some letters count as two. */
const MAX_NAME_LENGTH = 50;

/** Shows what a file would change and by what, with the buttons that apply it or not, or which rows are refused and why. */
export function importPreviewMessage(preview: AppliedPreview, options: PreviewOptions): Message {
  const build = preview.refused.count > 0 ? shownRefused : isChanging(preview) ? changesMessage : sameMessage;
  const messages = DETAILS.map((most) => build(preview, { ...options, most }));
  return messages.find(fits) ?? build({ ...preview, notices: [], sample: [] }, { ...options, most: 0 });
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
  const name = plainForeign(preview.name, MAX_NAME_LENGTH);
  const tabled = !namesAll(preview, options);
  // A table has the sums.
  const sums = tabled
    ? ""
    : creditedSums(preview)
        .map((sum) => `${sum}. `)
        .join("");
  return noted(note, {
    text: `${foreign(preview.name)}: ${headlineOf(preview)} Apply?`,
    blocks: [
      header(`Import preview: ${name}`),
      ...changedLines(preview, options),
      ...detailBlocks(preview, options),
      ...waitingChangeBlocks(preview, options),
      section(`*Apply ${ordersWords(preview)}?*`),
      buttons(draft, `${name}: ${ordersWords(preview)}.`),
      ...(tabled ? creditBlocks(preview, options) : []),
      context(`${readAs(preview)}${sums}${daysInWords(preview, options.today)}Nothing is written until you apply it.`),
    ],
  });
}

function sameMessage(preview: AppliedPreview, { note, ...options }: DetailedOptions): Message {
  return noted(note, {
    text: `${foreign(preview.name)}: ${headlineOf(preview)}`,
    blocks: [
      header(`Nothing to import: ${plainForeign(preview.name, MAX_NAME_LENGTH)}`),
      headlineBlock(preview),
      ...creditBlocks(preview, options),
      ...waitingBlocks(preview, options),
      context(sumsInWords(preview, options)),
      ...detailBlocks(preview, options),
      context(`${readAs(preview)}There's nothing to apply.`),
    ],
  });
}

function shownRefused(preview: AppliedPreview, { note, most }: DetailedOptions): Message {
  return noted(note, refusedMessage(preview, most));
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
