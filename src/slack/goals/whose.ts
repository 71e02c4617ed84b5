import type { GoalKey } from "../../goals/edit";
import { metricOf } from "../../metrics/metrics";
import { foreign } from "../ui/text";

/** The owner of a goal: the reader, another person, or the team. */
export type GoalOwner =
  | { readonly kind: "reader" }
  | { readonly kind: "other"; readonly name: string }
  | { readonly kind: "team" };

/** "Your goal", "Ben's goal", "The team's goal"; as mrkdwn. */
export function goalOf(whose: GoalOwner): string {
  switch (whose.kind) {
    case "reader":
      return "Your goal";
    case "other":
      return `${foreign(whose.name)}'s goal`;
    case "team":
      return "The team's goal";
  }
}

/** "E-mails, daily". */
export function goalTitle({ type, period }: Pick<GoalKey, "type" | "period">): string {
  return `${metricOf(type).title}, ${period}`;
}

/** Resolves whose goal it is, from the point of view of this reader. */
export function resolveSubject({
  key,
  by,
  person,
}: {
  readonly key: Pick<GoalKey, "userId" | "team">;
  /** Who reads it: their Slack id. */
  readonly by: string;
  readonly person: { readonly name: string } | null;
}): GoalOwner {
  if (key.userId === undefined) return { kind: "team" };
  return key.userId === by ? { kind: "reader" } : { kind: "other", name: person?.name ?? key.userId };
}
