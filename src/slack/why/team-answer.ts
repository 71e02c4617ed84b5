import { type Period, periodOf } from "../../goals/goal";
import type { TeamWhole } from "../../goals/teams/team-parts";
import type { MetricType } from "../../metrics/metrics";
import { EVERYONE, mainTeam } from "../../people/permissions";
import { namesOf } from "../../people/person";
import type { DayRange } from "../../time/day";
import type { SlackContext } from "../deps";
import { authorize } from "../middleware/access";
import { newcomerMessage } from "../ui/access-messages";
import { type Message, sectionMessage } from "../ui/blocks";
import { type TeamPartsPage, teamPartsMessage } from "./team-parts-view";

const NOT_YOURS = "Only a team's managers and admins can see what its figures are made of. Yours: `/goals why calls`.";
const NO_SUCH_TEAM = "That team no longer exists.";

/** A question about a team's figure; without days, this month is meant, without a team, the one that whoever asks means. */
export interface TeamWhyRequest {
  readonly type: MetricType;
  readonly range: DayRange | null;
  readonly team?: string;
  /** Set where only who has an individual goal of this period counts. */
  readonly sum?: Period | undefined;
}

/** What a team's figure is the sum of, or why it is not shown. */
export type TeamParts =
  | ({ readonly kind: "whole"; readonly whole: TeamWhole } & Pick<
      TeamPartsPage,
      "type" | "range" | "sum" | "team" | "names"
    >)
  | { readonly kind: "refused"; readonly message: Message };

/** `/goals why calls team`: whose parts make up a team's figure, for those who may see the team. */
export async function respondToTeamWhy(
  context: SlackContext,
  userId: string,
  request: TeamWhyRequest,
): Promise<Message> {
  const parts = await loadTeamParts(context, userId, request);
  if (parts.kind === "refused") return parts.message;
  const { whole, ...page } = parts;
  return teamPartsMessage({ ...page, ...whole }, { days: context.deps.days, now: context.deps.now() });
}

/** Loads what a team's figure is the sum of, if whoever asks may see the team, which is checked each time. */
export async function loadTeamParts(
  { deps }: SlackContext,
  userId: string,
  { type, range, team: asked, sum: period }: TeamWhyRequest,
): Promise<TeamParts> {
  const refused = (message: Message): TeamParts => ({ kind: "refused", message });
  const actor = await deps.actor(userId);
  if (actor.role === "newcomer") return refused(newcomerMessage({ syncing: await deps.syncing() }));
  const teamId = asked ?? mainTeam(actor);
  const act = { does: "see-team", team: teamId } as const;
  if (!(await authorize(deps, { userId, act, doing: "/goals why" }))) return refused(sectionMessage(NOT_YOURS));
  const team = teamId === EVERYONE ? null : await deps.teams.one(teamId);
  if (teamId !== EVERYONE && team?.active !== true) return refused(sectionMessage(NO_SUCH_TEAM));
  const meant = range ?? periodOf("monthly", deps.days.dayOf(deps.now()));
  const everybody = await deps.people.all();
  const people = everybody.filter(({ active }) => active);
  const sum = period === undefined ? undefined : { period, people };
  const whole = await deps.overviews.teamWhole({ type, team, range: meant, sum });
  return { kind: "whole", whole, type, range: meant, sum: period, team, names: namesOf(everybody) };
}
