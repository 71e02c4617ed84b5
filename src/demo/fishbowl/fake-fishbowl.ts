import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import type { ApiRequest, ApiResponse } from "../fake-api/exchange";
import { type FakeApi, startFakeApi } from "../fake-api/server";
import { type FishbowlAccount, type FishbowlRecords, fishbowlAccount } from "./account";
import { runStatement } from "./statement";

export interface FishbowlOptions {
  readonly now: () => Date;
  /** The user who may log in. */
  readonly username: string;
  readonly password: string;
  readonly records?: FishbowlRecords;
  readonly port?: number;
  readonly latencyMs?: number;
  /** The user has a second factor, so that a login without `mfaCode` is refused. */
  readonly mfa?: boolean;
  /** Whether the app is approved in Fishbowl; yes unless given. */
  readonly approved?: boolean;
  /** Whether the user may view the Data module; yes unless given. */
  readonly dataAccess?: boolean;
}

export type FakeFishbowl = FakeApi<FishbowlAccount>;

const credentials = z.object({
  appName: z.string(),
  appDescription: z.string(),
  appId: z.number().int(),
  username: z.string(),
  password: z.string(),
  mfaCode: z.string().optional(),
});

/**
 * Starts a fake of a Fishbowl Advanced server's REST API on 127.0.0.1, as far as it is documented: login, data query,
 * logout. Undocumented, and assumed here: an app that is not approved gets a 401 that says so; a logout has no body.
 */
export function startFakeFishbowl(options: FishbowlOptions): Promise<FakeFishbowl> {
  const { now, port, latencyMs } = options;
  const account = fishbowlAccount(options.records);
  let logins = 0;
  const respond = (request: ApiRequest, headers: IncomingHttpHeaders): ApiResponse => {
    const { method, path } = request;
    if (method === "POST" && path === "/login") {
      const error = loginError(request, options);
      if (error !== null) return error;
      logins += 1;
      const token = `session-${logins}`;
      account.sessions.add(token);
      return { status: 200, body: { token, user: { id: 1, userFullName: "Sync User", moduleAccessList: ["Data"] } } };
    }
    const token = (headers.authorization ?? "").replace(/^Bearer /, "");
    if (!account.sessions.has(token))
      return errorResponse(request, { status: 401, message: "Invalid authorization token." });
    if (method === "POST" && path === "/logout") {
      account.sessions.delete(token);
      return { status: 200, body: null };
    }
    if (method === "GET" && path === "/data-query") return dataQuery(request, { account, options });
    return errorResponse(request, { status: 404, message: "Not found." });
  };
  return startFakeApi({ port, basePath: "/api", now, latencyMs, account, respond });
}

function loginError(request: ApiRequest, { username, password, mfa, approved = true }: FishbowlOptions) {
  const read = credentials.safeParse(request.body);
  if (!read.success) return errorResponse(request, { status: 400, message: "Bad request." });
  if (read.data.username !== username || read.data.password !== password) {
    return errorResponse(request, { status: 401, message: "Incorrect username or password." });
  }
  if (!approved) {
    return errorResponse(request, { status: 401, message: "The integrated app has not been approved by Fishbowl." });
  }
  if (!mfa || read.data.mfaCode !== undefined) return null;
  return { ...errorResponse(request, { status: 401, message: "MFA code required." }), headers: { MFA: "Required" } };
}

function dataQuery(
  request: ApiRequest,
  { account, options }: { account: FishbowlAccount; options: FishbowlOptions },
): ApiResponse {
  if (options.dataAccess === false) return errorResponse(request, { status: 403, message: "Access denied." });
  const rows = typeof request.body === "string" ? runStatement(request.body, account) : null;
  if (rows === null) return errorResponse(request, { status: 400, message: "The statement could not be run." });
  const none = { body: [] };
  return { status: 200, body: rows, list: { page: 1, dropped: none, none } };
}

/** The shape of Fishbowl's errors. */
function errorResponse(
  { path, at }: ApiRequest,
  { status, message }: { status: number; message: string },
): ApiResponse {
  return { status, body: { timeStamp: at.toISOString(), status, message, path: `/api${path}` } };
}
