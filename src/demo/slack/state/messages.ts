import type { Json } from "../json";
import { BOT } from "./members";

/** What a message looked like from one moment on. */
export interface MessageVersion {
  readonly at: Date;
  readonly text: string;
  readonly blocks: readonly Json[];
}

/** A message that Slack accepted. */
export interface SlackMessage {
  readonly channel: string;
  readonly ts: string;
  /** Who wrote it: a member's id. */
  readonly author: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly metadata?: Json;
  readonly threadTs?: string;
  /** What was dropped with it, as Slack shows files. */
  readonly files?: readonly Json[];
  /** The only one who sees it, when it is ephemeral. */
  readonly to?: string;
  /** Every version that was ever shown, the first and the present one too. */
  readonly edits: readonly MessageVersion[];
  /** Slack marks a message as edited when its text changed, not when its blocks did. */
  readonly editedTs?: string;
  readonly deletedAt?: Date;
  /** From when on histories show it, when that was later than it was posted. */
  readonly shownFrom?: Date;
}

/** What somebody wants to say. */
export type NewMessage = Pick<SlackMessage, "channel" | "author" | "text" | "blocks"> &
  Partial<Pick<SlackMessage, "metadata" | "threadTs" | "to" | "files">>;

/** All messages of the workspace in the order they came, deleted ones too. */
export class MessageLog {
  readonly #byChannel = new Map<string, SlackMessage[]>();
  readonly #order: { readonly channel: string; readonly at: number }[] = [];
  #lastMicros = 0;
  /** How long after it was posted a message is shown in histories, on the workspace's clock. */
  historyDelayMs = 0;

  constructor(private readonly now: () => Date) {}

  /** Forgets every message, and how late it once was. */
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

  /** Shows the message in another version; `metadata` stays unless given. */
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

  /** A time stamp that no earlier message has, and that is above all of them even when the clock was turned back. */
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

/** The message as Slack's answers and payloads give it; its metadata only to who asked for it. */
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
