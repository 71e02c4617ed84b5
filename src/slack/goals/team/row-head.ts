import type { Button } from "@slack/types";
import type { GoalLine } from "../../../goals/overview";
import { isBehind } from "../../../goals/status";
import { firstNeed } from "../../../goals/teams/standings";
import { messageButton } from "../../ui/message-button";
import { plainLabel } from "../../ui/text";
import { metricWhyButton } from "../../why/button-view";
import type { NamedMember } from "./behind-view";
import type { RowHead, RowPerson } from "./person-row-view";

type Named = Pick<NamedMember, "userId" | "name">;

export interface RowHeads {
  readonly people: readonly NamedMember[];
  /** Tells whether a goal is looked at. */
  readonly isAsked?: (line: GoalLine) => boolean;
  /** Slack's id of the workspace, which a link to somebody names; `null` where it is not known, and without it there is no link. */
  readonly workspace?: string | null;
  /** What stands before the other buttons. */
  readonly first?: (person: Named) => readonly Button[];
}

/**
 * Names somebody by a mention, which pings nobody on a page or in a message to its reader alone, above what their manager does next: the
 * records of what they are behind in the most, a message to them, which is the first thing to do on the page where one begins with them. A
 * phone has no room for buttons beside words.
 */
export function rowHead({
  people,
  isAsked = () => true,
  workspace = null,
  first = () => [],
}: RowHeads): (person: RowPerson) => RowHead {
  const goalsOf = new Map(people.map(({ userId, overview }) => [userId, overview.goals]));
  return (person) => {
    const { userId, name, starts = false } = person;
    const worst = firstNeed((goalsOf.get(userId) ?? []).filter(isAsked).filter(isBehind));
    return {
      title: `<@${userId}>`,
      buttons: [
        ...first(person),
        ...(worst === undefined ? [] : [whyOf(worst, { userId, name })]),
        ...(workspace === null ? [] : [messageButton(person, { workspace, isFirst: starts })]),
      ],
    };
  };
}

/** "Why? calls", which says of whom to whoever cannot see above what it stands. */
function whyOf(goal: GoalLine, { userId, name }: Named): Button {
  const asked = metricWhyButton(goal, userId);
  return { ...asked, accessibility_label: plainLabel(`${asked.text.text}, ${name}`) };
}
