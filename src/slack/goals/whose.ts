import type { GoalKey } from "../../goals/edit";
import { metricOf } from "../../metrics/metrics";
import { foreign } from "../ui/text";

/** The owner of a goal: the reader, another person, or the team. */
export type GoalOwner =
  | { readonly kind: "reader" }
  | { readonly kind: "other"; readonly name: string }
  /** With the name of a named team; without one it is Everyone's. */
  | { readonly kind: "team"; readonly name?: string };

/** "Your goal", "Ben's goal", "Team goal", "West's goal"; as mrkdwn. */
export function goalOf(whose: GoalOwner): string {
  switch (whose.kind) {
    case "reader":
      return "Your goal";
    case "other":
      return `${foreign(whose.name)}'s goal`;
    case "team":
      return whose.name === undefined ? "Team goal" : `${foreign(whose.name)}'s goal`;
  }
}

/** "Emails, daily". */
export function goalTitle({ type, period }: Pick<GoalKey, "type" | "period">): string {
  return `${metricOf(type).title}, ${period}`;
}

/** Resolves whose goal it is, from the point of view of this reader. */
export function resolveSubject({
  key,
  by,
  person,
  team = null,
}: {
  readonly key: Pick<GoalKey, "userId" | "team">;
  /** Who reads it: their Slack id. */
  readonly by: string;
  readonly person: { readonly name: string } | null;
  /** The named team that it belongs to. */
  readonly team?: { readonly name: string } | null;
}): GoalOwner {
  if (key.userId === undefined) return { kind: "team", ...(team !== null && { name: team.name }) };
  return key.userId === by ? { kind: "reader" } : { kind: "other", name: person?.name ?? key.userId };
}
