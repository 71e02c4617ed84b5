import type { ApiRequest } from "./exchange";

/** What goes wrong with one response. */
export type FaultEffect<Account> =
  /** Another status; `retryAfter` is sent as it is written, absurd or not. A 401 carries none of the usual headers. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly retryAfter?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** A proxy's page, with 200. */
  | { readonly kind: "html" }
  /** A list that claims to hold nothing, total included. */
  | { readonly kind: "empty" }
  /** Half of the JSON, sent as if it were all. */
  | { readonly kind: "truncated" }
  /** Half of the JSON, then the connection closes. */
  | { readonly kind: "cut" }
  /** Every value inside the records becomes one of another type. */
  | { readonly kind: "wrong-types" }
  /** The correct response with another body. */
  | { readonly kind: "rewrite"; readonly body: (body: unknown) => unknown }
  /** No response, ever. */
  | { readonly kind: "hang" }
  | { readonly kind: "reset" }
  | { readonly kind: "slow"; readonly ms: number }
  /** Pages from this one on (the first is 1) come empty, while the total still names all. */
  | { readonly kind: "drop-pages"; readonly from: number }
  /** Not a fault: a hook that runs before the response is built, to change the account between two pages. */
  | { readonly kind: "before"; readonly run: (request: ApiRequest, account: Account) => void | Promise<void> };

/** One entry of the fault script. */
export interface Fault<Account> {
  /** Which requests it applies to; all unless given. */
  readonly match?: (request: ApiRequest) => boolean;
  /** How many matching requests are left alone first; none unless given. */
  readonly skip?: number;
  /** How many requests it applies to; one unless given. */
  readonly times?: number | "always";
  readonly effect: FaultEffect<Account>;
}

interface ScriptEntry<Account> {
  readonly fault: Fault<Account>;
  skip: number;
  left: number;
}

/**
 * The script of faults of a fake API, in the order they were pushed. Every matching `before` runs; then the first other
 * matching entry with uses left decides the response.
 */
export class FaultScript<Account> {
  #script: ScriptEntry<Account>[] = [];

  push(...faults: readonly Fault<Account>[]): void {
    for (const fault of faults) {
      const left = fault.times === "always" ? Number.POSITIVE_INFINITY : (fault.times ?? 1);
      this.#script.push({ fault, skip: fault.skip ?? 0, left });
    }
  }

  clear(): void {
    this.#script = [];
  }

  /** The faults with uses left, except those that always apply; a test that expects its faults to happen asserts `[]`. */
  unused(): readonly Fault<Account>[] {
    return this.#script.filter(({ left }) => left > 0 && Number.isFinite(left)).map(({ fault }) => fault);
  }

  /** Runs the matching hooks and uses up one fault; `null` when the response should be the correct one. */
  async take(request: ApiRequest, account: Account): Promise<FaultEffect<Account> | null> {
    let taken: FaultEffect<Account> | null = null;
    for (const entry of [...this.#script]) {
      const { effect, match } = entry.fault;
      if (entry.left === 0 || (match && !match(request))) continue;
      if (effect.kind !== "before" && taken !== null) continue;
      if (entry.skip > 0) {
        entry.skip -= 1;
        continue;
      }
      entry.left -= 1;
      if (effect.kind === "before") await effect.run(request, account);
      else taken = effect;
    }
    return taken;
  }
}
