import { CsvError } from "csv-parse";
import { othersFirst } from "../../../../lib/sleep";
import type { OrderFile } from "../../../order-importer";
import { AMERICAN, DecimalMarks } from "../cells/amounts";
import { type CsvFile, csvFault, openCsv, rowsOf } from "./csv-rows";
import { FileReading, type ReadFile, Unusable } from "./file-reading";
import type { ReadSettings } from "./read-order";

/** Reads a file to its end, or to where nothing more can come of it. What is wrong with it is an answer, not an error. */
export async function readFile(file: OrderFile, settings: Omit<ReadSettings, "amounts">): Promise<ReadFile> {
  const american = { ...settings, amounts: AMERICAN };
  try {
    const csv = await openCsv(file.content);
    if (csv.separator !== ";") return await read(csv, american);
    // Its numbers show their decimal mark only all together, so it is read twice.
    const buffered = { separator: csv.separator, content: await collected(csv.content) };
    const marks = new DecimalMarks();
    await read(again(buffered), { ...settings, amounts: marks.collect });
    return await read(again(buffered), { ...settings, amounts: marks.amounts });
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const reading = new FileReading(american);
    reading.refuseAll(error);
    return ended(reading);
  }
}

async function read(csv: CsvFile, settings: ReadSettings): Promise<ReadFile> {
  const reading = new FileReading(settings);
  try {
    for await (const { cells, fault } of rowsOf(csv)) reading.take(cells, fault);
  } catch (error) {
    if (error instanceof Unusable) reading.refuseAll(error);
    // The parser is ahead of us, and drops what we have not taken yet.
    else if (error instanceof CsvError)
      reading.refuseAll(new Unusable(Number(error.records) + 1, csvFault(error.code)));
    else throw error;
  }
  return ended(reading);
}

/** As many orders are finished at once. */
const ORDERS_AT_ONCE = 500;

async function ended(reading: FileReading): Promise<ReadFile> {
  const orders = reading.end();
  const pause = othersFirst(() => performance.now());
  for (let done = 1; ; done += 1) {
    const step = orders.next();
    if (step.done) return step.value;
    if (done % ORDERS_AT_ONCE === 0) await pause();
  }
}

async function collected(content: AsyncIterable<Uint8Array>): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return chunks;
}

function again({ separator, content }: { separator: string; content: readonly Uint8Array[] }): CsvFile {
  return {
    separator,
    content: (async function* () {
      yield* content;
    })(),
  };
}
