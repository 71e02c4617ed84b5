import type { Json } from "../json";
import { BOT, isPerson, type SlackMember } from "./members";
import { SlackError } from "./slack-error";

/** A channel to start with. Without `members`, all active members except guests are in it; the app is not. */
export interface SlackChannel {
  readonly id: string;
  readonly name: string;
  readonly isPrivate?: boolean;
  readonly members?: readonly string[];
  readonly archived?: boolean;
}

/** A channel, or the conversation of one person with the app. */
export interface Conversation {
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "im";
  readonly archived: boolean;
  readonly members: ReadonlySet<string>;
  /** The person of a direct conversation. */
  readonly user?: string;
}

/** The workspace's conversations; direct ones are created when first requested. */
export class Channels {
  readonly #all = new Map<string, Conversation>();

  constructor(
    private readonly seed: readonly SlackChannel[],
    private readonly members: ReadonlyMap<string, SlackMember>,
  ) {
    this.restore();
  }

  /** Resets to the channels it started with, without any direct conversation. */
  restore(): void {
    this.#all.clear();
    const everybody = [...this.members.values()].filter((each) => isPerson(each) && !each.guest).map(({ id }) => id);
    for (const { id, name, isPrivate, members: named, archived } of this.seed) {
      const kind = isPrivate === true ? "private" : "public";
      this.#all.set(id, { id, name, kind, archived: archived ?? false, members: new Set(named ?? everybody) });
    }
  }

  /** All that exist, direct ones too. */
  list(): readonly Conversation[] {
    return [...this.#all.values()];
  }

  /** The person's conversation with the app; its id is the person's with a D instead of the U. */
  direct(user: string): Conversation {
    const id = `D${user.slice(1)}`;
    const known = this.#all.get(id);
    if (known !== undefined) return known;
    const created = {
      id,
      name: "directmessage",
      kind: "im",
      archived: false,
      members: new Set([user, BOT.userId]),
      user,
    };
    return this.#put({ ...created, kind: "im" });
  }

  find(id: string): Conversation | undefined {
    const known = this.#all.get(id);
    if (known !== undefined || !id.startsWith("D")) return known;
    const person = [...this.members.values()].find((each) => `D${each.id.slice(1)}` === id && isPerson(each));
    return person === undefined ? undefined : this.direct(person.id);
  }

  /** By name, with or without `#`. */
  named(name: string): Conversation | undefined {
    return this.list().find((each) => each.kind !== "im" && each.name === name.replace(/^#/, ""));
  }

  /**
   * Finds a conversation that the app may see: private channels only if it is in them.
   *
   * @throws {Refusal}
   */
  visible(id: string): Conversation {
    const found = this.find(id);
    const hidden = found?.kind === "private" && !found.members.has(BOT.userId);
    if (found === undefined || hidden) throw new SlackError("channel_not_found");
    return found;
  }

  join(id: string, user: string): Conversation {
    const channel = this.find(id);
    if (channel === undefined) throw new SlackError("channel_not_found");
    return this.#put({ ...channel, members: new Set([...channel.members, user]) });
  }

  #put(conversation: Conversation): Conversation {
    this.#all.set(conversation.id, conversation);
    return conversation;
  }
}

/** The conversation as `conversations.info` gives it. */
export function channelObject(channel: Conversation): Json {
  const common = { id: channel.id, created: 1_700_000_000, is_archived: channel.archived };
  if (channel.kind === "im") {
    return { ...common, is_im: true, is_channel: false, user: channel.user, is_org_shared: false };
  }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === "private",
    is_general: false,
    is_member: channel.members.has(BOT.userId),
    num_members: channel.members.size,
    topic: { value: "", creator: "", last_set: 0 },
    purpose: { value: "", creator: "", last_set: 0 },
  };
}
