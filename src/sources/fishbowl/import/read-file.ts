import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { MOST_BYTES, type OrderFile } from "../../order-import";
import { notCsv, separatorOf } from "./file-kind";
import { type ReadFile, Reading } from "./reading";
import { Unusable } from "./unusable";

/** Reads a file to its end, or to where nothing more can come of it. What is wrong with it is an answer, not an error. */
export async function readFile(file: OrderFile): Promise<ReadFile> {
  const reading = new Reading();
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
    if (bytes > MOST_BYTES)
      throw new Unusable(1, `the file is larger than ${MOST_BYTES / 1024 / 1024} MB: import it in parts`);
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
