import type { IncomingMessage } from "node:http";
import { isJson, type Json, parsed, textOf } from "../json";
import type { Acts } from "../people/acts";
import { asEntries, asEntry, placeFrom } from "../people/from-json";
import { ok, type Reply, refusal } from "./exchange";

/** What the control interface shows and does. */
export interface ControlDesk {
  readonly acts: Acts;
  state(user: string | undefined): Json;
}

/**
 * Answers one request of `/demo/`: people and scripts look at the workspace and act in it. JSON alone is taken, which a
 * page of another origin cannot send unasked.
 */
export async function answerControl(desk: ControlDesk, request: IncomingMessage, body: string): Promise<Reply> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (request.method === "GET" && url.pathname === "/demo/state") {
    return ok(desk.state(url.searchParams.get("user") ?? undefined));
  }
  if (request.method !== "POST") return { status: 405, body: refusal("method_not_allowed").body };
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) {
    return { status: 415, body: refusal("json_only").body };
  }
  const asked = parsed(body);
  const doing = DOINGS[url.pathname];
  if (doing === undefined) return { status: 404, body: refusal("not_found").body };
  if (!isJson(asked) || textOf(asked.user) === undefined) return { status: 400, body: refusal("user_missing").body };
  try {
    return ok({ answer: await doing(desk.acts, asked, String(asked.user)) });
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
    acts.say({ user, text: textOf(text) ?? "", channel: textOf(channel) }),
};
