import type { AppResponse } from "../http/exchange";
import type { Json } from "../json";
import { BOT } from "../state/members";
import type { SlackMessage } from "../state/messages";
import { type PersonAction, performAction } from "./block-action";
import { type TypedCommand, typeCommand } from "./command";
import type { Entries } from "./entries";
import { openHome, sendEvent, verifyUrl } from "./event";
import type { PeopleDeps } from "./interaction";
import { type PersonMessage, postAs, write } from "./message";
import { closeModal, type ModalRef, type SubmissionResult, submitModal } from "./modal";

/** Everything that people, and Slack itself, can do towards the app. */
export interface WorkspaceActions {
  command(typed: TypedCommand): Promise<AppResponse & { responseUrl: string }>;
  action(action: PersonAction): Promise<AppResponse & { responseUrl?: string }>;
  submitView(modal: ModalRef & { readonly entries?: Entries }): Promise<SubmissionResult>;
  /** `null` when the view did not ask to be notified. */
  closeView(modal: ModalRef & { readonly all?: boolean }): Promise<AppResponse | null>;
  openHome(user: string, tab?: "home" | "messages"): Promise<AppResponse>;
  /** Posts a message as that person, without an event to the app. */
  say(sent: Omit<PersonMessage, "files">): SlackMessage;
  /** Posts a message or files as that person. In a direct conversation the app gets an event; otherwise it is `null`. */
  write(sent: PersonMessage): Promise<AppResponse | null>;
  /** Adds a member (the app unless given) to a channel. */
  invite(channel: string, user?: string): void;
  event(event: Json): Promise<AppResponse>;
  verifyUrl(): Promise<AppResponse & { readonly verified: boolean }>;
}

export function workspaceActions(deps: PeopleDeps): WorkspaceActions {
  const { workspace } = deps;
  return {
    command: (typed) => typeCommand(deps, typed),
    action: (action) => performAction(deps, action),
    submitView: (modal) => submitModal(deps, modal),
    closeView: (modal) => closeModal(deps, modal),
    openHome: (user, tab) => openHome(deps, user, tab),
    event: (event) => sendEvent(deps, event),
    verifyUrl: () => verifyUrl(deps),
    invite: (channel, user = BOT.userId) => {
      workspace.channels.join(channel, user);
    },
    say: (sent) => postAs(workspace, sent),
    write: (sent) => write(deps, sent),
  };
}
