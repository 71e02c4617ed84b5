import type { KnownBlock, TableBlock } from "@slack/types";
import { cents, dollars } from "../../sync/import-amounts";
import { importChanges, importDays } from "../../sync/import-details";
import { repLines } from "../../sync/import-headline";
import { type ImportSummary, importSummary } from "../../sync/import-summary";
import { addedInWords } from "../../sync/import-uncredited";
import type { AppliedImport } from "../../sync/order-imports";
import type { Day } from "../../time/day";
import { exactFigure } from "../../words/figures";
import { section, sections } from "../ui/blocks";
import { counted, foreign, plainForeign, sentence, unbrokenParts } from "../ui/text";

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

/**
 * Says what all of a file's orders are credited with, then who loses and who gains, a line each with the orders that bring it about, and
 * which new orders count for nobody; those that wait are named where they wait.
 */
export function changedLines(preview: AppliedPreview, options: Shown): readonly KnownBlock[] {
  const { shown, more } = linesOf(preview, options);
  const added = addedInWords(preview.credit.uncredited, { clean: named });
  const left = added === null ? [] : [addedRow(added)];
  if (shown.length === 0) return [headlineBlock(preview, options.applied), ...sections(left)];
  return sections([creditedInWords(preview, options), ...repRows({ shown, more }), ...left].map(unbroken));
}

/** "*Ben Okafor* −$23,405.48 distribution: SO-1017 voided", a row each, and how many more people there are. */
export function repRows({ shown, more }: Pick<ReturnType<typeof repLines>, "shown" | "more">): readonly string[] {
  const rows = shown.map(({ name, change, cause }) => {
    return `*${name}* ${unbrokenParts(change)}${cause === null ? "" : `: ${unbrokenParts(cause)}`}`;
  });
  return [...rows, ...(more > 0 ? [`and ${counted(more, "more person", "more people")}`] : [])];
}

/** `*Not credited* $640: SO-1103 new (account type "Retail")`. */
function addedRow({ sum, cause }: NonNullable<ReturnType<typeof addedInWords>>): string {
  return unbroken(`*Not credited* ${sum}: ${cause}`);
}

function linesOf({ reps }: AppliedPreview, { most, applied = false }: Shown): ReturnType<typeof repLines> {
  return repLines(reps, { most: Math.max(applied ? most : Math.min(most, MAX_LINES), 1), clean: named });
}

/** "*Credited sales fall by $14,995.08*", "fell" once they have. */
export function creditedInWords(
  { credit }: Pick<AppliedPreview, "credit">,
  { applied = false }: Pick<Shown, "applied">,
): string {
  const { from, to } = credit.credited;
  const does = CREDITED[applied ? "past" : "now"];
  const by = dollars(Math.abs(cents(to - from)));
  return `*Credited sales ${to === from ? does.stay : `${to < from ? does.fall : does.rise} by ${by}`}*`;
}

/** "Credited sales of these 30 orders: $83,145.04 → $68,149.96": of all of a file's orders, or of those that an undo changed. */
export function creditedOf({ credit }: Pick<AppliedPreview, "credit">): string {
  const { orders, credited } = credit;
  const [was, is] = [credited.from, credited.to].map((sum) => exactFigure(sum, "dollars"));
  const of = orders === 1 ? "this order" : `these ${counted(orders, "order")}`;
  return `Credited sales${orders === 0 ? "" : ` of ${of}`}: ${was === is ? was : `${was} → ${is}`}`;
}

/** Lists the sums of a preview, for its small print; none where nobody's credited sales change. */
export function creditedSums(preview: AppliedPreview): readonly string[] {
  return preview.reps.some(({ matched }) => matched) ? [creditedOf(preview)] : [];
}

const CREDITED = {
  now: { fall: "fall", rise: "rise", stay: "stay the same" },
  past: { fall: "fell", rise: "rose", stay: "stayed the same" },
} as const;

/**
 * Says how an import's figures come about: what all its orders come to, and what of the amount that is never credited it changes: "30 orders,
 * $231,462.68 = … + $125,515.01 not counting. Of that, 3 void orders $36,440.69 (was $13,035.21)."
 */
export function sumsInWords(preview: AppliedPreview, { most }: Shown): string {
  const { changedLeft, sum } = importSummary(preview, { most, clean: named });
  return unbroken(changedLeft === null ? `${sum}.` : `${sum}. Of that, ${changedLeft}.`);
}

/** "Ben Okafor loses $23,405.48 of distribution." */
export function headlineOf(preview: AppliedPreview, applied = false): string {
  return importSummary(preview, { most: 0, applied, clean: named }).headline;
}

/** Shows why figures change and what to check; the days are small print. */
export function detailBlocks(
  preview: AppliedPreview,
  { today, most }: { readonly today: Day; readonly most: number },
): readonly KnownBlock[] {
  const { orders: said } = linesOf(preview, { most });
  return sections(importChanges(preview, { today, most, said, clean: named, cleanSentence: capped }).map(unbroken));
}

/** "3 new orders and 2 changed", "1 changed order"; "customers alone" where no order is another. */
export function ordersWords({ orders }: AppliedPreview): string {
  const [fresh, changed] = [counted(orders.new, "new order"), counted(orders.changed, "changed order")];
  if (orders.changed === 0) return orders.new === 0 ? "customers only" : fresh;
  return orders.new === 0 ? changed : `${fresh} and ${orders.changed.toLocaleString("en-US")} changed`;
}

/** "Read as a sales-order export, 60 rows: 3 new orders, 2 changed, 25 unchanged. "; nothing for neither kind of file. */
export function readAs({ format, rows, refused, orders, credit }: AppliedPreview): string {
  if (format === null) return "";
  const others = credit.orders - (orders.new + orders.changed + orders.unchanged);
  const more = others > 0 ? `; and ${counted(others, "order")} of retyped customers` : "";
  const kinds = (["new", "changed", "unchanged"] as const).filter((kind) => orders[kind] > 0);
  const counts = kinds.map((kind, at) => {
    return at === 0 ? counted(orders[kind], `${kind} order`) : `${orders[kind].toLocaleString("en-US")} ${kind}`;
  });
  const read = refused.count > 0 || counts.length === 0 ? "" : `: ${counts.join(", ")}${more}`;
  return `Read as a ${format}, ${counted(rows, "row")}${read}. `;
}

/** "Days that change: Oct 19–28. Customers: 1 new. "; "" for neither. */
export function daysInWords(preview: AppliedPreview, today: Day): string {
  return importDays(preview, today)
    .map(({ what, words }) => `${what}: ${words}. `)
    .join("");
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
export function unbroken(text: string): string {
  return text.replace(/−(?=\$)/g, "−\u2060");
}
