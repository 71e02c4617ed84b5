import type { Json } from "../json";
import { type Conversation, channelObject } from "./channels";
import { BOT, isPerson, type SlackMember, userObject } from "./members";
import type { SlackMessage } from "./messages";
import type { ShownView } from "./views";
import type { Workspace } from "./workspace";

/** Queries about the workspace for tests and the demo. */
export interface Queries {
  /** All accepted messages of a conversation, including deleted and ephemeral ones. */
  messages(channel: string): readonly SlackMessage[];
  allMessages(): readonly SlackMessage[];
  /** What a person sees now in all their conversations. */
  visibleTo(user: string): readonly SlackMessage[];
  /** The last published Home, with its hash and the number of versions. */
  home(user: string): ShownView | undefined;
  /** The person's open modals, the top one last. */
  modals(user: string): readonly ShownView[];
  /** The id of the person's conversation with the app. */
  dm(user: string): string;
  members(): readonly SlackMember[];
  channels(): readonly Conversation[];
  /** The member as Slack shows them, for an event such as `user_change`. */
  user(id: string): Json | undefined;
}

export function queriesOf(workspace: Workspace): Queries {
  return {
    messages: (channel) => workspace.messages.in(channel),
    allMessages: () => workspace.messages.all(),
    visibleTo: (user) => visibleTo(workspace, user),
    home: (user) => workspace.views.home(user),
    modals: (user) => workspace.views.modals(user),
    dm: (user) => workspace.channels.direct(user).id,
    members: () => [...workspace.members.values()],
    channels: () => workspace.channels.list(),
    user: (id) => {
      const member = workspace.members.get(id);
      return member === undefined ? undefined : userObject(member, { teamId: workspace.team.id, now: workspace.now() });
    },
  };
}

/** The workspace as JSON: all of it, or as one person sees it. */
export function stateOf(workspace: Workspace, user: string | undefined): Json {
  const people = [...workspace.members.values()].filter((each) => isPerson(each) && (user ?? each.id) === each.id);
  const isIn = ({ members }: Conversation) => user === undefined || members.has(user);
  return {
    now: workspace.now().toISOString(),
    team: workspace.team,
    members: [...workspace.members.values()],
    channels: workspace.channels.list().filter(isIn).map(channelObject),
    bot: BOT,
    messages: user === undefined ? workspace.messages.all() : visibleTo(workspace, user),
    homes: Object.fromEntries(people.map(({ id }) => [id, workspace.views.home(id) ?? null])),
    modals: Object.fromEntries(people.map(({ id }) => [id, workspace.views.modals(id)])),
  };
}

function visibleTo(workspace: Workspace, user: string): readonly SlackMessage[] {
  const mine = new Set(
    workspace.channels
      .list()
      .filter(({ members }) => members.has(user))
      .map(({ id }) => id),
  );
  return workspace.messages
    .all()
    .filter(({ channel, to, deletedAt }) => mine.has(channel) && (to ?? user) === user && deletedAt === undefined);
}
