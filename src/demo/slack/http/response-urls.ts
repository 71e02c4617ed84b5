import { randomBytes } from "node:crypto";
import { isJson, type Json, parsed, textOf } from "../json";
import { content } from "../state/content";
import { BOT } from "../state/members";
import { SlackError } from "../state/slack-error";
import type { Workspace } from "../state/workspace";
import type { Reply } from "./exchange";

const MAX_USES = 5;
const LIFETIME_MS = 30 * 60_000;

/** What a response_url belongs to: a command, or an action in a message. */
export interface ResponseContext {
  readonly user: string;
  readonly channel: string;
  /** The message that was acted upon, the only one that can be replaced or deleted. */
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

/** The issued response_urls, each valid for five uses within thirty minutes on the workspace's clock. */
export class ResponseUrls {
  readonly uses: ResponseUse[] = [];
  readonly #issued = new Map<string, { readonly context: ResponseContext; readonly since: number; used: number }>();

  constructor(
    private readonly workspace: Workspace,
    private readonly origin: () => string,
  ) {}

  issue(context: ResponseContext): string {
    const kind = context.messageTs === undefined ? "commands" : "actions";
    const path = `/${kind}/${this.workspace.team.id}/${Date.now()}/${randomBytes(12).toString("base64url")}`;
    this.#issued.set(path, { context, since: this.workspace.now().getTime(), used: 0 });
    return `${this.origin()}${path}`;
  }

  /** Revokes all of them and forgets their uses. */
  clear(): void {
    this.uses.length = 0;
    this.#issued.clear();
  }

  /** Applies what the app posts to a response_url; `null` when it was never issued. */
  use(path: string, text: string): Reply | null {
    const issued = this.#issued.get(path);
    if (issued === undefined) return null;
    const body = parsed(text);
    const reply = this.#reply(issued, body);
    const { context } = issued;
    this.uses.push({ url: `${this.origin()}${path}`, context, body, at: this.workspace.now(), status: reply.status });
    return reply;
  }

  #reply(issued: { readonly context: ResponseContext; readonly since: number; used: number }, body: unknown): Reply {
    if (this.workspace.now().getTime() - issued.since > LIFETIME_MS) return expiredReply("expired_url");
    if (issued.used >= MAX_USES) return expiredReply("used_url");
    if (!isJson(body)) return { status: 400, body: "invalid_payload" };
    issued.used += 1;
    try {
      respond(this.workspace, issued.context, body);
      return { status: 200, body: "ok" };
    } catch (error) {
      if (error instanceof SlackError) return { status: 400, body: error.code };
      throw error;
    }
  }
}

/**
 * Shows the app's response to something a person did: to that person only, unless it says otherwise. Only the message
 * that was acted upon can be replaced; a command has none, so `replace_original` changes nothing there.
 *
 * @throws {Refusal}
 */
export function respond(workspace: Workspace, { user, channel, messageTs }: ResponseContext, body: Json): void {
  const original = messageTs === undefined ? undefined : workspace.messages.find(channel, messageTs);
  if (body.delete_original === true) {
    if (original !== undefined) {
      workspace.messages.delete(original);
      workspace.notify({ kind: "message", channel, ts: original.ts });
    }
    if (body.text === undefined && body.blocks === undefined) return;
  }
  const next = content({ text: textOf(body.text), blocks: body.blocks }, workspace);
  if (body.replace_original === true && original !== undefined) {
    workspace.messages.edit(original, next);
    workspace.notify({ kind: "message", channel, ts: original.ts });
    return;
  }
  const threadTs = textOf(body.thread_ts);
  const posted = workspace.messages.post({
    channel,
    author: BOT.userId,
    ...next,
    ...(body.response_type === "in_channel" ? {} : { to: user }),
    ...(threadTs === undefined ? {} : { threadTs }),
  });
  workspace.notify({ kind: "message", channel, ts: posted.ts });
}

function expiredReply(error: string): Reply {
  return { status: 404, body: { ok: false, error } };
}
