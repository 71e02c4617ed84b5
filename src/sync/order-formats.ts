import type { ImportPreview } from "../sources/order-importer";

/** One of the two kinds of files that orders come in. */
export type OrderFormat = NonNullable<ImportPreview["format"]>;

interface FormatWords {
  /** What a file is said to look like, so that whoever made it can tell which of the two was meant. */
  readonly looksLike: string;
  /** How one has it made anew, without the end of the sentence. */
  readonly again: string;
  /** How one has it made anew instead of fixing a file's rows. */
  readonly orAgain: string;
  /** The other kind, for whom this one can't be had. */
  readonly other: string;
}

const OWN_EXPORT = "Fishbowl's own sales-order export";
const A_ROW = "a row for each line of an order";
const LINE_REPORT = `a per-line report, with ${A_ROW}`;

/** The words for each, by the names that are the same everywhere: Fishbowl itself makes only the first, so no menu of its is named. */
export const ORDER_FORMATS: Readonly<Record<OrderFormat, FormatWords>> = {
  "sales-order export": {
    looksLike: OWN_EXPORT,
    again: "Export it again",
    orAgain: "Or export the orders again",
    other: `Or use ${LINE_REPORT}.`,
  },
  "per-line report": {
    looksLike: LINE_REPORT,
    again: "Run the report again",
    orAgain: "Or run the report again",
    other: `Or use ${OWN_EXPORT}, which begins with the column "Flag".`,
  },
};

/** What may be imported. */
export const BOTH_FORMATS = `${OWN_EXPORT}, or a per-line report (${A_ROW})`;
