import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { Log } from "../log";
import { DateRangeError, parseDateRange } from "../sync/date-range";
import type { RequestSync } from "../sync/request";
import type { ZoneDays } from "../time/day";
import { unauthorized } from "./bearer";
import { answer, BodyError, jsonBody, type WebRoute } from "./endpoint";

const BODY_LIMIT = 16_384;
const Body = z.strictObject({ start: z.string().optional(), end: z.string().optional() });

export interface SyncAllDeps {
  /** If unset, the endpoint refuses every request. */
  readonly token: string | undefined;
  readonly requestSync: RequestSync;
  readonly days: ZoneDays;
  readonly now: () => Date;
  readonly log: Log;
}

/** `POST /api/sync-all {start?, end?}`: runs or joins a sync and answers with its result once it has ended. */
export function syncAllRoute(deps: SyncAllDeps): WebRoute {
  return { path: "/api/sync-all", method: "POST", handler: (request, response) => serve(request, response, deps) };
}

async function serve(request: IncomingMessage, response: ServerResponse, deps: SyncAllDeps): Promise<void> {
  const why = unauthorized(request, { token: deps.token, act: "sync" });
  if (why !== null) {
    request.resume();
    deps.log.warn({ path: "/api/sync-all", why }, "A request without the API's token was refused");
    return answer(response, { status: 401, body: { error: why } });
  }
  try {
    const { start, end } = days(await jsonBody(request, BODY_LIMIT));
    const range = parseDateRange({ start, end }, { days: deps.days, now: deps.now() });
    const report = await deps.requestSync({ range, userId: "api", trigger: "api" });
    answer(response, { status: 200, body: report });
  } catch (error) {
    refuse(error, { response, log: deps.log });
  }
}

function days(body: unknown): z.infer<typeof Body> {
  const read = Body.safeParse(body);
  if (read.success) return read.data;
  throw new BodyError(
    400,
    'Send a JSON object with start and end only, both texts: {"start": "2026-10-01", "end": "2026-10-31"}',
  );
}

function refuse(error: unknown, { response, log }: { response: ServerResponse; log: Log }): void {
  if (error instanceof BodyError) answer(response, { status: error.status, body: { error: error.message } });
  else if (error instanceof DateRangeError) answer(response, { status: 400, body: { error: error.message } });
  else {
    log.error({ error }, "a sync over HTTP broke");
    const message = "The sync broke; Paceline's log says why. Nothing was lost: try again.";
    answer(response, { status: 500, body: { error: message } });
  }
}
