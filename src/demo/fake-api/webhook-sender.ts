/** A message of a stand-in to whoever subscribed. */
export interface OutgoingWebhook {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** What became of it: an HTTP status, or `null` when nobody answered. */
export interface SentWebhook extends OutgoingWebhook {
  readonly status: number | null;
}

const TIMEOUT_MS = 5_000;

/** Sends a stand-in's webhooks, each once: one that is not taken is lost, as Copper's are. */
export class WebhookSender {
  readonly sent: SentWebhook[] = [];
  readonly #pending = new Set<Promise<void>>();

  send(webhook: OutgoingWebhook): void {
    const delivery = this.#deliver(webhook).finally(() => this.#pending.delete(delivery));
    this.#pending.add(delivery);
  }

  /** Resolves when all that was sent has come to its end. */
  async idle(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  async #deliver(webhook: OutgoingWebhook): Promise<void> {
    const { target, headers, body } = webhook;
    const status = await fetch(target, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).then(
      (response) => response.status,
      () => null,
    );
    this.sent.push({ ...webhook, status });
  }
}

/** Vendors call https addresses only; a stand-in calls this machine's own without, too. */
export function isCallableUrl(target: unknown): target is string {
  return typeof target === "string" && /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)(:|\/))/.test(target);
}
