import { WebAPIPlatformError } from "@slack/web-api";
import { sleep } from "../../lib/sleep";
import type { SlackContext } from "../deps";
import { isSlackHost } from "../platform/slack-fetch";

/** A file in Slack, read once from beginning to end; nothing of it is stored. */
export interface SlackFile {
  readonly name: string;
  /** @throws {SlackFileError} when it breaks off. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** The time for the whole file; a person waits for it. */
const DEADLINE_MS = 60_000;
/** Slack sometimes announces a file before its own API can find it. */
const MAX_LOOKUPS = 3;
const LOOKUP_PAUSE_MS = 1_000;

/**
 * Begins to read a file by its id. Our token is sent to Slack's own host alone, and no redirect is followed.
 *
 * @throws {SlackFileError}
 */
export async function openFile(context: SlackContext, id: string): Promise<SlackFile> {
  const { botToken, apiUrl, imports } = context.deps;
  const { name, size, mode, mimetype, url_private_download: url } = (await findFile(context, id)) ?? {};
  if (mode === "tombstone") throw new SlackFileError("gone");
  if (!url || mode === "external" || !isSlackHost(url, apiUrl)) throw new SlackFileError("elsewhere");
  if ((size ?? 0) > imports.maxBytes) throw new SlackFileError("too-large");
  const response = await download(url, botToken);
  const { body, status, headers } = response;
  // To a token that may not read files Slack answers 200 and the page where people sign in.
  const page = /^text\/html\b/i.test(headers.get("content-type") ?? "") && mimetype !== "text/html";
  if (status === 200 && body !== null && !page) return { name: name ?? id, content: streamChunks(body) };
  await body?.cancel();
  throw new SlackFileError(faultOf(status));
}

async function findFile({ client, deps }: SlackContext, id: string) {
  for (let lookup = 1; ; lookup += 1) {
    try {
      return (await client.files.info({ file: id })).file;
    } catch (error) {
      const code = error instanceof WebAPIPlatformError ? error.data.error : "";
      if (code === "missing_scope") throw new SlackFileError("no-access");
      if (code === "file_deleted" || (code === "file_not_found" && lookup === MAX_LOOKUPS))
        throw new SlackFileError("gone");
      if (code !== "file_not_found") throw error;
    }
    await (deps.sleep ?? sleep)(LOOKUP_PAUSE_MS);
  }
}

async function download(url: string, token: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  try {
    return await fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(DEADLINE_MS) });
  } catch (error) {
    throw new SlackFileError("out-of-order", { cause: error });
  }
}

function faultOf(status: number): SlackFileError["fault"] {
  if (status === 404 || status === 410) return "gone";
  return status === 429 || status >= 500 ? "out-of-order" : "no-access";
}

async function* streamChunks(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => {
        throw new SlackFileError("out-of-order", { cause: error });
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // A reader that has enough cancels the rest.
    await chunks.return?.().catch(() => undefined);
  }
}

/**
 * Why a file cannot be fetched. `no-access`: our token may not. `gone`: it was deleted. `elsewhere`: it is stored
 * outside of Slack. `too-large`: we accept no such file. `out-of-order`: Slack does not deliver it now.
 */
export type FileFault = "no-access" | "gone" | "elsewhere" | "too-large" | "out-of-order";

export class SlackFileError extends Error {
  override readonly name = "SlackFileError";

  constructor(
    readonly fault: FileFault,
    options?: ErrorOptions,
  ) {
    super(`A file cannot be had from Slack: ${fault}`, options);
  }
}
