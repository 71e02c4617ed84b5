import type { ApiRequest } from "./exchange";

/** What goes wrong with one answer. */
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
  /** The right answer, changed at will. */
  | { readonly kind: "rewrite"; readonly body: (body: unknown) => unknown }
  /** No answer, ever. */
  | { readonly kind: "hang" }
  | { readonly kind: "reset" }
  | { readonly kind: "slow"; readonly ms: number }
  /** Pages from this one on (the first is 1) come empty, while the total still names all. */
  | { readonly kind: "drop-pages"; readonly from: number }
  /** Not a fault of the answer: runs before it is made, to change the account between two pages. */
  | { readonly kind: "before"; readonly run: (request: ApiRequest, account: Account) => void | Promise<void> };

/** One line of the script. */
export interface Fault<Account> {
  /** Every request unless given. */
  readonly match?: (request: ApiRequest) => boolean;
  /** How many matching requests pass unharmed first; none unless given. */
  readonly skip?: number;
  /** How many it meets; one unless given. */
  readonly times?: number | "always";
  readonly effect: FaultEffect<Account>;
}

interface ScriptEntry<Account> {
  readonly fault: Fault<Account>;
  skip: number;
  left: number;
}

/**
 * The faults a stand-in shows, in the order they were pushed: every matching `before` runs, then the first other
 * matching line with uses left decides the answer.
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

  /** Lines with uses left, but for those that apply always; a test that expects its faults to happen asserts `[]`. */
  unused(): readonly Fault<Account>[] {
    return this.#script.filter(({ left }) => left > 0 && Number.isFinite(left)).map(({ fault }) => fault);
  }

  /** Runs the hooks that match and uses up one line; `null` when the answer is to be the right one. */
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
