import type { WebClient } from "@slack/web-api";
import type { Log } from "../../log";
import type { Message } from "../ui/blocks";

const EDIT_EVERY_MS = 1_000;

interface LiveMessageDeps {
  readonly client: WebClient;
  readonly log: Log;
  readonly sleep: (ms: number) => Promise<void>;
}

interface Place {
  readonly channel: string;
  readonly ts: string;
}

/**
 * One message in the DM with somebody that shows the newest of many states, edited at most once a second. States that
 * come faster are skipped, the last one never is.
 */
export class LiveMessage {
  private next: Message | null = null;
  private pump: Promise<void> | null = null;
  /** When the next edit may be sent. */
  private rested: Promise<void> = Promise.resolve();
  private readonly place: Promise<Place | null>;

  constructor(
    private readonly deps: LiveMessageDeps,
    private readonly post: { readonly userId: string; readonly first: Message },
  ) {
    this.place = this.open().catch((error: unknown) => {
      deps.log.warn({ error, userId: post.userId }, "The message for a sync's progress could not be posted");
      return null;
    });
  }

  /** Shows this state unless a newer one comes first. */
  show(state: Message): void {
    this.next = state;
    this.pump ??= this.deliver();
  }

  /** Shows the last state, as a new message where the first cannot be edited; `false` when neither worked. */
  async finish(state: Message): Promise<boolean> {
    this.next = null;
    await this.pump;
    const place = await this.place;
    await this.rested;
    return (place !== null && (await this.edit(place, state))) || this.postAnew(state);
  }

  private async open(): Promise<Place> {
    const place = await postToDm(this.deps.client, this.post.userId, this.post.first);
    this.rest();
    return place;
  }

  private async deliver(): Promise<void> {
    const place = await this.place;
    await this.rested;
    while (place !== null && this.next !== null) {
      const state = this.next;
      this.next = null;
      await this.edit(place, state);
      this.rest();
      await this.rested;
    }
    this.pump = null;
  }

  private rest(): void {
    this.rested = this.deps.sleep(EDIT_EVERY_MS);
  }

  private async edit(place: Place, state: Message): Promise<boolean> {
    try {
      await this.deps.client.chat.update({ ...place, ...state });
      return true;
    } catch (error) {
      this.deps.log.warn({ error, userId: this.post.userId }, "A sync's message could not be edited");
      return false;
    }
  }

  private async postAnew(state: Message): Promise<boolean> {
    try {
      await postToDm(this.deps.client, this.post.userId, state);
      return true;
    } catch (error) {
      this.deps.log.warn({ error, userId: this.post.userId }, "A sync's report could not be posted");
      return false;
    }
  }
}

/** Posts a message in the DM with somebody. */
export async function postToDm(client: WebClient, userId: string, message: Message): Promise<Place> {
  const { channel } = await client.conversations.open({ users: userId });
  if (channel?.id === undefined) throw new Error("Slack opened a DM and did not say which");
  const { ts } = await client.chat.postMessage({ channel: channel.id, unfurl_links: false, ...message });
  if (ts === undefined) throw new Error("Slack posted a message and did not say when");
  return { channel: channel.id, ts };
}
