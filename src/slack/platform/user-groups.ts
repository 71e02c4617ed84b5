import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { GroupAnswer, ReadGroups } from "../../teams/user-group";

/** A user group as `usergroups.list` gives it: the fields we read. */
interface ListedGroup {
  readonly id?: string | undefined;
  /** Unix seconds since which it is disabled; 0 while it is not. */
  readonly date_delete?: number | undefined;
  readonly users?: readonly string[] | undefined;
  readonly user_count?: number | undefined;
}

/**
 * Makes what reads user groups with their users: one list for all of them, and one request more for a group whose users it
 * leaves out. Whatever goes wrong is an answer.
 */
export function readUserGroups(client: WebClient): ReadGroups {
  return async (groupIds) => {
    if (groupIds.length === 0) return new Map();
    try {
      const { usergroups = [] } = await client.usergroups.list({ include_users: true, include_disabled: true });
      const listed = new Map(usergroups.map((group) => [group.id ?? "", group]));
      const answers = groupIds.map(async (id): Promise<[string, GroupAnswer]> => {
        return [id, await answerOf(client, { id, group: listed.get(id) })];
      });
      return new Map(await Promise.all(answers));
    } catch (error) {
      return new Map(groupIds.map((id) => [id, failure(error)]));
    }
  };
}

async function answerOf(
  client: WebClient,
  { id, group }: { readonly id: string; readonly group: ListedGroup | undefined },
): Promise<GroupAnswer> {
  if (group === undefined) return { kind: "missing" };
  if ((group.date_delete ?? 0) > 0) return { kind: "disabled" };
  const { users, user_count: count } = group;
  if (users !== undefined && (count === undefined || users.length >= Number(count))) return { kind: "listed", users };
  try {
    const read = await client.usergroups.users.list({ usergroup: id });
    return read.users === undefined ? { kind: "failed", error: "no users" } : { kind: "listed", users: read.users };
  } catch (error) {
    return failure(error);
  }
}

/** A user group that somebody may choose. */
export interface ChoosableGroup {
  readonly id: string;
  readonly name: string;
}

/** The workspace's user groups that are not disabled, by name; or Slack's error, such as `missing_scope`. */
export type ChoosableGroups =
  | { readonly ok: true; readonly groups: readonly ChoosableGroup[] }
  | { readonly ok: false; readonly error: string };

/** Lists the user groups to choose from, without their users; it answers a failure and never throws. */
export async function choosableGroups(client: WebClient): Promise<ChoosableGroups> {
  try {
    const { usergroups = [] } = await client.usergroups.list({});
    const groups = usergroups.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name: name ?? id }]));
    return { ok: true, groups: groups.sort((a, b) => a.name.localeCompare(b.name, "en")) };
  } catch (error) {
    return { ok: false, error: errorOf(error) };
  }
}

function failure(error: unknown): GroupAnswer {
  return { kind: "failed", error: errorOf(error) };
}

function errorOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  return error instanceof Error ? error.message : "no answer";
}
