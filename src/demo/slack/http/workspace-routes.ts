import type { IncomingMessage } from "node:http";
import { isJson, type Json, jsonOf, parsed, textOf } from "../json";
import type { ActionOrigin } from "../people/block-action";
import type { Entries } from "../people/entries";
import type { WorkspaceActions } from "../people/workspace-actions";
import type { Entry } from "../state/inputs";
import { bodyOf, bytesOf, contentType, errorReply, ok, type Reply } from "./exchange";

/** What the workspace's routes need. */
export interface WorkspaceRoutesDeps {
  readonly actions: WorkspaceActions;
  state(user: string | undefined): Json;
}

/** Larger than any file that the app accepts, so that one can see it refused. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Handles a request to `/demo/`, by which people and scripts see the workspace and act in it. It only takes JSON, and
 * files as raw bytes: a page of another origin cannot send either without permission.
 */
export async function handleWorkspaceRequest(deps: WorkspaceRoutesDeps, request: IncomingMessage): Promise<Reply> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (request.method === "GET" && url.pathname === "/demo/state") {
    return ok(deps.state(url.searchParams.get("user") ?? undefined));
  }
  if (request.method !== "POST") return { status: 405, body: errorReply("method_not_allowed").body };
  if (url.pathname === "/demo/upload") return upload(deps, request);
  if (contentType(request) !== "application/json") return { status: 415, body: errorReply("json_only").body };
  const body = parsed(await bodyOf(request));
  const run = HANDLERS[url.pathname];
  if (run === undefined) return { status: 404, body: errorReply("not_found").body };
  if (!isJson(body) || textOf(body.user) === undefined) return { status: 400, body: errorReply("user_missing").body };
  return replyWith(() => run(deps.actions, body, String(body.user)));
}

/** Handles `POST /demo/upload?user=U0ANA&name=orders.csv`, whose body is the file to put into the conversation. */
async function upload({ actions }: WorkspaceRoutesDeps, request: IncomingMessage): Promise<Reply> {
  if (contentType(request) !== "application/octet-stream") return { status: 415, body: errorReply("bytes_only").body };
  const bytes = await bytesOf(request, MAX_FILE_BYTES);
  const query = new URL(request.url ?? "/", "http://127.0.0.1").searchParams;
  const files = [{ name: query.get("name") ?? "file", bytes }];
  const channel = query.get("channel") ?? undefined;
  return replyWith(() => actions.write({ user: query.get("user") ?? "", text: "", files, channel }));
}

async function replyWith(run: () => Promise<unknown>): Promise<Reply> {
  try {
    return ok({ answer: await run() });
  } catch (error) {
    return {
      status: 400,
      body: errorReply("not_possible", { message: error instanceof Error ? error.message : "" }).body,
    };
  }
}

type Handler = (actions: WorkspaceActions, body: Json, user: string) => Promise<unknown>;

const HANDLERS: Readonly<Record<string, Handler>> = {
  "/demo/command": (actions, { command, text, channel }, user) =>
    actions.command({ user, command: textOf(command), text: textOf(text), channel: textOf(channel) }),
  "/demo/open-home": (actions, { tab }, user) => actions.openHome(user, tab === "messages" ? "messages" : "home"),
  "/demo/action": (actions, body, user) =>
    actions.action({
      user,
      from: originFrom(body.from, user),
      actionId: textOf(body.actionId) ?? "",
      blockId: textOf(body.blockId),
      value: entryFrom(body.value),
      entries: entriesFrom(body.entries),
    }),
  "/demo/submit": (actions, { viewId, entries }, user) =>
    actions.submitView({ user, viewId: textOf(viewId), entries: entriesFrom(entries) }),
  "/demo/close": async (actions, { viewId, all }, user) =>
    actions.closeView({ user, viewId: textOf(viewId), all: all === true }),
  "/demo/say": async (actions, { text, channel }, user) =>
    actions.write({ user, text: textOf(text) ?? "", channel: textOf(channel) }),
};

/** Decodes where an action happens: in a message, in a view, otherwise in the person's Home. */
export function originFrom(body: unknown, user: string): ActionOrigin {
  const { messageTs, channel, viewId } = jsonOf(body);
  if (typeof messageTs === "string") return { messageTs, channel: textOf(channel) ?? `D${user.slice(1)}` };
  return typeof viewId === "string" ? { viewId } : { home: user };
}

/** Decodes an entry; anything else is `null`. */
export function entryFrom(body: unknown): Entry {
  if (Array.isArray(body)) return body.filter((each) => typeof each === "string");
  return typeof body === "string" ? body : null;
}

/** Decodes the entries of fields, by block, then by action. */
export function entriesFrom(body: unknown): Entries {
  const blocks = Object.entries(jsonOf(body)).filter(([, fields]) => isJson(fields));
  return Object.fromEntries(
    blocks.map(([blockId, fields]) => [
      blockId,
      Object.fromEntries(Object.entries(jsonOf(fields)).map(([actionId, entry]) => [actionId, entryFrom(entry)])),
    ]),
  );
}
