import { type SlackMember, userObject } from "../state/members";
import { SlackError } from "../state/slack-error";
import type { Workspace } from "../state/workspace";
import type { Method } from "./method";
import { page } from "./pages";

/** Slack's largest page, and the size of a workspace from which it requires a limit. */
const USERS_A_PAGE = 1_000;
const WITHOUT_LIMIT = 1_000;

export const usersList: Method = (args, workspace) => {
  const everybody = [...workspace.members.values()];
  if (!args.has("limit") && everybody.length > WITHOUT_LIMIT) throw new SlackError("limit_required");
  const { items, nextPage } = page(everybody, args, { max: USERS_A_PAGE, defaultSize: WITHOUT_LIMIT });
  const now = workspace.now();
  return {
    members: items.map((each) => userObject(each, { teamId: workspace.team.id, now })),
    cache_ts: Math.floor(now.getTime() / 1000),
    ...nextPage,
  };
};

export const usersInfo: Method = (args, workspace) => {
  const member = workspace.members.get(args.required("user"));
  if (member === undefined) throw new SlackError("user_not_found");
  return { user: userOf(member, workspace) };
};

export const usersLookupByEmail: Method = (args, workspace) => {
  const email = args.required("email").toLowerCase();
  const member = [...workspace.members.values()].find(
    (each) => each.email?.toLowerCase() === email && !each.deactivated,
  );
  if (member === undefined) throw new SlackError("users_not_found");
  return { user: userOf(member, workspace) };
};

function userOf(member: SlackMember, workspace: Workspace) {
  return userObject(member, { teamId: workspace.team.id, now: workspace.now() });
}
