import {
  columnsHeadline,
  columnsRemedy,
  columnsToDo,
  foundLine,
  missingLines,
  otherRemedy,
} from "../../sync/import-columns";
import { refusalLines, refusedHeadline, rowsRemedy } from "../../sync/import-refusals";
import { context, header, type Message, section, sections } from "../ui/blocks";
import { counted, foreign, plainForeign } from "../ui/text";
import { type AppliedPreview, capped, named, readAs } from "./changes-view";

/** A title has at most 150 characters, and some letters count as two. */
const MAX_NAME_LENGTH = 50;

/** Says that nothing of a file was imported, what to do about it, and which columns are missing or which rows are refused and why. */
export function refusedMessage(preview: AppliedPreview, most: number): Message {
  const { columns } = preview;
  if (columns !== undefined) return lackingMessage(preview.name, columns);
  const why = refusedHeadline(preview);
  const other = rowsRemedy(preview);
  const [first = "", ...others] = refusalLines(preview, { cleanSentence: capped, most: Math.max(most, 1) });
  return {
    text: `${foreign(preview.name)} can't be imported: ${why} ${first}.`,
    blocks: [
      header(`${toFix(preview)} ${plainForeign(preview.name, MAX_NAME_LENGTH)}`),
      section("*Nothing was imported.* Fix this in the file, then drop it here again:"),
      ...sections([first, ...others].map((line) => `• ${line.replace(/^Rows? [^:]+(?=:)/, "*$&*")}`)),
      ...(other === null ? [] : [context(`${other}\n${readAs(preview).trim()}`)]),
    ],
  };
}

/** "Fix 3 rows in", before the file's name. */
function toFix({ format, refused }: AppliedPreview): string {
  return format === null ? "Can't read" : `Fix ${counted(refused.count, "row")} in`;
}

/** Says which columns a file lacks, each with what it may be called there, and how to get one that has them. */
function lackingMessage(name: string, columns: NonNullable<AppliedPreview["columns"]>): Message {
  const title = plainForeign(name, MAX_NAME_LENGTH);
  const why = columnsHeadline(columns);
  const [found, other] = [foundLine(columns, named), otherRemedy(columns)];
  return {
    text: `${foreign(name)} can't be imported: ${why} ${columnsRemedy(columns)}.`,
    blocks: [
      header(columns.of === null ? `${title} isn't a file of orders` : `${columnsToDo(columns)} in ${title}`),
      section(`*Nothing was imported.* ${columnsRemedy(columns)}, then drop it here:`),
      ...sections(missingLines(columns, named).map((line) => `• ${line.replace(/^(Add|Rename)\b/, "*$&*")}`)),
      ...(other === null ? [] : [context(other)]),
      ...(found === null ? [] : [context(found)]),
    ],
  };
}
