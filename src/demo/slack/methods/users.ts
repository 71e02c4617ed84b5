import { type SlackMember, userObject } from "../state/members";
import { Refusal } from "../state/slack-error";
import type { World } from "../state/workspace";
import type { Method } from "./method";
import { page } from "./pages";

/** Slack gives no more than this at once, and wants a limit from larger workspaces. */
const USERS_A_PAGE = 200;
const WITHOUT_LIMIT = 1_000;

export const usersList: Method = (args, world) => {
  const everybody = [...world.members.values()];
  if (!args.has("limit") && everybody.length > WITHOUT_LIMIT) throw new Refusal("limit_required");
  const { items, beside } = page(everybody, args, { most: USERS_A_PAGE, usual: WITHOUT_LIMIT });
  const now = world.now();
  return {
    members: items.map((each) => userObject(each, { teamId: world.team.id, now })),
    cache_ts: Math.floor(now.getTime() / 1000),
    ...beside,
  };
};

export const usersInfo: Method = (args, world) => {
  const member = world.members.get(args.need("user"));
  if (member === undefined) throw new Refusal("user_not_found");
  return { user: object(member, world) };
};

export const usersLookupByEmail: Method = (args, world) => {
  const email = args.need("email").toLowerCase();
  const member = [...world.members.values()].find((each) => each.email?.toLowerCase() === email && !each.deactivated);
  if (member === undefined) throw new Refusal("users_not_found");
  return { user: object(member, world) };
};

function object(member: SlackMember, world: World) {
  return userObject(member, { teamId: world.team.id, now: world.now() });
}
