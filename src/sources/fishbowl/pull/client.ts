import { z } from "zod";
import type { Sleep } from "../../../lib/sleep";
import type { Log } from "../../../log";
import type { Attempt } from "../../http/faults";
import { type VendorClient, vendorClient } from "../../http/http";
import { rateLimiter } from "../../http/rate-limit";
import type { RequestMeter } from "../../request-meter";
import { SourceError } from "../../source-error";

/** The address of Fishbowl's server, and who asks it. */
export interface PullConfig {
  readonly baseUrl: string;
  readonly username: string;
  readonly password: string;
  readonly clock: () => number;
  readonly sleep?: Sleep;
  readonly log: Pick<Log, "debug">;
  readonly meter?: RequestMeter | undefined;
}

/** One session with Fishbowl's server. */
export interface FishbowlSession {
  /** Rows of a statement; a session that has expired is begun anew, once. */
  query(sql: string): Promise<readonly unknown[]>;
}

export interface FishbowlClient {
  /**
   * Logs in, works and logs out, whatever becomes of the work: a session left open may take a paid seat.
   *
   * @throws {SourceError}
   */
  inSession<T>(work: (session: FishbowlSession) => Promise<T>): Promise<T>;
  requests(): number;
}

/** Fishbowl tells apps apart by this number; an admin approves it once. */
const APP = { appName: "Paceline", appDescription: "Reads sales orders for goals in Slack", appId: 20_261 } as const;
const loggedIn = z.object({ token: z.string().min(1) });

export function fishbowlClient(config: PullConfig): FishbowlClient {
  const vendor = vendorOf(config);
  const login = async (): Promise<string> => {
    const { username, password } = config;
    const body = { ...APP, username, password };
    const { json } = await vendor.request({ method: "POST", path: "/login", body });
    const read = loggedIn.safeParse(json);
    if (read.success) return read.data.token;
    throw new SourceError("fishbowl", "unexpected-answer", "Fishbowl answered /login without a token");
  };
  const inSession: FishbowlClient["inSession"] = async (work) => {
    let token = await login();
    const query = async (sql: string) => {
      try {
        return await rows(vendor, { sql, token });
      } catch (error) {
        if (!isExpired(error)) throw error;
        token = await login();
        return await rows(vendor, { sql, token }).catch((second: unknown) => {
          throw isExpired(second) ? ENDED_TWICE : second;
        });
      }
    };
    try {
      return await work({ query });
    } finally {
      await logout(vendor, { token, log: config.log });
    }
  };
  return { inSession, requests: vendor.requests };
}

function vendorOf({ baseUrl, clock, sleep, log, meter }: PullConfig): VendorClient {
  return vendorClient({
    source: "fishbowl",
    baseUrl,
    headers: {},
    limiter: rateLimiter({ allowances: [], clock, sleep, inFlight: 1 }),
    keyHint: "FISHBOWL_USERNAME and FISHBOWL_PASSWORD",
    explain: loginFault,
    clock,
    sleep,
    log,
    meter,
  });
}

/** The statement goes in the body of a GET, as documented. */
async function rows(vendor: VendorClient, { sql, token }: { sql: string; token: string }): Promise<readonly unknown[]> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/sql" };
  const { json } = await vendor.request({ method: "GET", path: "/data-query", body: sql, headers });
  if (Array.isArray(json)) return json;
  throw new SourceError(
    "fishbowl",
    "unexpected-answer",
    "Fishbowl answered /data-query with something that isn't a list",
  );
}

function isExpired(error: unknown): boolean {
  return error instanceof SourceError && error.cause === EXPIRED;
}

async function logout(vendor: VendorClient, { token, log }: { token: string; log: Pick<Log, "debug"> }): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  try {
    await vendor.request({ method: "POST", path: "/logout", headers });
  } catch (error) {
    // Also an answer without a body, which is what a logout may well have. What was read stands either way.
    log.debug({ error }, "Fishbowl's logout had no usual answer");
  }
}

type Answer = Extract<Attempt, { kind: "answer" }>;

/** Marks the refusal of a session's token, which a new login mends. */
const EXPIRED = new Error("The session has expired");

/** Its login was accepted, so no other key mends it: a limit of sessions passes with time, and a user of its own keeps others out. */
const ENDED_TWICE = new SourceError(
  "fishbowl",
  "unreachable",
  "Fishbowl accepted the login and ended the session (401), twice: its seats may all be taken, or FISHBOWL_USERNAME may be signed in elsewhere",
  { status: 401 },
);

/** What Fishbowl's refusals mean, in the order an admin would meet them; `null` for all others. */
function loginFault({ status, headers, text }: Answer, path: string): SourceError | null {
  if (path === "/login" && (status === 401 || status === 403)) {
    return new SourceError("fishbowl", "credentials", refusal({ status, headers, text }));
  }
  if (path === "/data-query" && status === 401) {
    return new SourceError("fishbowl", "credentials", "Fishbowl ended the session (401)", { cause: EXPIRED });
  }
  if (path !== "/data-query" || status !== 403) return null;
  const message = "Fishbowl user may not query data (403): an admin must give it view access to the Data module";
  return new SourceError("fishbowl", "credentials", message, { status });
}

function refusal({ status, headers, text }: Omit<Answer, "kind">): string {
  if (/required/i.test(headers.mfa ?? "")) {
    return "Fishbowl asks for a second factor (MFA) at login: set FISHBOWL_USERNAME to a user without one";
  }
  if (/approv/i.test(text)) {
    return "Fishbowl has not approved Paceline yet: an admin approves it in Fishbowl under Integrated Apps, once";
  }
  return (
    `Fishbowl login refused (${status}): an admin must check FISHBOWL_USERNAME and FISHBOWL_PASSWORD, the path in FISHBOWL_API_URL, and ` +
    "that Paceline is approved in Fishbowl under Integrated Apps"
  );
}
