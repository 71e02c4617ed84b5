import type { WebClient } from "@slack/web-api";
import type { Log } from "../../log";
import type { DayRange } from "../../time/day";
import type { Message } from "../ui/blocks";
import { editOrPost, type MessageRef, postToDm } from "./messages";

const EDIT_EVERY_MS = 1_000;

interface LiveMessageDeps {
  readonly client: WebClient;
  readonly log: Log;
  readonly sleep: (ms: number) => Promise<void>;
  readonly messages: LiveMessages;
  /** The days of the sync, for whoever tries again. */
  readonly range: DayRange;
}

/** Keeps which messages show a sync that is under way, for when this process ends before it. */
export interface LiveMessages {
  /** This message shows from now on how a sync of this process stands. */
  shown(message: MessageRef, range: DayRange): Promise<void>;
  /** It shows how the sync ended. */
  ended(message: MessageRef): Promise<void>;
}

/**
 * One message in the DM with somebody that shows the newest of many states, edited at most once a second. States that
 * come faster are skipped, the last one never is.
 */
export class LiveMessage {
  private next: Message | null = null;
  private delivery: Promise<void> | null = null;
  /** Resolves when the next edit may be sent. */
  private cooldown: Promise<void> = Promise.resolve();
  private readonly posted: Promise<MessageRef | null>;

  constructor(
    private readonly deps: LiveMessageDeps,
    private readonly post: { readonly userId: string; readonly first: Message },
  ) {
    this.posted = this.open().catch((error: unknown) => {
      deps.log.warn({ error, userId: post.userId }, "The message for a sync's progress could not be posted");
      return null;
    });
  }

  /** Shows this state unless a newer one comes first. */
  show(state: Message): void {
    this.next = state;
    this.delivery ??= this.deliver();
  }

  /** Shows the last state, as a new message where the first cannot be edited; says in which channel, or `null` when neither worked. */
  async finish(state: Message): Promise<string | null> {
    this.next = null;
    await this.delivery;
    const ref = await this.posted;
    await this.cooldown;
    const post = () => this.postToDm(state);
    const notEdited = (error: unknown) => this.warnNotEdited(error);
    try {
      if (ref === null) return (await post()).channel;
      await editOrPost(this.deps.client, { ref, message: state, notEdited, post });
      return ref.channel;
    } catch (error) {
      this.deps.log.warn({ error, userId: this.post.userId }, "A sync's report could not be posted");
      return null;
    } finally {
      // The sync is over, whatever became of its report: nobody is to say later that it did not finish.
      if (ref !== null) await this.deps.messages.ended(ref).catch((error: unknown) => this.warnNotKept(error));
    }
  }

  private async open(): Promise<MessageRef> {
    const ref = await this.postToDm(this.post.first);
    this.coolDown();
    await this.deps.messages.shown(ref, this.deps.range).catch((error: unknown) => this.warnNotKept(error));
    return ref;
  }

  private async deliver(): Promise<void> {
    const ref = await this.posted;
    await this.cooldown;
    while (ref !== null && this.next !== null) {
      const state = this.next;
      this.next = null;
      await this.deps.client.chat.update({ ...ref, ...state }).catch((error: unknown) => this.warnNotEdited(error));
      this.coolDown();
      await this.cooldown;
    }
    this.delivery = null;
  }

  private coolDown(): void {
    this.cooldown = this.deps.sleep(EDIT_EVERY_MS);
  }

  private postToDm(message: Message): Promise<MessageRef> {
    return postToDm(this.deps.client, { userId: this.post.userId, message });
  }

  private warnNotKept(error: unknown): void {
    this.deps.log.warn({ error }, "Which message shows a sync could not be kept");
  }

  private warnNotEdited(error: unknown): void {
    this.deps.log.warn({ error, userId: this.post.userId }, "A sync's message could not be edited");
  }
}
