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

function failure(error: unknown): GroupAnswer {
  if (error instanceof WebAPIPlatformError) return { kind: "failed", error: error.data.error };
  return { kind: "failed", error: error instanceof Error ? error.message : "no answer" };
}
