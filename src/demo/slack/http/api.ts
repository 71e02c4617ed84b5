import type { IncomingMessage } from "node:http";
import { isJson, type Json, parsed } from "../json";
import { METHODS } from "../methods/all";
import { Args } from "../methods/method";
import { mimeOf } from "../state/files";
import { SlackError } from "../state/slack-error";
import type { Workspace } from "../state/workspace";
import { bearerToken, bodyOf, bytesOf, contentType, errorReply, ok, type Reply } from "./exchange";
import { type SlackFaults, withFaults } from "./faults";
import type { RateLimits } from "./rate-limits";
import type { SocketServer } from "./socket-server";

/** One call of the Web API that came in, answered or not. */
export interface SlackCall {
  readonly method: string;
  /** The arguments as they were sent; JSON within a form is parsed. */
  readonly args: Json;
  readonly at: Date;
}

/** What handling calls needs. */
export interface ApiDeps {
  readonly workspace: Workspace;
  readonly token: string;
  readonly socketServer: SocketServer;
  readonly limits: RateLimits;
  readonly faults: SlackFaults;
  readonly calls: SlackCall[];
  /** The token's scopes: sent with every response, and enforced where files are read. */
  readonly scopes: readonly string[];
}

/** Handles a call of `/api/METHOD`; `null` when the connection must break. */
export async function handleApiCall(deps: ApiDeps, method: string, request: IncomingMessage): Promise<Reply | null> {
  const values = parsedArgs(contentType(request), await bodyOf(request));
  const { token: inBody, ...args } = values ?? {};
  deps.calls.push({ method, args: readableArgs(args), at: deps.workspace.now() });
  return withFaults(deps.faults, method, () => {
    if (values === null) return errorReply("invalid_json");
    const token = bearerToken(request) ?? inBody;
    if (token === undefined || token === "") return errorReply("not_authed");
    if (method === "apps.connections.open") return deps.socketServer.openConnection(String(token));
    if (token !== deps.token) return errorReply("invalid_auth");
    const reply = callMethod(deps, method, new Args(args));
    const commonHeaders = { date: deps.workspace.now().toUTCString(), "x-oauth-scopes": deps.scopes.join(",") };
    return { ...reply, headers: { ...commonHeaders, ...reply.headers } };
  });
}

function callMethod(deps: ApiDeps, name: string, args: Args): Reply {
  const method = METHODS.get(name);
  if (method === undefined) return errorReply("unknown_method", { req_method: name });
  const { scope: needed } = method;
  if (needed !== undefined && !deps.scopes.includes(needed)) {
    return errorReply("missing_scope", { needed, provided: deps.scopes.join(",") });
  }
  const channel = name === "chat.postMessage" ? args.text("channel") : undefined;
  const seconds =
    deps.limits.secondsToWait(name, method.perMinute) ??
    (channel === undefined ? null : deps.limits.secondsToWaitIn(channel));
  if (seconds !== null) {
    const headers = { "retry-after": String(seconds) };
    return { status: 429, headers, body: errorReply("ratelimited").body };
  }
  try {
    return ok(method.run(args, deps.workspace));
  } catch (error) {
    if (error instanceof SlackError) return errorReply(error.code, error.details);
    throw error;
  }
}

/** Parses a form or JSON; a call without arguments may have no body at all. */
function parsedArgs(type: string, body: string): Json | null {
  if (body === "") return {};
  if (type !== "application/json") return Object.fromEntries(new URLSearchParams(body));
  const values = parsed(body);
  return isJson(values) ? values : null;
}

function readableArgs(args: Json): Json {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const nested = typeof value === "string" && /^[[{]/.test(value) ? parsed(value) : undefined;
      return [name, nested ?? value];
    }),
  );
}

/** Slack's response, with status 200, to a request without access to the file. */
const SIGN_IN = "<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in to your workspace</body></html>";

/** Handles `/files-pri/TEAM-FILE/…`: sends the bytes if the token may read files, otherwise the sign-in page. */
export function handleFile(deps: ApiDeps, request: IncomingMessage): Promise<Reply | null> {
  return withFaults(deps.faults, "files-pri", () => {
    if (bearerToken(request) !== deps.token || !deps.scopes.includes("files:read")) return signInPage();
    const id = /^\/files-pri\/[^/]*-(F\d+)\//.exec(request.url ?? "")?.[1] ?? "";
    const file = deps.workspace.files.find(id);
    if (file === undefined) return { status: 404, headers: { "content-type": "text/html" }, body: "Not found" };
    return { status: 200, headers: { "content-type": mimeOf(file) }, body: file.bytes };
  });
}

/** Larger than any file that is exported. */
const MAX_UPLOAD_BYTES = 16 * 1024 * 1024;

/** Handles `POST /upload/v1/TICKET`: takes the bytes of a file that the app announced. The address alone says whose it is. */
export async function handleUpload(deps: ApiDeps, request: IncomingMessage): Promise<Reply | null> {
  const bytes = await bytesOf(request, MAX_UPLOAD_BYTES);
  const ticket = /^\/upload\/v1\/(\w+)$/.exec(request.url ?? "")?.[1] ?? "";
  return withFaults(deps.faults, "upload", () => {
    if (request.method !== "POST" || !deps.workspace.files.receive(ticket, bytes))
      return { status: 400, body: "invalid" };
    return { status: 200, headers: { "content-type": "text/plain" }, body: `OK - ${bytes.length}` };
  });
}

function signInPage(): Reply {
  return { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: SIGN_IN };
}
