import type { AppAnswer } from "../http/exchange";
import type { Json } from "../json";
import { BOT } from "../state/members";
import type { SlackMessage } from "../state/messages";
import { act, type PersonAction } from "./block-action";
import { type TypedCommand, typeCommand } from "./command";
import type { Entries } from "./entries";
import { openHome, sendEvent, verifyUrl } from "./event";
import type { Desk } from "./interaction";
import { posted, type Written, write } from "./message";
import { closeModal, type ModalOf, type Submitted, submitModal } from "./modal";

/** Everything that people can do, and Slack itself, towards the app. */
export interface Acts {
  command(typed: TypedCommand): Promise<AppAnswer & { responseUrl: string }>;
  action(action: PersonAction): Promise<AppAnswer & { responseUrl?: string }>;
  submitView(modal: ModalOf & { readonly entries?: Entries }): Promise<Submitted>;
  /** `null` when the view did not ask to be told. */
  closeView(modal: ModalOf & { readonly all?: boolean }): Promise<AppAnswer | null>;
  openHome(user: string, tab?: "home" | "messages"): Promise<AppAnswer>;
  /** Writes a message as that person. The app is not told: send it an event if it should be. */
  say(said: Omit<Written, "files">): SlackMessage;
  /** Writes a message, or drops files, as that person; the app is told when it is alone with them, else it is `null`. */
  write(written: Written): Promise<AppAnswer | null>;
  /** Lets a member, the app unless given, into a channel. */
  invite(channel: string, user?: string): void;
  event(event: Json): Promise<AppAnswer>;
  verifyUrl(): Promise<AppAnswer & { readonly verified: boolean }>;
}

export function actsAt(desk: Desk): Acts {
  const { world } = desk;
  return {
    command: (typed) => typeCommand(desk, typed),
    action: (action) => act(desk, action),
    submitView: (modal) => submitModal(desk, modal),
    closeView: (modal) => closeModal(desk, modal),
    openHome: (user, tab) => openHome(desk, user, tab),
    event: (event) => sendEvent(desk, event),
    verifyUrl: () => verifyUrl(desk),
    invite: (channel, user = BOT.userId) => {
      world.channels.join(channel, user);
    },
    say: (said) => posted(world, said),
    write: (written) => write(desk, written),
  };
}
