import type { VendorRequest } from "./exchange";

/** What goes wrong with one answer. */
export type Trouble<Account> =
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
  | { readonly kind: "before"; readonly run: (request: VendorRequest, account: Account) => void | Promise<void> };

/** One line of the script. */
export interface Fault<Account> {
  /** Every request unless given. */
  readonly match?: (request: VendorRequest) => boolean;
  /** How many matching requests pass unharmed first; none unless given. */
  readonly skip?: number;
  /** How many it meets; one unless given. */
  readonly times?: number | "always";
  readonly trouble: Trouble<Account>;
}

interface Line<Account> {
  readonly fault: Fault<Account>;
  skip: number;
  left: number;
}

/**
 * The faults a stand-in shows, in the order they were pushed: every matching `before` runs, then the first other
 * matching line with uses left decides the answer.
 */
export class FaultScript<Account> {
  #lines: Line<Account>[] = [];

  push(...faults: readonly Fault<Account>[]): void {
    for (const fault of faults) {
      const left = fault.times === "always" ? Number.POSITIVE_INFINITY : (fault.times ?? 1);
      this.#lines.push({ fault, skip: fault.skip ?? 0, left });
    }
  }

  clear(): void {
    this.#lines = [];
  }

  /** Lines with uses left, but for those that apply always; a test that expects its faults to happen asserts `[]`. */
  unused(): readonly Fault<Account>[] {
    return this.#lines.filter(({ left }) => left > 0 && Number.isFinite(left)).map(({ fault }) => fault);
  }

  /** Runs the hooks that match and uses up one line; `null` when the answer is to be the right one. */
  async meet(request: VendorRequest, account: Account): Promise<Trouble<Account> | null> {
    let met: Trouble<Account> | null = null;
    for (const line of [...this.#lines]) {
      const { trouble, match } = line.fault;
      if (line.left === 0 || (match && !match(request))) continue;
      if (trouble.kind !== "before" && met !== null) continue;
      if (line.skip > 0) {
        line.skip -= 1;
        continue;
      }
      line.left -= 1;
      if (trouble.kind === "before") await trouble.run(request, account);
      else met = trouble;
    }
    return met;
  }
}
