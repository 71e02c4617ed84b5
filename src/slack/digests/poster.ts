import {
  type WebAPICallResult,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from "@slack/web-api";
import type { OutgoingMessage, Poster } from "../../digests/delivery/ports";
import { type PostAnswer, retrySeconds } from "../../digests/delivery/post-outcome";
import type { Log } from "../../log";
import { boltLogger } from "../platform/clients";
import { isRefusal, openDm } from "../platform/messages";
import type { RefusedBlocksStore } from "../platform/refused-blocks-store";
import { CHART } from "../ui/charts";
import { blockIdOf, EVENT_TYPE, findMarked } from "./find-marked";

const TIMEOUT_MS = 10_000;

interface PosterDeps {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly log: Log;
  readonly timeoutMs?: number;
  /** Remembers that this workspace draws no charts; without it they are always tried. */
  readonly refusedBlocks?: RefusedBlocksStore;
}

/**
 * Posts what may arrive only once. Its client repeats nothing, since Slack takes a repeated call for a second message,
 * and gives up after ten seconds, much sooner than a claim ends.
 */
export function slackPoster({ token, apiUrl, log, timeoutMs = TIMEOUT_MS, refusedBlocks }: PosterDeps): Poster {
  const client = new WebClient(token, {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    timeout: timeoutMs,
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: fetchWithPlainErrors,
    logger: boltLogger(log),
  });
  return {
    post: async (outgoing) => {
      const { plain, text, blocks } = outgoing.message;
      const charts = plain !== undefined && hasChart(blocks) ? refusedBlocks : undefined;
      // A database that does not answer must not keep a message back.
      const refuses = await charts?.refuses(CHART).catch(() => false);
      if (plain !== undefined && refuses === true) {
        return postWithRepair(client, { outgoing: { ...outgoing, message: { text, blocks: plain } } });
      }
      const onPlain = async () => {
        await charts?.record(CHART).catch((error: unknown) => {
          log.warn({ error }, "It could not be kept that Slack refuses charts here");
        });
      };
      return postWithRepair(client, { outgoing, onPlain });
    },
    conversation: (userId) => openDm(client, userId),
    async find(query) {
      try {
        return await findMarked(client, query);
      } catch (error) {
        // The process may have ended before its first post in this channel made it join.
        if (!(isRefusal(error, "not_in_channel") && (await joined(client, query.channel)))) throw error;
        return findMarked(client, query);
      }
    },
    async remove({ channel, ts }) {
      try {
        await client.chat.delete({ channel, ts });
      } catch (error) {
        if (!isRefusal(error, "message_not_found")) throw error;
      }
    },
  };
}

/** Posts again after a refusal that can be mended: it proves that nothing was posted. `onPlain` runs where plain blocks were taken. */
async function postWithRepair(
  client: WebClient,
  { outgoing, onPlain }: { readonly outgoing: OutgoingMessage; readonly onPlain?: () => Promise<void> },
): Promise<PostAnswer> {
  const first = await post(client, outgoing);
  const joins = first.kind === "refused" && first.error === "not_in_channel" && (await joined(client, outgoing.to));
  const answer = joins ? await post(client, outgoing) : first;
  const { plain, text } = outgoing.message;
  if (plain === undefined || answer.kind !== "refused" || answer.error !== "invalid_blocks") return answer;
  const again = await post(client, { ...outgoing, message: { text, blocks: plain } });
  if (again.kind === "accepted") await onPlain?.();
  return again;
}

function hasChart(blocks: readonly object[]): boolean {
  return blocks.some((block) => "type" in block && block.type === CHART);
}

/** Private channels cannot be joined: there the bot must be invited. */
async function joined(client: WebClient, channel: string): Promise<boolean> {
  try {
    await client.conversations.join({ channel });
    return true;
  } catch {
    return false;
  }
}

type Posted = WebAPICallResult & { readonly channel?: unknown; readonly ts?: unknown };

async function post(client: WebClient, { to, message, marker }: OutgoingMessage): Promise<PostAnswer> {
  try {
    const { channel, ts }: Posted = await client.apiCall("chat.postMessage", {
      channel: to,
      text: message.text,
      blocks: marked(message.blocks, marker),
      metadata: { event_type: EVENT_TYPE, event_payload: { key: marker } },
      unfurl_links: false,
      unfurl_media: false,
    });
    if (typeof channel === "string" && typeof ts === "string") return { kind: "accepted", channel, ts };
    return { kind: "lost", detail: "Slack took it and did not say where" };
  } catch (error) {
    return answerOf(error);
  }
}

/** The first block that has no id of its own gets the mark. */
function marked(blocks: readonly object[], marker: string): readonly object[] {
  const free = blocks.findIndex((block) => !("block_id" in block));
  return blocks.map((block, index) => (index === free ? { ...block, block_id: blockIdOf(marker) } : block));
}

function answerOf(error: unknown): PostAnswer {
  if (error instanceof WebAPIPlatformError) return { kind: "refused", error: error.data.error };
  if (error instanceof WebAPIRateLimitedError) return { kind: "limited", seconds: error.retryAfter };
  if (error instanceof WebAPIHTTPError) return { kind: "status", status: error.statusCode };
  const cause = error instanceof WebAPIRequestError ? error.original : error;
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { kind: cause instanceof ConnectionError ? "unconnected" : "lost", detail };
}

/**
 * The client throws a 429 whose header it cannot read as any other fault, so that it gets one that can be read; and it
 * may lose what caused an error, so that the error itself says whether anything was sent.
 */
const fetchWithPlainErrors: typeof fetch = async (input, init) => {
  const response = await fetch(input, init).catch((cause: unknown) => {
    if (isConnectionError(cause)) throw new ConnectionError("no connection came to be", { cause });
    throw cause;
  });
  if (response.status !== 429) return response;
  const seconds = retrySeconds(response.headers.get("retry-after"));
  await response.body?.cancel();
  return new Response(null, { status: 429, headers: { "retry-after": String(seconds) } });
};

/** Errors that come before anything was sent: no such host, no listener, no route, no time left to connect. */
const NOT_REACHED = new Set([
  "ECONNREFUSED",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const NOT_TRUSTED = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** A call that ended before it had a connection, so that nothing of it was sent. */
export class ConnectionError extends Error {
  override readonly name = "NeverConnected";
}

/** Whether an error of `fetch` says so: it, what caused it, or every address that was tried. */
export function isConnectionError(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const [code, syscall, tried] = ["code", "syscall", "errors"].map((field): unknown => Reflect.get(error, field));
  if (Array.isArray(tried) && tried.length > 0) return tried.every(isConnectionError);
  if (typeof code === "string" && (syscall === "connect" || NOT_REACHED.has(code) || NOT_TRUSTED.test(code))) {
    return true;
  }
  return isConnectionError(Reflect.get(error, "cause"));
}

/**
 * Whether an error of a post means that it certainly did not arrive. Where Slack's answer was lost it may have, and a second
 * message is worse than none.
 */
export function isNotPosted(error: unknown): boolean {
  return error instanceof WebAPIPlatformError || error instanceof WebAPIRateLimitedError || isConnectionError(error);
}
