import { chatDelete, chatPostEphemeral, chatPostMessage, chatUpdate } from "./chat";
import {
  conversationsHistory,
  conversationsInfo,
  conversationsJoin,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
} from "./conversations";
import type { Method } from "./method";
import { authTest, teamInfo } from "./team";
import { usersInfo, usersList, usersLookupByEmail } from "./users";
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from "./views";

/** Every method that is played, with the calls a minute that Slack's tier of it allows. */
export const METHODS: ReadonlyMap<string, { readonly run: Method; readonly perMinute: number }> = new Map([
  ["auth.test", { run: authTest, perMinute: 300 }],
  ["team.info", { run: teamInfo, perMinute: 50 }],
  ["users.list", { run: usersList, perMinute: 20 }],
  ["users.info", { run: usersInfo, perMinute: 100 }],
  ["users.lookupByEmail", { run: usersLookupByEmail, perMinute: 50 }],
  ["conversations.open", { run: conversationsOpen, perMinute: 50 }],
  ["conversations.list", { run: conversationsList, perMinute: 20 }],
  ["conversations.info", { run: conversationsInfo, perMinute: 50 }],
  ["conversations.join", { run: conversationsJoin, perMinute: 50 }],
  ["conversations.members", { run: conversationsMembers, perMinute: 100 }],
  ["conversations.history", { run: conversationsHistory, perMinute: 50 }],
  ["chat.postMessage", { run: chatPostMessage, perMinute: 300 }],
  ["chat.update", { run: chatUpdate, perMinute: 50 }],
  ["chat.delete", { run: chatDelete, perMinute: 50 }],
  ["chat.postEphemeral", { run: chatPostEphemeral, perMinute: 100 }],
  ["views.publish", { run: viewsPublish, perMinute: 100 }],
  ["views.open", { run: viewsOpen, perMinute: 100 }],
  ["views.push", { run: viewsPush, perMinute: 100 }],
  ["views.update", { run: viewsUpdate, perMinute: 100 }],
]);
