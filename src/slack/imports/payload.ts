import { z } from "zod";
import { plainForeign } from "../ui/text";

const MAX_NAME_LENGTH = 80;

/** A file that was previewed and not applied yet, as buttons carry it. */
export interface ImportDraft {
  /** Slack's id of the file. */
  readonly fileId: string;
  /** The hash of the content that was previewed, in hexadecimal digits. */
  readonly sha256: string;
  /** The name as it is shown: no more than 80 characters. */
  readonly name: string;
}

const drafts = z.object({
  fileId: z.string().regex(/^F[A-Z0-9]{1,40}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(200),
});

export function encodeImport({ fileId, sha256, name }: ImportDraft): string {
  return JSON.stringify({ fileId, sha256, name: plainForeign(name, MAX_NAME_LENGTH) });
}

/** @throws {RangeError} for a text that we did not write. */
export function decodeImport(text: string): ImportDraft {
  try {
    return drafts.parse(JSON.parse(text));
  } catch {
    throw new RangeError(`${JSON.stringify(text.slice(0, 200))} is no draft of an import`);
  }
}
