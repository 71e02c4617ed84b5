import type { IncomingMessage } from "node:http";

/** A body that cannot be read as asked; `status` is the HTTP answer. */
export class BodyError extends Error {
  override readonly name = "BodyError";

  constructor(
    readonly status: 400 | 413 | 415,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads a JSON body; an empty one is `{}`.
 *
 * @throws {BodyError} for one that is too long or no JSON.
 */
export async function jsonBody(request: IncomingMessage, limitBytes: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > limitBytes) throw new BodyError(413, `The body is longer than ${limitBytes} bytes`);
    chunks.push(bytes);
  }
  const text = Buffer.concat(chunks).toString("utf8").trim();
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new BodyError(400, 'The body is no JSON; write {"start": "2026-10-01", "end": "2026-10-31"} or nothing');
  }
}
