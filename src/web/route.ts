import type { IncomingMessage, ServerResponse } from "node:http";

/** One door of our own beside Slack's; whoever mounts it answers 500 when the handler rejects. */
export interface Route {
  readonly path: string;
  readonly method: "GET" | "POST";
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** An answer as JSON, two spaces deep, since people read it too. */
export function answer(response: ServerResponse, { status, body }: { status: number; body: object }): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  response.end(`${JSON.stringify(body, null, 2)}\n`);
}
