import { createHash } from "node:crypto";

/** The file is not the one that was previewed any more. */
export class ChangedFile extends Error {
  override readonly name = "ChangedFile";
}

/** Passes a content through and computes its SHA-256, in hexadecimal digits, once it was read to its end. */
export function assertFingerprint(content: AsyncIterable<Uint8Array>): {
  readonly content: AsyncIterable<Uint8Array>;
  sha256(): string;
} {
  const hash = createHash("sha256");
  let end: string | undefined;
  const read = async function* () {
    for await (const chunk of content) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const sha256 = () => {
    end ??= hash.digest("hex");
    return end;
  };
  return { content: read(), sha256 };
}

/** Passes a content through; throws {@link ChangedFile} at its end if its fingerprint is another one. */
export async function* unchanged(content: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const read = assertFingerprint(content);
  yield* read.content;
  if (read.sha256() !== sha256) throw new ChangedFile("The file is another than the one that was looked at");
}
