import type { KnownBlock, TableBlock } from "@slack/types";
import { importDetails } from "../../sync/import-details";
import { type ImportSummary, importSummary } from "../../sync/import-summary";
import type { AppliedImport } from "../../sync/order-imports";
import type { Day } from "../../time/day";
import { section, sections } from "../ui/blocks";
import { counted, foreign, plainForeign, sentence } from "../ui/text";

/** What an import that was previewed or applied does. */
export type AppliedPreview = AppliedImport["preview"];

/** What is shown of a preview: how many rows and names, and whether it is over. */
export interface Shown {
  readonly most: number;
  readonly applied?: boolean;
}

const MAX_NAME_LENGTH = 40;
const MAX_SENTENCE_LENGTH = 300;

/** Shows what a file does to credited sales: who loses and gains, a table that sums up, what is not credited and why. */
export function creditBlocks(preview: AppliedPreview, shown: Shown): readonly KnownBlock[] {
  const { headline, uncredited, sum, orders } = importSummary(preview, { ...shown, clean: named });
  // A table holds plain text.
  const { rows } = importSummary(preview, { ...shown, clean: (name) => plainForeign(name, MAX_NAME_LENGTH) });
  const left = uncredited.map((line) => `• ${unbroken(line)}`);
  return [
    section(`*${unbroken(headline)}*`),
    ...(rows.length === 0 ? [] : [creditTable(rows)]),
    ...sections([
      ...(left.length === 0 ? [] : ["*Not credited*", ...left]),
      ...(orders === "" ? [] : [`*In all*: ${sum}`, `*In this file*: ${orders}`]),
    ]),
  ];
}

/** "Ben Okafor loses $23,405.48 of distribution." */
export function headlineOf(preview: AppliedPreview, applied = false): string {
  return importSummary(preview, { most: 0, applied, clean: named }).headline;
}

/** Shows why figures change, on which days, and what to check. */
export function detailBlocks(
  preview: AppliedPreview,
  { today, most }: { readonly today: Day; readonly most: number },
): readonly KnownBlock[] {
  return sections(importDetails(preview, { today, most, clean: named, cleanSentence: capped }).map(unbroken));
}

/** "3 new orders and 2 changed", "1 changed order"; "customers alone" where no order is another. */
export function ordersWords({ orders }: AppliedPreview): string {
  const [fresh, changed] = [counted(orders.new, "new order"), counted(orders.changed, "changed order")];
  if (orders.changed === 0) return orders.new === 0 ? "customers only" : fresh;
  return orders.new === 0 ? changed : `${fresh} and ${orders.changed.toLocaleString("en-US")} changed`;
}

/** Says which export was recognized. */
export function readAs({ format, rows }: AppliedPreview): string {
  return format === null ? "" : `Read as Fishbowl's ${format}, ${counted(rows, "row")}. `;
}

/** A sentence that may quote the file, for mrkdwn. */
export function capped(text: string): string {
  return sentence(text, MAX_SENTENCE_LENGTH);
}

function named(name: string): string {
  return foreign(name, MAX_NAME_LENGTH);
}

function creditTable(rows: ImportSummary["rows"]): TableBlock {
  return {
    type: "table",
    column_settings: [{ is_wrapped: true }, { align: "right" }, { align: "right" }, { align: "right" }],
    rows: [
      cells("Credited sales", "Before", "After", "Change"),
      ...rows.map(({ who, before, after, change }) => cells(who, before, after, change)),
    ],
  };
}

function cells(...texts: readonly string[]): TableBlock["rows"][number] {
  return texts.map((text) => ({ type: "raw_text" as const, text }));
}

/** Keeps a minus on the line of its amount, which would be read as a gain without it. */
function unbroken(text: string): string {
  return text.replace(/−(?=\$)/g, "−\u2060");
}
