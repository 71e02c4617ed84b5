/** A message of a stand-in to whoever subscribed. */
export interface Sending {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** What became of it: an HTTP status, or `null` when nobody answered. */
export interface Sent extends Sending {
  readonly status: number | null;
}

const PATIENCE_MS = 5_000;

/** Sends a stand-in's webhooks, each once: one that is not taken is lost, as Copper's are. */
export class Outbox {
  readonly sent: Sent[] = [];
  readonly #underWay = new Set<Promise<void>>();

  send(sending: Sending): void {
    const delivery = this.#deliver(sending).finally(() => this.#underWay.delete(delivery));
    this.#underWay.add(delivery);
  }

  /** Resolves when all that was sent has come to its end. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async #deliver(sending: Sending): Promise<void> {
    const { target, headers, body } = sending;
    const status = await fetch(target, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).then(
      (response) => response.status,
      () => null,
    );
    this.sent.push({ ...sending, status });
  }
}

/** Vendors call https addresses only; a stand-in calls this machine's own without, too. */
export function mayBeCalled(target: unknown): target is string {
  return typeof target === "string" && /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)(:|\/))/.test(target);
}
