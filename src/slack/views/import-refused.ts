import type { KnownBlock } from "@slack/types";
import { section, sections } from "./blocks";
import type { ImportPreview } from "./import-changes";
import { counted, foreign, sentence } from "./text";

const LONGEST_REASON = 200;

/** The first refused rows of a file with their reasons, and how many more there are. */
export function refusedRows({ refused }: ImportPreview, most: number): readonly KnownBlock[] {
  const rows = refused.rows.slice(0, most).map((one) => `• ${rowWords(one)}`);
  const more = refused.count - rows.length;
  const rest = more === 0 ? [] : [rows.length === 0 ? "• too many to name" : `and ${counted(more, "more row")}`];
  return [
    section(`*${counted(refused.count, "row is", "rows are")} refused*, so nothing of the file is taken over:`),
    ...sections([...rows, ...rest]),
  ];
}

/** The same as one sentence or two. */
export function refusedWords({ name, refused }: ImportPreview): string {
  const [first] = refused.rows;
  const why = first === undefined ? "" : ` ${rowWords(first)}.`;
  return `${foreign(name)} cannot be imported: ${counted(refused.count, "row")} refused.${why} Nothing was written.`;
}

function rowWords({ row, reason }: ImportPreview["refused"]["rows"][number]): string {
  return `Row ${row.toLocaleString("en-US")}: ${sentence(reason, LONGEST_REASON)}`;
}
