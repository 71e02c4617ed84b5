import type { Button } from "@slack/types";
import type { TeamLine } from "../../../../goals/overview";
import { isBehind } from "../../../../goals/status";
import { firstNeed } from "../../../../goals/teams/standings";
import type { RowHead } from "../../../goals/team/person-row-view";
import { button } from "../../../ui/blocks";
import { metricWhyButton } from "../../../why/button-view";
import type { HomeLocation } from "../../location";
import { goalsButton, type Teammate } from "../person-page";

/** "Message" below somebody's row: Slack opens one's messages with them by the button's link. */
export const MESSAGE_PERSON = "message_person";

export interface RowHeads {
  readonly location: HomeLocation;
  readonly people: readonly Teammate[];
  /** Slack's id of the workspace, which a link to somebody names; `null` where it is not known, and without it there is no link. */
  readonly workspace?: string | null;
}

/**
 * Names somebody by a mention, which on a page pings nobody, above what their manager does next: their goals, the records of what they are
 * behind in the most, a message to them. A phone has no room for buttons beside words.
 */
export function rowHead({
  location,
  people,
  workspace = null,
}: RowHeads): (person: Pick<Teammate, "userId" | "name">) => RowHead {
  const goalsOf = new Map(people.map(({ userId, overview }) => [userId, overview.goals]));
  return ({ userId, name }) => {
    const worst = firstNeed((goalsOf.get(userId) ?? []).filter(isAsked(location)).filter(isBehind));
    return {
      title: `<@${userId}>`,
      buttons: [
        goalsButton({ userId, name }, location),
        ...(worst === undefined ? [] : [metricWhyButton(worst, userId)]),
        ...(workspace === null ? [] : [messageButton({ userId, name }, workspace)]),
      ],
    };
  };
}

function messageButton({ userId, name }: Pick<Teammate, "userId" | "name">, workspace: string): Button {
  return button(MESSAGE_PERSON, "Message", {
    url: `slack://user?team=${workspace}&id=${userId}`,
    accessibility_label: `Message ${name}`.slice(0, 75),
  });
}

/** Tells whether a goal is of the metric and the period that are chosen. */
export function isAsked({ metric, period }: HomeLocation): (line: Pick<TeamLine, "type" | "period">) => boolean {
  return (line) => (metric === null || line.type === metric) && (period === undefined || line.period === period);
}
