import type { WebClient } from "@slack/web-api";
import type { Member } from "../../people/person";
import { isZone } from "../../time/day";

/** The most that Slack gives: 12,000 members are 12 requests, of which it allows 20 a minute. */
const MEMBERS_A_PAGE = 1_000;

/** A user as `users.list` and `users.info` give them: the fields we read. */
export interface SlackUser {
  readonly id?: string | undefined;
  /** The workspace that the user belongs to, which in a shared channel may be another one. */
  readonly team_id?: string | undefined;
  /** Names all workspaces of an organization that the user belongs to. */
  readonly enterprise_user?: { readonly teams?: readonly string[] | undefined } | undefined;
  readonly name?: string | undefined;
  readonly real_name?: string | undefined;
  readonly tz?: string | undefined;
  readonly deleted?: boolean | undefined;
  readonly is_bot?: boolean | undefined;
  readonly is_restricted?: boolean | undefined;
  readonly is_ultra_restricted?: boolean | undefined;
  readonly is_stranger?: boolean | undefined;
  readonly is_admin?: boolean | undefined;
  readonly is_owner?: boolean | undefined;
  readonly is_primary_owner?: boolean | undefined;
  readonly profile?:
    | {
        readonly email?: string | undefined;
        readonly real_name?: string | undefined;
        readonly display_name?: string | undefined;
      }
    | undefined;
}

/** Reads all members of the workspace; deactivated people, guests and bots are marked as such. */
export async function readMembers(client: WebClient): Promise<Member[]> {
  const members: Member[] = [];
  const team = await readHomeTeam(client);
  let cursor: string | undefined;
  do {
    const page = await client.users.list({ limit: MEMBERS_A_PAGE, ...(cursor === undefined ? {} : { cursor }) });
    for (const user of page.members ?? [])
      if (isMemberId(user.id)) members.push(memberOf({ ...user, id: user.id }, team));
    // Slack ends a list with an empty cursor or with none.
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return members;
}

/** Reads the id of the workspace that the bot is installed in. */
export async function readHomeTeam(client: WebClient): Promise<string | undefined> {
  return (await client.auth.test()).team_id;
}

/** Ids become part of keys, which can be split again because ids hold only these characters. */
function isMemberId(id: string | undefined): id is string {
  return id !== undefined && /^[UW][A-Z0-9]{1,40}$/.test(id);
}

/**
 * Turns a user of Slack's into a member; whoever belongs to another workspace than this counts as a guest. Slackbot is
 * not flagged as a bot, so it is recognized by its id.
 */
export function memberOf(user: SlackUser & { readonly id: string }, homeTeam: string | undefined): Member {
  const { id, profile, tz } = user;
  return {
    id,
    name: profile?.real_name || user.real_name || profile?.display_name || user.name || id,
    email: profile?.email?.trim().toLowerCase() || null,
    tz: tz !== undefined && isZone(tz) ? tz : null,
    deactivated: user.deleted === true,
    bot: user.is_bot === true || id === "USLACKBOT",
    guest: user.is_restricted === true || user.is_ultra_restricted === true || isForeign(user, homeTeam),
    workspaceAdmin: user.is_admin === true || user.is_owner === true,
    ...(user.is_primary_owner === true && { primaryOwner: true }),
  };
}

/** `is_stranger` alone does not tell: Slack leaves it out for people of other workspaces whom a shared channel brings here. */
function isForeign({ is_stranger, team_id, enterprise_user }: SlackUser, homeTeam: string | undefined): boolean {
  if (is_stranger === true) return true;
  if (homeTeam === undefined || team_id === undefined || team_id === homeTeam) return false;
  return enterprise_user?.teams?.includes(homeTeam) !== true;
}
