import { Buffer } from "node:buffer";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { MAX_BYTES, type OrderFile } from "../../order-importer";
import { FileReading, type ReadFile, Unusable } from "./file-reading";

/** Reads a file to its end, or to where nothing more can come of it. What is wrong with it is an answer, not an error. */
export async function readFile(file: OrderFile): Promise<ReadFile> {
  const reading = new FileReading();
  try {
    const { head, rest } = await headOf(file.content);
    const unusable = notCsv(head);
    if (unusable !== null) throw new Unusable(1, unusable);
    for await (const cells of rowsOf(rest, separatorOf(head))) reading.take(cells);
  } catch (error) {
    if (error instanceof Unusable) reading.refuseAll(error.row, error.message);
    // The parser is ahead of us, and drops what we have not taken yet.
    else if (error instanceof CsvError) reading.refuseAll(Number(error.records) + 1, csvFault(error.code));
    else throw error;
  }
  return reading.result();
}

/** The bytes up to the first line's end, and the whole content again. */
async function headOf(content: AsyncIterable<Uint8Array>) {
  const chunks = limited(content);
  const read: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const next = await chunks.next();
    if (next.done === true) break;
    read.push(next.value);
    length += next.value.length;
    if (length > 65_536 || (length >= 4 && next.value.includes(0x0a))) break;
  }
  const rest = async function* () {
    yield* read;
    yield* chunks;
  };
  return { head: Buffer.concat(read), rest: rest() };
}

async function* limited(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES)
      throw new Unusable(1, `the file is larger than ${MAX_BYTES / 1024 / 1024} MB: import it in parts`);
    yield chunk;
  }
}

const OPTIONS = {
  bom: true,
  relax_column_count: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  max_record_size: 262_144,
};

async function* rowsOf(content: AsyncIterable<Uint8Array>, delimiter: string): AsyncGenerator<readonly string[]> {
  const parser = Readable.from(content).compose<NodeJS.ReadWriteStream>(parse({ ...OPTIONS, delimiter }));
  for await (const cells of parser) yield Array.isArray(cells) ? cells.map(String) : [];
}

function csvFault(code: string): string {
  if (code === "CSV_QUOTE_NOT_CLOSED") return "a quote is opened in it and never closed";
  if (code === "CSV_MAX_RECORD_SIZE") return "a row has no end: is a quote missing?";
  return "its quotes are in the wrong places";
}

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
function notCsv(head: Uint8Array): string | null {
  const found = BEGINNINGS.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (found !== undefined) return `the file is ${found[1]}, whatever its name says: save it as 'CSV UTF-8'`;
  return head.length === 0 ? "the file is empty" : null;
}

/** What separates the cells of a first line: the commonest of comma, semicolon and tab. */
function separatorOf(head: Uint8Array): string {
  const line = Buffer.from(head).toString("utf8").split(/\r?\n/)[0] ?? "";
  const count = (separator: string) => line.split(separator).length;
  return [",", ";", "\t"].reduce((best, other) => (count(other) > count(best) ? other : best));
}
