import type { Message } from "./delivery";
import type { PostAnswer } from "./outcome";

/** A message on its way. */
export interface Letter {
  /** A channel's id, or a person's for the direct conversation with them. */
  readonly to: string;
  readonly message: Message;
  /** By which it is known again in Slack's history. */
  readonly marker: string;
}

/** What deliveries need of Slack. */
export interface Poster {
  /** Posts once, and never throws: what cannot be told is `lost`. */
  post(letter: Letter): Promise<PostAnswer>;
  /** The direct conversation with a person. @throws when Slack does not say. */
  conversation(userId: string): Promise<string>;
  /** Time stamps of our messages with this marker since then, the earliest first. @throws when history cannot be read. */
  find(sought: { readonly channel: string; readonly marker: string; readonly since: Date }): Promise<readonly string[]>;
  /** Takes a message back; one that is gone already is no error. */
  remove(place: { readonly channel: string; readonly ts: string }): Promise<void>;
}
