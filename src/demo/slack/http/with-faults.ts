import { setTimeout as wait } from "node:timers/promises";
import { type Reply, refusal } from "./exchange";
import type { SlackFaults } from "./faults";

/** Runs a call with what the script of faults has for it; `null` when the connection is to break. */
export async function withFaults(faults: SlackFaults, method: string, run: () => Reply): Promise<Reply | null> {
  const outcome = faults.meet(method);
  if (outcome === undefined) return run();
  const { status, retryAfter, error, hangMs, until, reset } = outcome;
  const fails = status !== undefined || error !== undefined || reset === true || outcome.body !== undefined;
  const kept = outcome.accept === true ? run() : null;
  if (hangMs !== undefined) await wait(hangMs);
  await until;
  if (!fails) return kept ?? run();
  if (reset === true) return null;
  const { body, headers } = outcome;
  if (body !== undefined) return { status: status ?? 200, ...(headers === undefined ? {} : { headers }), body };
  return {
    status: status ?? 200,
    headers: { ...headers, ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }) },
    body: error !== undefined || status === 429 ? refusal(error ?? "ratelimited").body : "",
  };
}
