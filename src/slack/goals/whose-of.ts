import type { GoalKey } from "../../goals/edit";
import type { Whose } from "../views/whose";

/** Whose goal it is, as it is said to this reader. */
export function whoseOf({
  key,
  by,
  person,
}: {
  readonly key: Pick<GoalKey, "userId" | "team">;
  /** Who reads it: their Slack id. */
  readonly by: string;
  readonly person: { readonly name: string } | null;
}): Whose {
  if (key.userId === undefined) return { kind: "team" };
  return key.userId === by ? { kind: "reader" } : { kind: "other", name: person?.name ?? key.userId };
}
