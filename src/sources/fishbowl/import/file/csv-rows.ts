import { Buffer } from "node:buffer";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { othersFirst } from "../../../../lib/sleep";
import { MAX_BYTES } from "../../../order-importer";
import { CellLimit } from "./cell-limit";
import { Unusable } from "./file-reading";

/** One row of a file: its cells, and what is wrong with its quotes. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly fault: string | null;
}

/** A file that may be a CSV: what separates its cells, and its text without the line that says so. */
export interface CsvFile {
  readonly separator: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Looks at the beginning of a file. @throws {Unusable} for a file of another kind, or one that is too large. */
export async function openCsv(bytes: AsyncIterable<Uint8Array>): Promise<CsvFile> {
  const { head, rest } = await headOf(decoded(limited(bytes)));
  const unusable = notCsv(head);
  if (unusable !== null) throw new Unusable(1, unusable);
  const [line, separator] = /^\ufeff?"?sep=([,;\t|])"?(?:\r\n|\n|\r|$)/i.exec(text(head)) ?? [];
  if (line === undefined || separator === undefined) return { separator: separatorOf(head), content: rest };
  return { separator, content: without(rest, Buffer.byteLength(line)) };
}

/** The bytes of the first lines, and the whole content again. */
async function headOf(chunks: AsyncGenerator<Uint8Array>) {
  const read: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const next = await chunks.next();
    if (next.done === true) break;
    read.push(next.value);
    length += next.value.length;
    if (length > 65_536) break;
  }
  const rest = async function* () {
    yield* read;
    yield* chunks;
  };
  return { head: Buffer.concat(read), rest: rest() };
}

/** So much is parsed at once: some ten milliseconds of work, however large the chunks are that a file comes in. */
const SLICE_BYTES = 16_384;

async function* limited(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES)
      throw new Unusable(1, `the file is larger than ${MAX_BYTES / 1024 / 1024} MB: import it in parts`);
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) yield chunk.subarray(at, at + SLICE_BYTES);
  }
}

/** Text in UTF-16, which a spreadsheet's "Unicode Text" is, shows in its first two bytes; all other is left as it is. */
async function* decoded(content: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = new Uint8Array();
  while (first.length < 2) {
    const next = await content.next();
    if (next.done === true) break;
    first = Buffer.concat([first, next.value]);
  }
  const encoding = encodingOf(first);
  if (encoding === null) {
    if (first.length > 0) yield first;
    yield* content;
    return;
  }
  const decoder = new TextDecoder(encoding);
  yield Buffer.from(decoder.decode(first, { stream: true }));
  for await (const chunk of content) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** A text's first letter is no accented one, so that half of it is a zero. */
function encodingOf([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? "utf-16be" : null;
}

async function* without(content: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const chunk of content) {
    const cut = Math.min(left, chunk.length);
    left -= cut;
    if (cut < chunk.length) yield chunk.subarray(cut);
  }
}

const OPTIONS = {
  bom: true,
  raw: true,
  relax_column_count: true,
  // A quote inside of a cell is an inch, as spreadsheets take it.
  relax_quotes: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  max_record_size: 262_144,
};

/** Passes a file on slice by slice, each once its rows are known to be of a bearable width, and lets others run between. */
async function* bounded({ separator, content }: CsvFile): AsyncGenerator<Uint8Array> {
  const limit = new CellLimit(separator);
  const pause = othersFirst(() => performance.now());
  for await (const slice of content) {
    limit.take(slice);
    yield slice;
    await pause();
  }
}

/** The rows of a file, one after the other. @throws {CsvError} {Unusable} */
export async function* rowsOf(file: CsvFile): AsyncGenerator<CsvRow> {
  const { separator } = file;
  const parser = Readable.from(bounded(file)).compose<NodeJS.ReadWriteStream>(
    parse({ ...OPTIONS, delimiter: separator }),
  );
  const misplaced = new RegExp(
    `(?:^|${separator === "|" ? "\\|" : separator})"(?:[^"]|"")*"(?!"|\\s*$|${separator === "|" ? "\\|" : separator})`,
  );
  for await (const row of parser) {
    const { cells, raw } = csvRow(row);
    // The parser takes such quotes for letters; only a cell that begins with one may be meant otherwise.
    const wrong = cells.some((cell) => cell.startsWith('"')) && misplaced.test(raw);
    yield { cells, fault: wrong ? WRONG_QUOTES : null };
  }
}

function csvRow(row: unknown): { readonly cells: readonly string[]; readonly raw: string } {
  if (typeof row !== "object" || row === null || !("record" in row) || !Array.isArray(row.record))
    return { cells: [], raw: "" };
  return { cells: row.record.map(String), raw: "raw" in row ? String(row.raw) : "" };
}

const WRONG_QUOTES = "its quotes are in the wrong places";

/** What a fault of the parser is called. */
export function csvFault(code: string): string {
  if (code === "CSV_QUOTE_NOT_CLOSED") return "a quote is opened in it and never closed";
  return code === "CSV_MAX_RECORD_SIZE" ? "a row has no end: is a quote missing?" : WRONG_QUOTES;
}

/** How other kinds of files begin, whatever their name is. */
const BEGINNINGS: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "a zip archive or an Excel workbook (.xlsx)"],
  [[0x50, 0x4b, 0x05, 0x06], "an empty zip archive"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel workbook (.xls)"],
  [[0x1f, 0x8b], "a gzip archive"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
];

/** Why a file that begins like this is no CSV; `null` if it may be one. */
function notCsv(head: Uint8Array): string | null {
  const found = BEGINNINGS.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (found !== undefined) return `the file is ${found[1]}, whatever its name: save it as CSV UTF-8`;
  return head.length === 0 ? "the file is empty" : null;
}

/** How many lines are looked at: titles above a header have no separator of their own. */
const LOOKED_AT = 30;

/** What separates the cells: of comma, semicolon and tab the one that a single line has most of. */
function separatorOf(head: Uint8Array): string {
  const lines = text(head)
    .split(/\r\n|\n|\r/)
    .slice(0, LOOKED_AT);
  const count = (separator: string) => Math.max(...lines.map((line) => line.split(separator).length));
  return [",", ";", "\t"].reduce((best, other) => (count(other) > count(best) ? other : best));
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}
