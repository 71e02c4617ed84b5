import { Channels, type SlackChannel } from "./channels";
import { FileStore } from "./files";
import { BOT, builtIns, isPerson, type SlackMember } from "./members";
import { MessageLog } from "./messages";
import { SlackError } from "./slack-error";
import { Triggers } from "./triggers";
import { loadUserGroups, type SlackUserGroup, type UserGroups } from "./user-groups";
import { Views } from "./views";

/** Something that people see has changed. */
export type Change =
  | { readonly kind: "message"; readonly channel: string; readonly ts: string }
  | { readonly kind: "home" | "modal"; readonly user: string };

/** Everything the workspace holds. */
export interface Workspace {
  readonly now: () => Date;
  readonly team: { readonly id: string; readonly name: string };
  /** By id, including Slackbot and the app's own user. */
  readonly members: Map<string, SlackMember>;
  readonly userGroups: UserGroups;
  readonly channels: Channels;
  readonly messages: MessageLog;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly files: FileStore;
  /** The kinds of blocks that Slack has not rolled out here: it does not know them. */
  readonly unknownBlocks: Set<string>;
  /** The URL where the workspace is served, such as `http://127.0.0.1:4000`. */
  readonly origin: () => string;
  notify(change: Change): void;
  /** Resets people and channels to the start, and deletes messages, Homes and modals. */
  restore(): void;
}

/** What a workspace starts with. */
export interface WorkspaceSeed {
  readonly now: () => Date;
  readonly team: { readonly id: string; readonly name: string };
  readonly members: readonly SlackMember[];
  readonly channels?: readonly SlackChannel[];
  readonly userGroups?: readonly SlackUserGroup[];
  readonly origin: () => string;
}

/** Creates a workspace with its people and channels, without any message. */
export function createWorkspace(seed: WorkspaceSeed, notify: (change: Change) => void): Workspace {
  const members = new Map<string, SlackMember>();
  const loadMembers = () => {
    members.clear();
    for (const each of [...builtIns(), ...seed.members]) members.set(each.id, each);
  };
  loadMembers();
  const userGroups: UserGroups = new Map();
  loadUserGroups(userGroups, seed.userGroups ?? []);
  const channels = new Channels(seed.channels ?? [], members);
  const messages = new MessageLog(seed.now);
  const views = new Views(seed.now, seed.team.id);
  const files = new FileStore(seed.now);
  const unknownBlocks = new Set<string>();
  const restore = () => {
    loadMembers();
    loadUserGroups(userGroups, seed.userGroups ?? []);
    channels.restore();
    messages.clear();
    views.clear();
    files.clear();
    unknownBlocks.clear();
  };
  const triggers = new Triggers(seed.now);
  const { now, team, origin } = seed;
  const parts = { channels, messages, views, triggers, files, unknownBlocks };
  return { now, team, members, userGroups, ...parts, origin, notify, restore };
}

/**
 * Finds the direct conversation with a member.
 *
 * @throws {Refusal} when there is no such member, or none that the app can write to.
 */
export function directWith(workspace: Workspace, userId: string | undefined): string {
  const member = userId === undefined ? undefined : workspace.members.get(userId);
  if (member === undefined) throw new SlackError("user_not_found");
  if (member.deactivated) throw new SlackError("user_disabled");
  if (!isPerson(member)) throw new SlackError(member.id === BOT.userId ? "cannot_dm_self" : "cannot_dm_bot");
  return workspace.channels.direct(member.id).id;
}
