import type { IncomingMessage, ServerResponse } from "node:http";

/** An endpoint of our own, served beside Slack's; whoever mounts it answers 500 when the handler rejects. */
export interface WebRoute {
  readonly path: string;
  readonly method: "GET" | "POST";
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** The header in which the front hands on from which address a client has connected; it is set for each request, whatever a client sends. */
export const ADDRESS_HEADER = "x-paceline-client-address";

/** The address that a request comes from. Where a connection has none, it is the front's, and no client's word is taken for it. */
export function clientAddress({ socket, headers }: Pick<IncomingMessage, "socket" | "headers">): string {
  return socket.remoteAddress ?? String(headers[ADDRESS_HEADER] ?? "");
}

/** An answer as JSON, two spaces deep, since people read it too. */
export function answer(response: ServerResponse, { status, body }: { status: number; body: object }): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  response.end(`${JSON.stringify(body, null, 2)}\n`);
}

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
