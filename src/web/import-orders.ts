import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "../log";
import { MAX_BYTES, type OrderFile } from "../sources/order-importer";
import { refusedHeadline, refusedLines } from "../sync/import-refusals";
import { summaryLines } from "../sync/import-summary";
import { ImportBusy, type OrderImports } from "../sync/order-imports";
import { unauthorized } from "./bearer";
import { answer, BodyError, type WebRoute } from "./endpoint";

/** An answer names as many reps and rows as a preview knows. */
const MOST = 1_000;

export interface ImportOrdersDeps {
  /** If unset, the endpoint refuses every request. */
  readonly token: string | undefined;
  readonly imports: OrderImports;
  readonly log: Log;
}

/**
 * `POST /api/import/fishbowl` with a CSV file as its body: answers what it would change; with `?apply=true` takes it
 * over, whole or not at all, and begins the sync of its days. `?name=` names the file. 422 when a row is refused.
 */
export function importOrdersRoute(deps: ImportOrdersDeps): WebRoute {
  const handler: WebRoute["handler"] = (request, response) => serve(request, response, deps);
  return { path: "/api/import/fishbowl", method: "POST", handler };
}

async function serve(request: IncomingMessage, response: ServerResponse, deps: ImportOrdersDeps): Promise<void> {
  const why = unauthorized(request, { token: deps.token, act: "import" });
  if (why !== null) {
    request.resume();
    deps.log.warn({ path: "/api/import/fishbowl", why }, "A request without the API's token was refused");
    return answer(response, { status: 401, body: { error: why } });
  }
  try {
    const { name, apply } = importQuery(request);
    const file = { name, content: limited(request) };
    answer(response, apply ? await applied(file, deps) : await previewed(file, deps));
  } catch (error) {
    request.resume();
    refuse(error, { response, log: deps.log });
  }
}

async function previewed(file: OrderFile, { imports }: ImportOrdersDeps) {
  const preview = await imports.preview(file);
  return { status: statusOf(preview), body: { applied: false, ...preview, summary: inWords(preview, false) } };
}

async function applied(file: OrderFile, { imports }: ImportOrdersDeps) {
  const { preview, applied: done, sync } = await imports.apply(file, "api");
  const syncing = sync === null ? null : { start: sync.range.from, end: sync.range.to };
  return { status: statusOf(preview), body: { applied: done, ...preview, summary: inWords(preview, done), syncing } };
}

/** What the file does to credited sales, or why it is refused, in the lines that Slack and the command line show. */
function inWords(preview: Awaited<ReturnType<OrderImports["preview"]>>, applied: boolean): readonly string[] {
  if (preview.refused.count === 0) return summaryLines(preview, { clean: (name) => name, most: MOST, applied });
  return [refusedHeadline(preview), ...refusedLines(preview, { clean: (text) => text, most: MOST })];
}

function statusOf({ refused }: { readonly refused: { readonly count: number } }): number {
  return refused.count > 0 ? 422 : 200;
}

function importQuery({ url, headers }: IncomingMessage): { readonly name: string; readonly apply: boolean } {
  const type = (headers["content-type"] ?? "text/csv").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!["text/csv", "text/plain", "application/csv", "application/octet-stream"].includes(type)) {
    throw new BodyError(415, "Send the CSV file itself as the body, with Content-Type: text/csv");
  }
  if (Number(headers["content-length"] ?? 0) > MAX_BYTES) throw tooLarge();
  const query = new URL(url ?? "/", "http://localhost").searchParams;
  const apply = query.get("apply") ?? "false";
  if (apply !== "true" && apply !== "false") throw new BodyError(400, "apply: write true or false");
  return { name: (query.get("name") ?? "").slice(0, 200) || "upload.csv", apply: apply === "true" };
}

/** Reading on without keeping it lets the client hear the answer instead of a broken connection. */
async function* limited(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const read = Buffer.from(chunk);
    bytes += read.length;
    if (bytes > MAX_BYTES) throw tooLarge();
    yield read;
  }
}

function tooLarge(): BodyError {
  return new BodyError(413, `The file is larger than ${MAX_BYTES / 1024 / 1024} MB`);
}

function refuse(error: unknown, { response, log }: { response: ServerResponse; log: Log }): void {
  if (error instanceof BodyError) answer(response, { status: error.status, body: { error: error.message } });
  else if (error instanceof ImportBusy) answer(response, { status: 409, body: { error: error.message } });
  else {
    log.error({ error }, "an import over HTTP broke");
    const message =
      "The import broke; Paceline's log says why. Send the file again: either all of it is imported or nothing.";
    answer(response, { status: 500, body: { error: message } });
  }
}
