import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BSON, type Document } from "mongodb";

/** What was written to a file, or read from it. */
export interface FileContent {
  readonly documents: number;
  readonly sha256: string;
}

/** Writes documents to a new file that only this user may read, one a line, in MongoDB's extended JSON, which keeps all types. */
export async function writeDocuments(path: string, documents: AsyncIterable<Document>): Promise<FileContent> {
  const hash = createHash("sha256");
  let count = 0;
  async function* lines() {
    for await (const document of documents) {
      const line = `${BSON.EJSON.stringify(document, { relaxed: false })}\n`;
      hash.update(line);
      count += 1;
      yield line;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path, { flags: "wx", mode: 0o600 }));
  return { documents: count, sha256: hash.digest("hex") };
}

/** Reads a file that {@link writeDocuments} wrote, document by document. A line ends with a newline alone: texts hold other ends. */
export async function* readDocuments(path: string): AsyncGenerator<Document> {
  let rest = "";
  for await (const chunk of createReadStream(path, "utf8")) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield BSON.EJSON.parse(line, { relaxed: false });
  }
}

/** Counts a file's lines and hashes it, without holding it. */
export async function contentOf(path: string): Promise<FileContent> {
  const hash = createHash("sha256");
  let documents = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    for (const byte of chunk) if (byte === NEWLINE) documents += 1;
  }
  return { documents, sha256: hash.digest("hex") };
}

const NEWLINE = 10;
