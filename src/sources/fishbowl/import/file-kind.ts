import { Buffer } from "node:buffer";

/** How other kinds of files begin, whatever their name is. */
const BEGINNINGS: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "a zip archive or an Excel workbook (.xlsx)"],
  [[0x50, 0x4b, 0x05, 0x06], "an empty zip archive"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel workbook (.xls)"],
  [[0x1f, 0x8b], "a gzip archive"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
  [[0xff, 0xfe], "text in UTF-16"],
  [[0xfe, 0xff], "text in UTF-16"],
];

/** Why a file that begins like this is no CSV in UTF-8; `null` if it may be one. */
export function notCsv(head: Uint8Array): string | null {
  const found = BEGINNINGS.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (found !== undefined) return `the file is ${found[1]}, whatever its name says: save it as 'CSV UTF-8'`;
  return head.length === 0 ? "the file is empty" : null;
}

/** What separates the cells of a first line: the commonest of comma, semicolon and tab. */
export function separatorOf(head: Uint8Array): string {
  const line = Buffer.from(head).toString("utf8").split(/\r?\n/)[0] ?? "";
  const count = (separator: string) => line.split(separator).length;
  return [",", ";", "\t"].reduce((best, other) => (count(other) > count(best) ? other : best));
}
