import type { Button } from "@slack/types";
import type { GoalLine } from "../../../goals/overview";
import { isBehind } from "../../../goals/status";
import { byNeed } from "../../../goals/teams/standings";
import { messageButton } from "../../ui/message-button";
import { plainLabel } from "../../ui/text";
import { type AskedFigure, whyButtonOf } from "../../why/button-view";
import type { NamedMember } from "./behind-view";
import type { RowHead, RowPerson } from "./person-row-view";

type Named = Pick<NamedMember, "userId" | "name">;

export interface RowHeads {
  readonly people: readonly NamedMember[];
  /** Tells whether a goal is looked at. */
  readonly isAsked?: (line: GoalLine) => boolean;
  /** Slack's id of the workspace, which a link to somebody names; `null` where it is not known, and without it there is no link. */
  readonly workspace?: string | null;
  /** Whether its own *Why?* is there; not where one of the whole message asks of everybody. */
  readonly asks?: boolean;
  /** What stands behind the other buttons. */
  readonly last?: (person: Named) => readonly Button[];
}

/**
 * Names somebody by a mention, which pings nobody on a page or in a message to its reader alone, above what their manager does next: a message
 * to them, which is the first thing to do on the page where one begins with them, and the records of what their row tells of. A phone has no
 * room for buttons beside words.
 */
export function rowHead({
  people,
  isAsked = () => true,
  workspace = null,
  asks = true,
  last = () => [],
}: RowHeads): (person: RowPerson) => RowHead {
  const goalsOf = new Map(people.map(({ userId, overview }) => [userId, overview.goals]));
  return (person) => {
    const { userId, name, starts = false, figures } = person;
    const behind = () => (goalsOf.get(userId) ?? []).filter(isAsked).filter(isBehind).sort(byNeed);
    return {
      title: `<@${userId}>`,
      buttons: [
        ...(workspace === null ? [] : [messageButton(person, { workspace, isFirst: starts })]),
        ...(asks ? whyOf(figures ?? behind(), { userId, name }) : []),
        ...last(person),
      ],
    };
  };
}

/** "Why?", which says of whom to whoever cannot see below what it stands. */
function whyOf(figures: readonly AskedFigure[], { userId, name }: Named): readonly Button[] {
  const label = { accessibility_label: plainLabel(`Why these numbers? ${name}`) };
  return whyButtonOf(figures, userId).map((asked) => ({ ...asked, ...label }));
}
