import { periodOf } from "../../goals/goal";
import type { MetricType } from "../../metrics/metrics";
import { EVERYONE, mainTeam } from "../../people/permissions";
import { namesOf } from "../../people/person";
import type { DayRange } from "../../time/day";
import type { SlackContext } from "../deps";
import { authorize } from "../middleware/access";
import { newcomerMessage } from "../ui/access-messages";
import { type Message, sectionMessage } from "../ui/blocks";
import { teamPartsMessage } from "./team-parts-view";

const NOT_YOURS = "Only a team's managers and admins can see what its figures are made of. Yours: `/goals why calls`.";
const NO_SUCH_TEAM = "That team no longer exists.";

/** A question about a team's figure; without days, this month is meant, without a team, the one that whoever asks means. */
export interface TeamWhyRequest {
  readonly type: MetricType;
  readonly range: DayRange | null;
  readonly team?: string;
}

/** `/goals why calls team`: whose parts make up a team's figure, for those who may see the team. */
export async function respondToTeamWhy(
  { deps }: SlackContext,
  userId: string,
  { type, range, team: asked }: TeamWhyRequest,
): Promise<Message> {
  const actor = await deps.actor(userId);
  if (actor.role === "newcomer") return newcomerMessage();
  const teamId = asked ?? mainTeam(actor);
  const act = { does: "see-team", team: teamId } as const;
  if (!(await authorize(deps, { userId, act, doing: "/goals why" }))) return sectionMessage(NOT_YOURS);
  const team = teamId === EVERYONE ? null : await deps.teams.one(teamId);
  if (teamId !== EVERYONE && team?.active !== true) return sectionMessage(NO_SUCH_TEAM);
  const now = deps.now();
  const meant = range ?? periodOf("monthly", deps.days.dayOf(now));
  const whole = await deps.overviews.teamWhole({ type, team, range: meant });
  const names = namesOf(await deps.people.all());
  return teamPartsMessage({ ...whole, type, range: meant, team, names }, { days: deps.days, now });
}
