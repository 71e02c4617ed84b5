import { answer, type WebRoute } from "./endpoint";

/** `GET /healthz`: 200 while the process runs and reaches its database, else 503. */
export function healthRoute(reachesDatabase: () => Promise<void>): WebRoute {
  return {
    path: "/healthz",
    method: "GET",
    handler: async (_request, response) => {
      const ok = await reachesDatabase().then(
        () => true,
        () => false,
      );
      const body = ok ? { status: "ok" } : { status: "unavailable", database: "does not answer" };
      answer(response, { status: ok ? 200 : 503, body });
    },
  };
}

export interface ReadyDeps {
  readonly reachesDatabase: () => Promise<void>;
  /** Whether Slack accepts our token. */
  readonly signedIn: () => Promise<boolean>;
  /** Milliseconds since the last tick; `null` before the first. */
  readonly tickAgeMs: () => number | null;
}

/** Three missing ticks are no coincidence. */
const OLDEST_TICK_MS = 3 * 60_000;

/** `GET /readyz`: 200 while everything works that people wait for, else 503 with what does not. */
export function readyRoute({ reachesDatabase, signedIn, tickAgeMs }: ReadyDeps): WebRoute {
  return {
    path: "/readyz",
    method: "GET",
    handler: async (_request, response) => {
      const [database, slack] = await Promise.all([holds(reachesDatabase), signedIn()]);
      const tick = tickAgeMs();
      const problems = {
        ...(database ? {} : { database: "does not answer" }),
        ...(slack ? {} : { slack: "refuses the sign-in: renew SLACK_BOT_TOKEN" }),
        ...(tick !== null && tick <= OLDEST_TICK_MS ? {} : { tick: lateTick(tick) }),
      };
      const ok = Object.keys(problems).length === 0;
      answer(response, { status: ok ? 200 : 503, body: { status: ok ? "ready" : "not ready", ...problems } });
    },
  };
}

function lateTick(ageMs: number | null): string {
  return ageMs === null ? "none has come yet" : `the last one came ${Math.round(ageMs / 1_000)} s ago`;
}

async function holds(work: () => Promise<void>): Promise<boolean> {
  return work().then(
    () => true,
    () => false,
  );
}
