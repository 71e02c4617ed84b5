import { setTimeout as wait } from "node:timers/promises";
import { errorReply, type Reply } from "./exchange";

/** What goes wrong with the next calls of a method. */
export interface SlackFault {
  /** As `chat.postMessage`; `response_url` for those, `files-pri` for files' contents, `*` for all. */
  readonly method: string;
  /** How many calls it meets; one unless given. */
  readonly times?: number;
  readonly outcome: {
    /** The answer's status; 200 unless given. */
    readonly status?: number;
    /** Seconds, as the header says them. */
    readonly retryAfter?: number;
    /** The `error` of an answer with `ok: false`. */
    readonly error?: string;
    /** The call does its work all the same: only its answer is lost. */
    readonly accept?: boolean;
    /** How long no answer comes; without any of the others the right answer follows. */
    readonly hangMs?: number;
    /** No answer comes before this settles. */
    readonly until?: Promise<unknown>;
    /** What the answer says in the place of the right one, and with which headers. */
    readonly body?: string;
    readonly headers?: Readonly<Record<string, string>>;
    /** The connection breaks instead of an answer. */
    readonly reset?: boolean;
  };
}

/** The script of faults: each meets the calls it is for, in the order they were pushed. */
export class SlackFaults {
  readonly #script: { readonly fault: SlackFault; left: number }[] = [];

  push(...faults: readonly SlackFault[]): void {
    this.#script.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1 })));
  }

  clear(): void {
    this.#script.length = 0;
  }

  /** Those that have not met all their calls. */
  pending(): readonly SlackFault[] {
    return this.#script.filter(({ left }) => left > 0).map(({ fault }) => fault);
  }

  /** What goes wrong with this call, which uses it up. */
  take(method: string): SlackFault["outcome"] | undefined {
    const entry = this.#script.find(({ fault, left }) => left > 0 && (fault.method === method || fault.method === "*"));
    if (entry === undefined) return undefined;
    entry.left -= 1;
    return entry.fault.outcome;
  }
}

/** Runs a call with what the script of faults has for it; `null` when the connection is to break. */
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
