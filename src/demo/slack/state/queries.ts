import type { Json } from "../json";
import { type Conversation, channelObject } from "./channels";
import { BOT, isPerson, type SlackMember, userObject } from "./members";
import type { SlackMessage } from "./messages";
import type { ShownView } from "./views";
import type { World } from "./workspace";

/** What can be asked about a workspace from outside. */
export interface Queries {
  /** Every accepted message of a conversation, also deleted ones and those only one person saw. */
  messages(channel: string): readonly SlackMessage[];
  allMessages(): readonly SlackMessage[];
  /** What a person sees now in all their conversations. */
  seenBy(user: string): readonly SlackMessage[];
  /** The last published Home, with its hash and how many there were. */
  home(user: string): ShownView | undefined;
  /** The person's open modals, the one on top last. */
  modals(user: string): readonly ShownView[];
  /** The id of the person's conversation with the app. */
  dm(user: string): string;
  members(): readonly SlackMember[];
  channels(): readonly Conversation[];
  /** The member as Slack shows them, for an event such as `user_change`. */
  user(id: string): Json | undefined;
}

export function queriesOf(world: World): Queries {
  return {
    messages: (channel) => world.messages.in(channel),
    allMessages: () => world.messages.all(),
    seenBy: (user) => seenBy(world, user),
    home: (user) => world.views.home(user),
    modals: (user) => world.views.modals(user),
    dm: (user) => world.channels.direct(user).id,
    members: () => [...world.members.values()],
    channels: () => world.channels.list(),
    user: (id) => {
      const member = world.members.get(id);
      return member === undefined ? undefined : userObject(member, { teamId: world.team.id, now: world.now() });
    },
  };
}

/** The workspace as JSON: all of it, or as one person sees it. */
export function stateOf(world: World, user: string | undefined): Json {
  const people = [...world.members.values()].filter((each) => isPerson(each) && (user ?? each.id) === each.id);
  const isIn = ({ members }: Conversation) => user === undefined || members.has(user);
  return {
    now: world.now().toISOString(),
    team: world.team,
    members: [...world.members.values()],
    channels: world.channels.list().filter(isIn).map(channelObject),
    bot: BOT,
    messages: user === undefined ? world.messages.all() : seenBy(world, user),
    homes: Object.fromEntries(people.map(({ id }) => [id, world.views.home(id) ?? null])),
    modals: Object.fromEntries(people.map(({ id }) => [id, world.views.modals(id)])),
  };
}

function seenBy(world: World, user: string): readonly SlackMessage[] {
  const mine = new Set(
    world.channels
      .list()
      .filter(({ members }) => members.has(user))
      .map(({ id }) => id),
  );
  return world.messages
    .all()
    .filter(({ channel, to, deletedAt }) => mine.has(channel) && (to ?? user) === user && deletedAt === undefined);
}
