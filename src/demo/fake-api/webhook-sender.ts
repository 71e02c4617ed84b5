/** A webhook to one subscriber. */
export interface OutgoingWebhook {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** The HTTP status of the response, or `null` when there was none. */
export interface SentWebhook extends OutgoingWebhook {
  readonly status: number | null;
}

const TIMEOUT_MS = 5_000;

/** Sends a fake API's webhooks, each once: one that is not accepted is lost, as Copper's are. */
export class WebhookSender {
  readonly sent: SentWebhook[] = [];
  readonly #pending = new Set<Promise<void>>();

  send(webhook: OutgoingWebhook): void {
    const delivery = this.#deliver(webhook).finally(() => this.#pending.delete(delivery));
    this.#pending.add(delivery);
  }

  /** Resolves when no webhook is being sent. */
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

/** Whether a webhook may be sent there: vendors call https URLs only; a fake also calls this machine over http. */
export function isCallableUrl(target: unknown): target is string {
  return typeof target === "string" && /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)(:|\/))/.test(target);
}
