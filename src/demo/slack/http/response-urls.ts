import { randomBytes } from "node:crypto";
import { isJson, type Json, parsed, textOf } from "../json";
import { content } from "../state/content";
import { BOT } from "../state/members";
import { Refusal } from "../state/slack-error";
import type { World } from "../state/workspace";
import type { Reply } from "./exchange";

const USES = 5;
const GOOD_FOR_MS = 30 * 60_000;

/** Where a response_url came from: a command, or an action in a message. */
export interface ResponseContext {
  readonly user: string;
  readonly channel: string;
  /** The message that was acted upon, which alone can be replaced or deleted. */
  readonly messageTs?: string;
}

/** One use of a response_url, accepted or not. */
export interface ResponseUse {
  readonly url: string;
  readonly context: ResponseContext;
  readonly body: unknown;
  readonly at: Date;
  readonly status: number;
}

/** The response_urls handed out: each is good for five uses in thirty minutes of the workspace's clock. */
export class ResponseUrls {
  readonly uses: ResponseUse[] = [];
  readonly #handed = new Map<string, { readonly context: ResponseContext; readonly since: number; used: number }>();

  constructor(
    private readonly world: World,
    private readonly origin: () => string,
  ) {}

  hand(context: ResponseContext): string {
    const kind = context.messageTs === undefined ? "commands" : "actions";
    const path = `/${kind}/${this.world.team.id}/${Date.now()}/${randomBytes(12).toString("base64url")}`;
    this.#handed.set(path, { context, since: this.world.now().getTime(), used: 0 });
    return `${this.origin()}${path}`;
  }

  /** Takes back all that were handed out, and forgets their uses. */
  clear(): void {
    this.uses.length = 0;
    this.#handed.clear();
  }

  /** Does what the app posts to a response_url; `null` when nobody handed it out. */
  use(path: string, text: string): Reply | null {
    const handed = this.#handed.get(path);
    if (handed === undefined) return null;
    const body = parsed(text);
    const reply = this.#answer(handed, body);
    const { context } = handed;
    this.uses.push({ url: `${this.origin()}${path}`, context, body, at: this.world.now(), status: reply.status });
    return reply;
  }

  #answer(handed: { readonly context: ResponseContext; readonly since: number; used: number }, body: unknown): Reply {
    if (this.world.now().getTime() - handed.since > GOOD_FOR_MS) return gone("expired_url");
    if (handed.used >= USES) return gone("used_url");
    if (!isJson(body)) return { status: 400, body: "invalid_payload" };
    handed.used += 1;
    try {
      respond(this.world, handed.context, body);
      return { status: 200, body: "ok" };
    } catch (error) {
      if (error instanceof Refusal) return { status: 400, body: error.code };
      throw error;
    }
  }
}

/**
 * Shows what the app answers to something a person did: to that person alone, unless it says otherwise. Only the message
 * that was acted upon is ever replaced; a command has none, so there `replace_original` changes nothing.
 *
 * @throws {Refusal}
 */
export function respond(world: World, { user, channel, messageTs }: ResponseContext, body: Json): void {
  const original = messageTs === undefined ? undefined : world.messages.find(channel, messageTs);
  if (body.delete_original === true) {
    if (original !== undefined) {
      world.messages.delete(original);
      world.tell({ kind: "message", channel, ts: original.ts });
    }
    if (body.text === undefined && body.blocks === undefined) return;
  }
  const next = content({ text: textOf(body.text), blocks: body.blocks });
  if (body.replace_original === true && original !== undefined) {
    world.messages.edit(original, next);
    world.tell({ kind: "message", channel, ts: original.ts });
    return;
  }
  const threadTs = textOf(body.thread_ts);
  const posted = world.messages.post({
    channel,
    author: BOT.userId,
    ...next,
    ...(body.response_type === "in_channel" ? {} : { to: user }),
    ...(threadTs === undefined ? {} : { threadTs }),
  });
  world.tell({ kind: "message", channel, ts: posted.ts });
}

function gone(error: string): Reply {
  return { status: 404, body: { ok: false, error } };
}
