import type { IncomingMessage } from "node:http";
import { isJson, type Json, parsed } from "../json";
import { METHODS } from "../methods/all";
import { Args } from "../methods/method";
import { mimeOf } from "../state/files";
import { Refusal } from "../state/slack-error";
import type { World } from "../state/workspace";
import { bearer, bodyOf, contentType, ok, type Reply, refusal } from "./exchange";
import { type SlackFaults, withFaults } from "./faults";
import type { RateLimits } from "./rate-limits";
import type { Sockets } from "./socket-server";

/** One call of the Web API that came in, answered or not. */
export interface SlackCall {
  readonly method: string;
  /** As they were sent; what a form carries as JSON is read. */
  readonly args: Json;
  readonly at: Date;
}

/** What answering calls needs. */
export interface ApiDesk {
  readonly world: World;
  readonly token: string;
  readonly sockets: Sockets;
  readonly limits: RateLimits;
  readonly faults: SlackFaults;
  readonly calls: SlackCall[];
  /** What the token may do: told with every answer, and enforced where files are read. */
  readonly scopes: readonly string[];
}

/** Answers one call of `/api/METHOD`; `null` when the connection is to break. */
export async function answerCall(desk: ApiDesk, method: string, request: IncomingMessage): Promise<Reply | null> {
  const values = valuesIn(contentType(request), await bodyOf(request));
  const { token: inBody, ...args } = values ?? {};
  desk.calls.push({ method, args: readable(args), at: desk.world.now() });
  return withFaults(desk.faults, method, () => {
    if (values === null) return refusal("invalid_json");
    const token = bearer(request) ?? inBody;
    if (token === undefined || token === "") return refusal("not_authed");
    if (method === "apps.connections.open") return desk.sockets.address(String(token));
    if (token !== desk.token) return refusal("invalid_auth");
    const reply = called(desk, method, new Args(args));
    const told = { date: desk.world.now().toUTCString(), "x-oauth-scopes": desk.scopes.join(",") };
    return { ...reply, headers: { ...told, ...reply.headers } };
  });
}

function called(desk: ApiDesk, name: string, args: Args): Reply {
  const method = METHODS.get(name);
  if (method === undefined) return refusal("unknown_method", { req_method: name });
  const { scope: needed } = method;
  if (needed !== undefined && !desk.scopes.includes(needed)) {
    return refusal("missing_scope", { needed, provided: desk.scopes.join(",") });
  }
  const channel = name === "chat.postMessage" ? args.text("channel") : undefined;
  const seconds =
    desk.limits.refused(name, method.perMinute) ?? (channel === undefined ? null : desk.limits.refusedIn(channel));
  if (seconds !== null) {
    const headers = { "retry-after": String(seconds) };
    return { status: 429, headers, body: refusal("ratelimited").body };
  }
  try {
    return ok(method.run(args, desk.world));
  } catch (error) {
    if (error instanceof Refusal) return refusal(error.code, error.beside);
    throw error;
  }
}

/** Slack takes forms and JSON; a call without arguments may have no body at all. */
function valuesIn(type: string, body: string): Json | null {
  if (body === "") return {};
  if (type !== "application/json") return Object.fromEntries(new URLSearchParams(body));
  const values = parsed(body);
  return isJson(values) ? values : null;
}

function readable(args: Json): Json {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const nested = typeof value === "string" && /^[[{]/.test(value) ? parsed(value) : undefined;
      return [name, nested ?? value];
    }),
  );
}

/** What Slack answers, with 200, to whoever may not have the file. */
const SIGN_IN = "<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in to your workspace</body></html>";

/** Answers `/files-pri/TEAM-FILE/…`: the file's bytes to the app's token if it may read files, else the page to sign in. */
export function answerFile(desk: ApiDesk, request: IncomingMessage): Promise<Reply | null> {
  return withFaults(desk.faults, "files-pri", () => {
    if (bearer(request) !== desk.token || !desk.scopes.includes("files:read")) return page();
    const id = /^\/files-pri\/[^/]*-(F\d+)\//.exec(request.url ?? "")?.[1] ?? "";
    const file = desk.world.files.find(id);
    if (file === undefined) return { status: 404, headers: { "content-type": "text/html" }, body: "Not found" };
    return { status: 200, headers: { "content-type": mimeOf(file) }, body: file.bytes };
  });
}

function page(): Reply {
  return { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: SIGN_IN };
}
