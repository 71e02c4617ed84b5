import { setTimeout as wait } from "node:timers/promises";
import { errorReply, type Reply } from "./exchange";

/** What goes wrong with the next calls of a method. */
export interface SlackFault {
  /** As `chat.postMessage`; `response_url` for those, `files-pri` for files' contents, `*` for all. */
  readonly method: string;
  /** How many calls it applies to; one unless given. */
  readonly times?: number;
  readonly outcome: {
    /** The response's status; 200 unless given. */
    readonly status?: number;
    /** Seconds, as the header says them. */
    readonly retryAfter?: number;
    /** The `error` of a response with `ok: false`. */
    readonly error?: string;
    /** The call takes effect all the same: only its response is lost. */
    readonly accept?: boolean;
    /** How long the response is delayed; without another outcome, the correct response follows. */
    readonly hangMs?: number;
    /** Delays the response until this settles. */
    readonly until?: Promise<unknown>;
    /** Replaces the body of the correct response, and its headers. */
    readonly body?: string;
    readonly headers?: Readonly<Record<string, string>>;
    /** Breaks the connection instead of responding. */
    readonly reset?: boolean;
  };
}

/** The script of faults, each applied to the calls it matches, in the order they were pushed. */
export class SlackFaults {
  readonly #script: { readonly fault: SlackFault; left: number }[] = [];

  push(...faults: readonly SlackFault[]): void {
    this.#script.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1 })));
  }

  clear(): void {
    this.#script.length = 0;
  }

  /** The faults that have uses left. */
  pending(): readonly SlackFault[] {
    return this.#script.filter(({ left }) => left > 0).map(({ fault }) => fault);
  }

  /** Uses up the fault for this call and returns its outcome. */
  take(method: string): SlackFault["outcome"] | undefined {
    const entry = this.#script.find(({ fault, left }) => left > 0 && (fault.method === method || fault.method === "*"));
    if (entry === undefined) return undefined;
    entry.left -= 1;
    return entry.fault.outcome;
  }
}

/** Runs a call with the fault that the script has for it; `null` when the connection must break. */
export async function withFaults(faults: SlackFaults, method: string, run: () => Reply): Promise<Reply | null> {
  const outcome = faults.take(method);
  if (outcome === undefined) return run();
  const { status, retryAfter, error, hangMs, until, reset } = outcome;
  const fails = status !== undefined || error !== undefined || reset === true || outcome.body !== undefined;
  const acceptedReply = outcome.accept === true ? run() : null;
  if (hangMs !== undefined) await wait(hangMs);
  await until;
  if (!fails) return acceptedReply ?? run();
  if (reset === true) return null;
  const { body, headers } = outcome;
  if (body !== undefined) return { status: status ?? 200, ...(headers === undefined ? {} : { headers }), body };
  return {
    status: status ?? 200,
    headers: { ...headers, ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }) },
    body: error !== undefined || status === 429 ? errorReply(error ?? "ratelimited").body : "",
  };
}
