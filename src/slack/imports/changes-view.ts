import type { KnownBlock, TableBlock } from "@slack/types";
import { cents, signedDollars } from "../../sync/import-amounts";
import { importDetails } from "../../sync/import-details";
import { repLines } from "../../sync/import-headline";
import { type ImportSummary, importSummary } from "../../sync/import-summary";
import type { WaitingLine } from "../../sync/import-uncredited";
import type { AppliedImport } from "../../sync/order-imports";
import type { Day } from "../../time/day";
import { exactFigure } from "../../words/figures";
import { context, section, sections } from "../ui/blocks";
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

/** Says who loses and who gains. */
export function headlineBlock(preview: AppliedPreview, applied = false): KnownBlock {
  return section(`*${unbroken(headlineOf(preview, applied))}*`);
}

/** Tells whether everybody whose credited sales a preview changes has a line of it, so that a table would say the same again. */
export function namesAll(preview: AppliedPreview, shown: Shown): boolean {
  const { shown: named, more } = linesOf(preview, shown);
  return named.length > 0 && more === 0;
}

/** Shows what a file does to credited sales: a table whose sums add up to all of its orders. */
export function creditBlocks(preview: AppliedPreview, shown: Shown): readonly KnownBlock[] {
  // A table holds plain text.
  const { rows } = importSummary(preview, { ...shown, clean: (name) => plainForeign(name, MAX_NAME_LENGTH) });
  return rows.length === 0 ? [] : [creditTable(rows)];
}

/** More people than these are in a preview's table; an applied file has none. */
const MAX_LINES = 5;

/** Says what all of a file's orders are credited with, then who loses and who gains, a line each with the orders that bring it about. */
export function changedLines(preview: AppliedPreview, options: Shown): readonly KnownBlock[] {
  const { shown, more } = linesOf(preview, options);
  if (shown.length === 0) return [headlineBlock(preview, options.applied)];
  const lines = shown.map(({ name, change, cause }) => `*${name}* ${change}${cause === null ? "" : ` · ${cause}`}`);
  const rest = more > 0 ? [`and ${counted(more, "more person", "more people")}`] : [];
  return sections([creditedInWords(preview), ...lines, ...rest].map(unbroken));
}

function linesOf({ reps }: AppliedPreview, { most, applied = false }: Shown): ReturnType<typeof repLines> {
  return repLines(reps, { most: Math.max(applied ? most : Math.min(most, MAX_LINES), 1), clean: named });
}

/** "*Credited, of these orders: −$14,995.08* ($83,145.04 → $68,149.96)". */
function creditedInWords({ credit }: AppliedPreview): string {
  const { from, to } = credit.credited;
  const change = to === from ? "no change" : signedDollars(cents(to - from));
  return `*Credited, of these orders: ${change}* (${exactFigure(from, "dollars")} → ${exactFigure(to, "dollars")})`;
}

/** Shows what is not credited and why, first what somebody can do something about; then what all orders come to. */
export function uncreditedBlocks(
  preview: AppliedPreview,
  { most, tabled = true }: Shown & { readonly tabled?: boolean },
): readonly KnownBlock[] {
  const { waiting, notCounting, rows, sum } = importSummary(preview, { most, clean: named });
  const lines = waiting.map(waitingRow);
  return [
    ...sections(lines.length === 0 ? [] : [NOT_YET, ...lines]),
    ...(notCounting === null ? [] : [context(unbroken(notCounting))]),
    // A table that ends with all orders has said it.
    ...(tabled && rows.filter(({ isSum }) => isSum).length > 1 ? [] : [context(sum)]),
  ];
}

/** "⚠️ *$640* waits for an account type: Corner Cellar", of what waits, before a file is applied and after it. */
export function waitingRow({ sum, waits }: WaitingLine): string {
  return unbroken(`⚠️ *${sum}* ${waits}`);
}

/** The title of what waits for somebody. */
export const NOT_YET = "*Not credited yet, of these orders*";

/** "Ben Okafor loses $23,405.48 of distribution." */
export function headlineOf(preview: AppliedPreview, applied = false): string {
  return importSummary(preview, { most: 0, applied, clean: named }).headline;
}

/** Shows why figures change, on which days, and what to check. */
export function detailBlocks(
  preview: AppliedPreview,
  { today, most }: { readonly today: Day; readonly most: number },
): readonly KnownBlock[] {
  const { orders: said } = linesOf(preview, { most });
  return sections(importDetails(preview, { today, most, said, clean: named, cleanSentence: capped }).map(unbroken));
}

/** "3 new orders and 2 changed", "1 changed order"; "customers alone" where no order is another. */
export function ordersWords({ orders }: AppliedPreview): string {
  const [fresh, changed] = [counted(orders.new, "new order"), counted(orders.changed, "changed order")];
  if (orders.changed === 0) return orders.new === 0 ? "customers only" : fresh;
  return orders.new === 0 ? changed : `${fresh} and ${orders.changed.toLocaleString("en-US")} changed`;
}

/** "Fishbowl's sales-order export, 60 rows: 3 new orders ($7,800.40), 27 unchanged ($187,321.44). "; nothing for no export. */
export function readAs(preview: AppliedPreview): string {
  const { format, rows, refused } = preview;
  if (format === null) return "";
  const { orders } = importSummary(preview, { most: 0, clean: named });
  const read = refused.count > 0 || orders === "" ? "" : `: ${orders}`;
  return `Fishbowl's ${format}, ${counted(rows, "row")}${read}. `;
}

/** A sentence that may quote the file, for mrkdwn. */
export function capped(text: string): string {
  return sentence(text, MAX_SENTENCE_LENGTH);
}

/** A name out of the file, for mrkdwn. */
export function named(name: string): string {
  return foreign(name, MAX_NAME_LENGTH);
}

/** The change stands beside the name, as a phone shows the first columns alone. */
function creditTable(rows: ImportSummary["rows"]): TableBlock {
  return {
    type: "table",
    column_settings: [{ is_wrapped: true }, { align: "right" }, { align: "right" }, { align: "right" }],
    rows: [
      cells(["Credited to", "Change", "Before", "After"]),
      ...rows.map(({ who, before, after, change, isSum }) => cells([who, unbroken(change), before, after], isSum)),
    ],
  };
}

function cells(texts: readonly string[], isBold = false): TableBlock["rows"][number] {
  return texts.map((text) => (isBold ? boldCell(text) : { type: "raw_text" as const, text }));
}

function boldCell(text: string): TableBlock["rows"][number][number] {
  const bold = { type: "text" as const, text, style: { bold: true } };
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [bold] }] };
}

/** Keeps a minus on the line of its amount, which would be read as a gain without it. */
function unbroken(text: string): string {
  return text.replace(/−(?=\$)/g, "−\u2060");
}
