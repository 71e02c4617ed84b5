import { type Actor, can, EVERYONE, mainTeam } from "../../../people/permissions";
import { namesOf, type Person } from "../../../people/person";
import type { Progress } from "../../../sync/report";
import type { Team } from "../../../teams/team";
import type { SlackDeps } from "../../deps";
import { endedPeople } from "../../digests/recaps/ended-people";
import { figureState } from "../../goals/figure-state";
import { awayToday } from "../../goals/team/away";
import { localClocks } from "../../goals/team/local-clocks";
import { moversInWords } from "../../goals/team/movers";
import { overviewOfTeam } from "../../goals/team/team";
import { teamChoices } from "../../goals/team/team-choice";
import type { HomeLocation, Tab } from "../location";
import type { HomePage } from "../views/layout";
import { personPage } from "../views/person-page";
import { teamPage } from "../views/team/team-page";

export interface TeamModel {
  readonly location: HomeLocation;
  readonly tabs: readonly Tab[];
  readonly actor: Actor;
  /** The progress of the sync that they requested. */
  readonly syncing: Progress | null;
  /** Slack's id of the workspace; `null` while it is not known. */
  readonly workspace: string | null;
}

/** Renders the team's page, or one person's on it; as many queries for a thousand people as for one. */
export async function renderTeam(deps: SlackDeps, { actor, ...model }: TeamModel): Promise<HomePage> {
  const [everybody, teams, state] = await Promise.all([deps.people.all(), deps.teams.all(), figureState(deps)]);
  const of = shownTeam(teams, { actor, asked: model.location.team });
  const active = everybody.filter((person) => person.active).sort(byName);
  const reader = actor.userId;
  const overview = await overviewOfTeam(deps, { team: of, people: active, reader });
  const { today, members, team, own } = overview;
  const teamId = of?._id ?? EVERYONE;
  const names = namesOf(active);
  const clockOf = localClocks(active, state);
  const all = members.map((member) => ({
    ...{ ...member, name: names.get(member.userId) ?? member.userId },
    clock: clockOf(member.userId),
  }));
  const person = all.find(({ userId }) => userId === model.location.person);
  if (person !== undefined) {
    const edits = can(actor, { does: "edit-goals", of: person.userId });
    return personPage({ ...model, ...state, person, edits });
  }
  const has = ({ overview }: (typeof all)[number]) => overview.goals.length + overview.glance.length > 0;
  const [people, others] = [all.filter(has), all.filter((one) => !has(one)).map(({ name }) => name)];
  const location = { ...model.location, person: null };
  const edits = can(actor, { does: "edit-goals", team: teamId });
  const setsBoard = can(actor, { does: "edit-board", team: teamId });
  const choices = teamChoices(actor, { teams, does: "see-team" });
  const movers = moversInWords(of, { names: namesOf(everybody), today });
  const away = awayToday(active, { members, today });
  // The list of everyone's numbers shows none of it.
  const isList = location.page > 0;
  const ended = isList ? [] : await endedPeople(deps, { overview, people: active, freshness: state.freshness });
  return teamPage({
    ...{ ...model, ...state, location, people, others, team, today },
    ...{ edits, setsBoard, of, choices, away, movers, ended, reader, ...(own !== undefined && { own }) },
  });
}

/** The named team that a page shows, or `null` for Everyone: the one that was asked for, while they may still see it. */
function shownTeam(
  teams: readonly Team[],
  { actor, asked }: { readonly actor: Actor; readonly asked: string | null },
): Team | null {
  const may = asked !== null && can(actor, { does: "see-team", team: asked });
  const teamId = may ? asked : mainTeam(actor);
  if (teamId === EVERYONE) return null;
  const found = teams.find(({ _id }) => _id === teamId);
  if (found?.active === true) return found;
  // It was taken away since: what is shown next is what they may see still.
  return can(actor, { does: "see-team", team: EVERYONE }) ? null : NO_TEAM;
}

/** Shown to whoever manages no team that is still there. */
const NO_TEAM: Team = { _id: "none", name: "No team", members: [], managers: [], active: true, version: 0 };

function byName(a: Person, b: Person): number {
  return a.name.localeCompare(b.name, "en") || (a._id < b._id ? -1 : 1);
}
