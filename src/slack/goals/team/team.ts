import { byMetric } from "../../../goals/metric-goals";
import type { TeamOverview } from "../../../goals/overview";
import { isBehind } from "../../../goals/status";
import { EVERYONE, mainTeam } from "../../../people/permissions";
import { namesOf, type Person } from "../../../people/person";
import type { Team } from "../../../teams/team";
import type { SlackContext, SlackDeps } from "../../deps";
import { authorize } from "../../middleware/access";
import { respondingAction } from "../../middleware/actions";
import { normalizeText } from "../../parse/normalize";
import { nearestWord } from "../../parse/suggest";
import { actions, type Message, sectionMessage } from "../../ui/blocks";
import type { ChartMessage } from "../../ui/charts";
import { runButton } from "../../ui/run-button";
import { foreign, sentence, someOf } from "../../ui/text";
import { figureState } from "../figure-state";
import { decodeTeamPage, type TeamRequest } from "../payload";
import { awayToday } from "./away";
import { localClocks } from "./local-clocks";
import { moversInWords } from "./movers";
import { type PickableTeam, teamChoices, teamNamed } from "./team-choice";
import { teamGoalsShown } from "./team-table";
import type { NamedGoals, TeamGoalsPage } from "./team-view";

const NOT_THE_TEAM = "Only a team's managers and admins can see its goals. Yours: `/goals`.";

/** `/goals team`: the goals and the pace of everybody in a team, for those who may see them. */
export async function respondWithTeam(
  context: SlackContext,
  { userId, page, team: asked, name = null }: TeamRequest & { readonly userId: string; readonly name?: string | null },
): Promise<Message | ChartMessage> {
  const { deps } = context;
  const workspace = context.workspace();
  const [actor, teams] = await Promise.all([deps.actor(userId), deps.teams.all()]);
  const choices = teamChoices(actor, { teams, does: "see-team" });
  const named = name === null ? null : teamNamed(name, teams);
  if (name !== null && named === null && choices.length > 0) return unknownTeam(name, choices);
  const teamId = named ?? asked ?? mainTeam(actor);
  const may = await authorize(deps, { userId, act: { does: "see-team", team: teamId }, doing: "/goals team" });
  if (!may) return sectionMessage(NOT_THE_TEAM);
  const team = teamId === EVERYONE ? null : (teams.find(({ _id }) => _id === teamId) ?? null);
  if (teamId !== EVERYONE && team?.active !== true) return sectionMessage(NO_SUCH_TEAM);
  const everybody = await deps.people.all();
  const people = everybody.filter(({ active }) => active);
  const overview = await overviewOfTeam(deps, { team, people });
  const names = namesOf(people);
  const movers = moversInWords(team, { names: namesOf(everybody), today: overview.today });
  const others = choices.filter(({ id }) => id !== teamId).map((other) => other.name ?? "everyone");
  const state = await figureState(deps);
  const shown = teamGoalsPage(overview, { names, page, state, clockOf: localClocks(people, state) });
  const away = awayToday(people, overview);
  return teamGoalsShown(
    { ...shown, team, others, movers, away, reader: userId, workspace },
    { people: overview.members, names },
  );
}

/** "No team is called “wset”. You see East and West: `/goals team West`.", with a button that shows the nearest where one is near. */
function unknownTeam(name: string, choices: readonly PickableTeam[]): Message {
  const typed = choices.map((choice) => normalizeText(choice.name ?? "everyone"));
  const near = nearestWord(normalizeText(name), typed);
  const names = choices.map((choice) => foreign(choice.name ?? "everyone", 40));
  const meant = names[near === null ? 0 : typed.indexOf(near)] ?? "";
  const said = sectionMessage(
    `No team is called “${sentence(name, 40)}”. You see ${someOf(names, 20)}: \`/goals team ${meant}\`.`,
  );
  const run = near === null ? null : runButton(`team ${near}`);
  return run === null ? said : { ...said, blocks: [...said.blocks, actions([run])] };
}

const NO_SUCH_TEAM = "That team no longer exists.";

interface TeamQuestion {
  readonly team: Team | null;
  readonly people: readonly Person[];
  readonly reader?: string;
}

/**
 * The overview of a named team, or with `null` of Everyone; `people` are all who are active, `reader` is the Slack id of whose own
 * figures are wanted, too.
 */
export async function overviewOfTeam(
  { overviews, now }: Pick<SlackDeps, "overviews" | "now">,
  { team, people, reader = "" }: TeamQuestion,
): Promise<TeamOverview> {
  if (team === null) {
    const all = await overviews.teamOverview(people, now());
    const own = all.members.find(({ userId }) => userId === reader)?.overview;
    return own === undefined ? all : { ...all, own };
  }
  const found = (await overviews.teamOverviews({ people, teams: [team], reader, now: now() })).get(team._id);
  if (found === undefined) throw new RangeError(`The team ${team._id} has no overview`);
  return found;
}

/** Replaces this page by another one. */
export const teamPageAction = respondingAction((context, { userId, value }) =>
  respondWithTeam(context, { userId, ...decodeTeamPage(value) }),
);

/** Each has three goals at most. */
const METRICS_A_GROUP = 4;
const GOALS_A_PAGE = 20;

/** One page of the team's figures, people by name; a page too far is the last one. */
export function teamGoalsPage(
  { today, members, team }: TeamOverview,
  {
    names,
    page,
    state,
    clockOf = () => null,
  }: Pick<TeamGoalsPage, "page" | "state"> & {
    readonly names: ReadonlyMap<string, string>;
    readonly clockOf?: ReturnType<typeof localClocks>;
  },
): TeamGoalsPage {
  const people = members
    .filter(({ overview }) => overview.goals.length > 0)
    .map(({ userId, overview }) => ({ name: names.get(userId) ?? userId, goals: overview.goals }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  const groups = people.flatMap(inGroups);
  const pages = inPages(groups);
  const shown = Math.min(page, Math.max(0, pages.length - 1));
  return {
    state,
    today,
    groups: pages[shown] ?? [],
    goals: team,
    members: members.map(({ userId, overview }) => {
      return { userId, name: names.get(userId) ?? userId, overview, clock: clockOf(userId) };
    }),
    people: people.length,
    behind: people.filter(({ goals }) => goals.some(isBehind)).length,
    page: shown,
    pages: Math.max(1, pages.length),
  };
}

function inGroups({ name, goals }: Omit<NamedGoals, "continued">): readonly NamedGoals[] {
  const metrics = byMetric(goals);
  return Array.from({ length: Math.ceil(metrics.length / METRICS_A_GROUP) }, (_, index) => {
    const own = metrics.slice(index * METRICS_A_GROUP, (index + 1) * METRICS_A_GROUP);
    return { name, goals: own.flatMap((metric) => metric.goals), continued: index > 0 };
  });
}

function inPages(groups: readonly NamedGoals[]): readonly (readonly NamedGoals[])[] {
  const pages: NamedGoals[][] = [];
  let left = 0;
  for (const group of groups) {
    if (group.goals.length > left) {
      pages.push([]);
      left = GOALS_A_PAGE;
    }
    pages.at(-1)?.push(group);
    left -= group.goals.length;
  }
  return pages;
}
