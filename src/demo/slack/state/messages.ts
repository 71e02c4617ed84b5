import type { Json } from "../json";
import { BOT } from "./members";

/** One version of a message. */
export interface MessageVersion {
  readonly at: Date;
  readonly text: string;
  readonly blocks: readonly Json[];
}

/** A message that Slack accepted. */
export interface SlackMessage {
  readonly channel: string;
  readonly ts: string;
  /** The id of the member who wrote it. */
  readonly author: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly metadata?: Json;
  readonly threadTs?: string;
  /** Its files, as Slack's file objects. */
  readonly files?: readonly Json[];
  /** The only person who sees it, if it is ephemeral. */
  readonly to?: string;
  /** All versions, including the first and the current one. */
  readonly edits: readonly MessageVersion[];
  /** Slack marks a message as edited when its text changed, not when its blocks did. */
  readonly editedTs?: string;
  readonly deletedAt?: Date;
  /** When histories begin to show it, if that is later than it was posted. */
  readonly shownFrom?: Date;
}

/** A message to post. */
export type NewMessage = Pick<SlackMessage, "channel" | "author" | "text" | "blocks"> &
  Partial<Pick<SlackMessage, "metadata" | "threadTs" | "to" | "files">>;

/** All messages of the workspace in order of posting, including deleted ones. */
export class MessageLog {
  readonly #byChannel = new Map<string, SlackMessage[]>();
  readonly #order: { readonly channel: string; readonly at: number }[] = [];
  #lastMicros = 0;
  /** The delay before histories show a message, on the workspace's clock. */
  historyDelayMs = 0;

  constructor(private readonly now: () => Date) {}

  /** Deletes all messages and starts time stamps over. */
  clear(): void {
    this.#byChannel.clear();
    this.#order.length = 0;
    this.#lastMicros = 0;
  }

  post(newMessage: NewMessage): SlackMessage {
    const { text, blocks } = newMessage;
    const at = this.now();
    const delayed = this.historyDelayMs === 0 ? {} : { shownFrom: new Date(at.getTime() + this.historyDelayMs) };
    const message = { ...newMessage, ts: this.nextTs(), edits: [{ at, text, blocks }], ...delayed };
    const channel = this.#channel(newMessage.channel);
    this.#order.push({ channel: newMessage.channel, at: channel.length });
    channel.push(message);
    return message;
  }

  /** Replaces the message with another version; `metadata` stays unless given. */
  edit(
    { channel, ts }: { readonly channel: string; readonly ts: string },
    next: Pick<SlackMessage, "text" | "blocks"> & Partial<Pick<SlackMessage, "metadata" | "editedTs">>,
  ): SlackMessage | undefined {
    const version = { at: this.now(), text: next.text, blocks: next.blocks };
    return this.#replace(channel, ts, (old) => ({ ...old, ...next, edits: [...old.edits, version] }));
  }

  delete({ channel, ts }: { readonly channel: string; readonly ts: string }): SlackMessage | undefined {
    return this.#replace(channel, ts, (old) => ({ ...old, deletedAt: this.now() }));
  }

  /** The message, unless it was deleted. */
  find(channel: string, ts: string): SlackMessage | undefined {
    return this.#channel(channel).find((each) => each.ts === ts && each.deletedAt === undefined);
  }

  in(channel: string): readonly SlackMessage[] {
    return [...this.#channel(channel)];
  }

  all(): readonly SlackMessage[] {
    return this.#order.flatMap(({ channel, at }) => this.#channel(channel)[at] ?? []);
  }

  /** A unique time stamp, later than all before, even if the clock was turned back. */
  nextTs(): string {
    this.#lastMicros = Math.max(this.now().getTime() * 1000, this.#lastMicros + 1);
    const seconds = Math.floor(this.#lastMicros / 1_000_000);
    return `${seconds}.${String(this.#lastMicros % 1_000_000).padStart(6, "0")}`;
  }

  #replace(channel: string, ts: string, change: (old: SlackMessage) => SlackMessage): SlackMessage | undefined {
    const messages = this.#channel(channel);
    const at = messages.findIndex((each) => each.ts === ts && each.deletedAt === undefined);
    const old = messages[at];
    if (old === undefined) return undefined;
    const changed = change(old);
    messages[at] = changed;
    return changed;
  }

  #channel(id: string): SlackMessage[] {
    const known = this.#byChannel.get(id);
    if (known !== undefined) return known;
    const created: SlackMessage[] = [];
    this.#byChannel.set(id, created);
    return created;
  }
}

/** The message as in Slack's responses and payloads, with its metadata only on request. */
export function messageObject(
  message: SlackMessage,
  options: { readonly teamId: string; readonly metadata: boolean },
): Json {
  const { author, ts, text, blocks, threadTs, editedTs, metadata, files } = message;
  const byApp = author === BOT.userId;
  return {
    type: "message",
    user: author,
    ts,
    ...(byApp ? { bot_id: BOT.botId, app_id: BOT.appId } : {}),
    text,
    team: options.teamId,
    ...(blocks.length === 0 ? {} : { blocks }),
    ...(files === undefined ? {} : { files }),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(editedTs === undefined ? {} : { edited: { user: author, ts: editedTs } }),
    ...(options.metadata && metadata !== undefined ? { metadata } : {}),
  };
}
