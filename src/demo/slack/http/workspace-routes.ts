import type { IncomingMessage } from "node:http";
import { isJson, type Json, jsonOf, parsed, textOf } from "../json";
import type { ActionPlace } from "../people/block-action";
import type { Entries } from "../people/entries";
import type { Acts } from "../people/workspace-actions";
import type { Entry } from "../state/inputs";
import { bodyOf, bytesOf, contentType, ok, type Reply, refusal } from "./exchange";

/** What the control interface shows and does. */
export interface ControlDesk {
  readonly acts: Acts;
  state(user: string | undefined): Json;
}

/** More than a file that the app would take, so that one can see it refused. */
const MOST_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Answers one request of `/demo/`: people and scripts look at the workspace and act in it. JSON alone is taken, and of
 * files their bytes as such, neither of which a page of another origin can send unasked.
 */
export async function answerControl(desk: ControlDesk, request: IncomingMessage): Promise<Reply> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (request.method === "GET" && url.pathname === "/demo/state") {
    return ok(desk.state(url.searchParams.get("user") ?? undefined));
  }
  if (request.method !== "POST") return { status: 405, body: refusal("method_not_allowed").body };
  if (url.pathname === "/demo/upload") return uploaded(desk, request);
  if (contentType(request) !== "application/json") return { status: 415, body: refusal("json_only").body };
  const asked = parsed(await bodyOf(request));
  const doing = DOINGS[url.pathname];
  if (doing === undefined) return { status: 404, body: refusal("not_found").body };
  if (!isJson(asked) || textOf(asked.user) === undefined) return { status: 400, body: refusal("user_missing").body };
  return done(() => doing(desk.acts, asked, String(asked.user)));
}

/** `POST /demo/upload?user=U0ANA&name=orders.csv` with the file as the body: puts it into the conversation. */
async function uploaded({ acts }: ControlDesk, request: IncomingMessage): Promise<Reply> {
  if (contentType(request) !== "application/octet-stream") return { status: 415, body: refusal("bytes_only").body };
  const bytes = await bytesOf(request, MOST_FILE_BYTES);
  const query = new URL(request.url ?? "/", "http://127.0.0.1").searchParams;
  const files = [{ name: query.get("name") ?? "file", bytes }];
  const channel = query.get("channel") ?? undefined;
  return done(() => acts.write({ user: query.get("user") ?? "", text: "", files, channel }));
}

async function done(doing: () => Promise<unknown>): Promise<Reply> {
  try {
    return ok({ answer: await doing() });
  } catch (error) {
    return {
      status: 400,
      body: refusal("not_possible", { message: error instanceof Error ? error.message : "" }).body,
    };
  }
}

type Doing = (acts: Acts, asked: Json, user: string) => Promise<unknown>;

const DOINGS: Readonly<Record<string, Doing>> = {
  "/demo/command": (acts, { command, text, channel }, user) =>
    acts.command({ user, command: textOf(command), text: textOf(text), channel: textOf(channel) }),
  "/demo/open-home": (acts, { tab }, user) => acts.openHome(user, tab === "messages" ? "messages" : "home"),
  "/demo/action": (acts, asked, user) =>
    acts.action({
      user,
      from: placeFrom(asked.from, user),
      actionId: textOf(asked.actionId) ?? "",
      blockId: textOf(asked.blockId),
      value: asEntry(asked.value),
      entries: asEntries(asked.entries),
    }),
  "/demo/submit": (acts, { viewId, entries }, user) =>
    acts.submitView({ user, viewId: textOf(viewId), entries: asEntries(entries) }),
  "/demo/close": async (acts, { viewId, all }, user) =>
    acts.closeView({ user, viewId: textOf(viewId), all: all === true }),
  "/demo/say": async (acts, { text, channel }, user) =>
    acts.write({ user, text: textOf(text) ?? "", channel: textOf(channel) }),
};

/** Where an action is to happen, as a request says it: a message, a view, or else the person's Home. */
export function placeFrom(asked: unknown, user: string): ActionPlace {
  const { messageTs, channel, viewId } = jsonOf(asked);
  if (typeof messageTs === "string") return { messageTs, channel: textOf(channel) ?? `D${user.slice(1)}` };
  return typeof viewId === "string" ? { viewId } : { home: user };
}

/** What is entered, as a request says it; anything else is nothing. */
export function asEntry(asked: unknown): Entry {
  if (Array.isArray(asked)) return asked.filter((each) => typeof each === "string");
  return typeof asked === "string" ? asked : null;
}

/** What is entered into fields, by block, then by action. */
export function asEntries(asked: unknown): Entries {
  const blocks = Object.entries(jsonOf(asked)).filter(([, fields]) => isJson(fields));
  return Object.fromEntries(
    blocks.map(([blockId, fields]) => [
      blockId,
      Object.fromEntries(Object.entries(jsonOf(fields)).map(([actionId, entry]) => [actionId, asEntry(entry)])),
    ]),
  );
}
