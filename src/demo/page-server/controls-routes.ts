import type { IncomingMessage } from "node:http";
import type { DemoControls } from "../controls/controls";
import { errorReply, ok, type Reply } from "../slack/http/exchange";
import { isJson, parsed, textOf } from "../slack/json";

/** Handles a request to `/controls`: the state, an action, a reset. Like the workspace's routes it takes only JSON. */
export async function handleControls(controls: DemoControls, request: IncomingMessage, body: string): Promise<Reply> {
  const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
  if (request.method === "GET" && path === "/controls") return { status: 200, body: { ...controls.state() } };
  if (request.method !== "POST") return errorWithStatus(405, "method_not_allowed");
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) return errorWithStatus(415, "json_only");
  if (path === "/controls/run") return runAction(controls, parsed(body));
  return path === "/controls/reset" ? replyWith(() => controls.reset()) : errorWithStatus(404, "not_found");
}

function runAction(controls: DemoControls, request: unknown): Promise<Reply> | Reply {
  const [id, user] = isJson(request) ? [textOf(request.id), textOf(request.user)] : [];
  if (id === undefined || user === undefined) return errorWithStatus(400, "id_or_user_missing");
  return replyWith(() => controls.run(id, user));
}

async function replyWith(work: () => Promise<string>): Promise<Reply> {
  try {
    return ok({ said: await work() });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const status = error instanceof RangeError ? 400 : 500;
    return { status, body: errorReply("not_possible", { message }).body };
  }
}

function errorWithStatus(status: number, error: string): Reply {
  return { status, body: errorReply(error).body };
}
