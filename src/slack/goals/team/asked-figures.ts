import type { TeamLine, TeamOverview } from "../../../goals/overview";
import { isBehind } from "../../../goals/status";
import { byNeed, firstNeed, standings } from "../../../goals/teams/standings";
import { METRICS } from "../../../metrics/metrics";
import type { WhoseFigure } from "../../why/button-view";

/**
 * Lists the figures of a team's answer to ask why of, those first that are asked of most: what each is behind in, whoever needs their manager
 * first, then the team's, then all others.
 *
 * @param whose the team as the subject of a question.
 */
export function askedFigures(
  members: TeamOverview["members"],
  { goals, whose }: { readonly goals: readonly TeamLine[]; readonly whose: string },
): readonly WhoseFigure[] {
  const { behind } = standings(members, {});
  const needs = behind.flatMap((one) => one.goals.map((figure) => ({ figure, whose: one.userId })));
  const team = METRICS.flatMap(({ type }) => firstNeed(goals.filter((goal) => goal.type === type)) ?? []);
  const others = members.flatMap(({ userId, overview }) => {
    const rest = overview.goals.filter((goal) => !isBehind(goal)).sort(byNeed);
    return rest.map((figure) => ({ figure, whose: userId }));
  });
  return [...needs, ...team.map((figure) => ({ figure, whose })), ...others];
}
