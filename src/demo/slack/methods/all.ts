import { chatDelete, chatGetPermalink, chatPostEphemeral, chatPostMessage, chatUpdate } from "./chat";
import {
  conversationsHistory,
  conversationsInfo,
  conversationsJoin,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
} from "./conversations";
import { filesCompleteUploadExternal, filesGetUploadURLExternal } from "./files";
import type { Method } from "./method";
import { usergroupsList, usergroupsUsersList } from "./user-groups";
import { usersInfo, usersList, usersLookupByEmail } from "./users";
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from "./views";
import { authTest, botsInfo, filesInfo, teamInfo } from "./workspace";

/** A method, the calls a minute that Slack's tier of it allows, and the scope without which it is refused. */
interface MethodEntry {
  readonly run: Method;
  readonly perMinute: number;
  readonly scope?: string;
}

/** All methods of the fake. */
export const METHODS: ReadonlyMap<string, MethodEntry> = new Map<string, MethodEntry>([
  ["auth.test", { run: authTest, perMinute: 300 }],
  ["bots.info", { run: botsInfo, perMinute: 50, scope: "users:read" }],
  ["team.info", { run: teamInfo, perMinute: 50 }],
  ["users.list", { run: usersList, perMinute: 20 }],
  ["users.info", { run: usersInfo, perMinute: 100 }],
  ["users.lookupByEmail", { run: usersLookupByEmail, perMinute: 50 }],
  ["usergroups.list", { run: usergroupsList, perMinute: 20, scope: "usergroups:read" }],
  ["usergroups.users.list", { run: usergroupsUsersList, perMinute: 20, scope: "usergroups:read" }],
  ["conversations.open", { run: conversationsOpen, perMinute: 50 }],
  ["conversations.list", { run: conversationsList, perMinute: 20 }],
  ["conversations.info", { run: conversationsInfo, perMinute: 50, scope: "channels:read" }],
  ["conversations.join", { run: conversationsJoin, perMinute: 50 }],
  ["conversations.members", { run: conversationsMembers, perMinute: 100 }],
  ["conversations.history", { run: conversationsHistory, perMinute: 50 }],
  ["chat.postMessage", { run: chatPostMessage, perMinute: 300 }],
  ["chat.update", { run: chatUpdate, perMinute: 50 }],
  ["chat.delete", { run: chatDelete, perMinute: 50 }],
  ["chat.getPermalink", { run: chatGetPermalink, perMinute: 300 }],
  ["chat.postEphemeral", { run: chatPostEphemeral, perMinute: 100 }],
  ["files.info", { run: filesInfo, perMinute: 100, scope: "files:read" }],
  ["files.getUploadURLExternal", { run: filesGetUploadURLExternal, perMinute: 100, scope: "files:write" }],
  ["files.completeUploadExternal", { run: filesCompleteUploadExternal, perMinute: 100, scope: "files:write" }],
  ["views.publish", { run: viewsPublish, perMinute: 100 }],
  ["views.open", { run: viewsOpen, perMinute: 100 }],
  ["views.push", { run: viewsPush, perMinute: 100 }],
  ["views.update", { run: viewsUpdate, perMinute: 100 }],
]);
