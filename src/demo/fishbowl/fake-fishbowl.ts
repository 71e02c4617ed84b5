import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import type { Answer, VendorRequest } from "../fake-api/exchange";
import { startVendor, type VendorStandIn } from "../fake-api/server";
import { type FishbowlAccount, type FishbowlRecords, fishbowlAccount } from "./account";
import { answered } from "./statement";

export interface FishbowlOptions {
  readonly now: () => Date;
  /** The user who is let in. */
  readonly username: string;
  readonly password: string;
  readonly records?: FishbowlRecords;
  readonly port?: number;
  readonly answerMs?: number;
  /** The user has a second factor, so that a login without `mfaCode` is refused. */
  readonly mfa?: boolean;
  /** Whether somebody has approved the app in Fishbowl; yes unless given. */
  readonly approved?: boolean;
  /** Whether the user may view the Data module; yes unless given. */
  readonly dataAccess?: boolean;
}

export type FishbowlStandIn = VendorStandIn<FishbowlAccount>;

const credentials = z.object({
  appName: z.string(),
  appDescription: z.string(),
  appId: z.number().int(),
  username: z.string(),
  password: z.string(),
  mfaCode: z.string().optional(),
});

/**
 * The REST API of a Fishbowl Advanced server on 127.0.0.1, as far as it is documented: login, data query, logout. Where
 * the documents are silent: an app that is not approved is refused with 401 and says so, and a logout has no body.
 */
export function startFishbowl(options: FishbowlOptions): Promise<FishbowlStandIn> {
  const { now, port, answerMs } = options;
  const account = fishbowlAccount(options.records);
  let logins = 0;
  const answer = (request: VendorRequest, headers: IncomingHttpHeaders): Answer => {
    const { method, path } = request;
    if (method === "POST" && path === "/login") {
      const refusal = refusedLogin(request, options);
      if (refusal !== null) return refusal;
      logins += 1;
      const token = `session-${logins}`;
      account.sessions.add(token);
      return { status: 200, body: { token, user: { id: 1, userFullName: "Sync User", moduleAccessList: ["Data"] } } };
    }
    const token = (headers.authorization ?? "").replace(/^Bearer /, "");
    if (!account.sessions.has(token)) return refused(request, { status: 401, message: "Invalid authorization token." });
    if (method === "POST" && path === "/logout") {
      account.sessions.delete(token);
      return { status: 200, body: null };
    }
    if (method === "GET" && path === "/data-query") return queried(request, { account, options });
    return refused(request, { status: 404, message: "Not found." });
  };
  return startVendor({ port, basePath: "/api", now, answerMs, account, answer });
}

function refusedLogin(request: VendorRequest, { username, password, mfa, approved = true }: FishbowlOptions) {
  const read = credentials.safeParse(request.body);
  if (!read.success) return refused(request, { status: 400, message: "Bad request." });
  if (read.data.username !== username || read.data.password !== password) {
    return refused(request, { status: 401, message: "Incorrect username or password." });
  }
  if (!approved) {
    return refused(request, { status: 401, message: "The integrated app has not been approved by Fishbowl." });
  }
  if (!mfa || read.data.mfaCode !== undefined) return null;
  return { ...refused(request, { status: 401, message: "MFA code required." }), headers: { MFA: "Required" } };
}

function queried(
  request: VendorRequest,
  { account, options }: { account: FishbowlAccount; options: FishbowlOptions },
): Answer {
  if (options.dataAccess === false) return refused(request, { status: 403, message: "Access denied." });
  const rows = typeof request.body === "string" ? answered(request.body, account) : null;
  if (rows === null) return refused(request, { status: 400, message: "The statement could not be run." });
  const none = { body: [] };
  return { status: 200, body: rows, list: { page: 1, dropped: none, none } };
}

/** The shape of Fishbowl's errors. */
function refused({ path, at }: VendorRequest, { status, message }: { status: number; message: string }): Answer {
  return { status, body: { timeStamp: at.toISOString(), status, message, path: `/api${path}` } };
}
