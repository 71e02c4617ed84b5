import type { IncomingMessage } from "node:http";
import type { Stage } from "../controls/controls";
import { ok, type Reply, refusal } from "../slack/http/exchange";
import { isJson, parsed, textOf } from "../slack/json";

/** Answers one request of `/stage`: what can be moved, and moving it. JSON alone is taken, as by the control interface. */
export async function answerStage(stage: Stage, request: IncomingMessage, body: string): Promise<Reply> {
  const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
  if (request.method === "GET" && path === "/stage") return { status: 200, body: { ...stage.state() } };
  if (request.method !== "POST") return refused(405, "method_not_allowed");
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) return refused(415, "json_only");
  if (path === "/stage/act") return acted(stage, parsed(body));
  return path === "/stage/reset" ? said(() => stage.reset()) : refused(404, "not_found");
}

function acted(stage: Stage, asked: unknown): Promise<Reply> | Reply {
  const [id, user] = isJson(asked) ? [textOf(asked.id), textOf(asked.user)] : [];
  if (id === undefined || user === undefined) return refused(400, "id_or_user_missing");
  return said(() => stage.act(id, user));
}

async function said(doing: () => Promise<string>): Promise<Reply> {
  try {
    return ok({ said: await doing() });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const status = error instanceof RangeError ? 400 : 500;
    return { status, body: refusal("not_possible", { message }).body };
  }
}

function refused(status: number, error: string): Reply {
  return { status, body: refusal(error).body };
}
