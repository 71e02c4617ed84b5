import type { CopperAccount } from "./account";

/**
 * The user of a record as it is listed now. Of one who was removed it may come empty, in whatever way: here as `null`, as 0 or as
 * an empty text, by the user's id.
 */
export function userNow(id: number | null, users: CopperAccount["users"]): number | string | null {
  if (id === null || !users.wasRemoved(id)) return id;
  return EMPTY[id % EMPTY.length] ?? null;
}

const EMPTY = [null, 0, ""] as const;
