import type { Person } from "../../people/person";
import type { SlackNeeds } from "../needs";
import type { Page } from "../views/home/page";
import { personPage } from "../views/home/person-page";
import { teamPage } from "../views/home/team-page";
import type { HomePlace, Tab } from "./place";

export interface TeamSeen {
  readonly place: HomePlace;
  readonly tabs: readonly Tab[];
  /** Whether the reader may change goals. */
  readonly edits: boolean;
}

/** The team's page, or one person's on it; as many queries for a thousand people as for one. */
export async function drawTeam(needs: SlackNeeds, seen: TeamSeen): Promise<Page> {
  const { days, overviews } = needs;
  const now = needs.now();
  const [everybody, freshness] = await Promise.all([needs.people.all(), needs.freshness()]);
  const active = everybody.filter((person) => person.active).sort(byName);
  const { today, members, team } = await overviews.teamOverview(active, days.dayOf(now));
  const names = new Map(active.map(({ _id, name }) => [_id, name]));
  const all = members.map((member) => ({ ...member, name: names.get(member.userId) ?? member.userId }));
  const person = all.find(({ userId }) => userId === seen.place.person);
  if (person !== undefined) return personPage({ ...seen, person });
  const has = ({ overview }: (typeof all)[number]) => overview.goals.length + overview.glance.length > 0;
  const [people, others] = [all.filter(has), all.filter((one) => !has(one)).map(({ name }) => name)];
  const place = { ...seen.place, person: null };
  return teamPage({ ...seen, place, people, others, team, freshness, today, days, now });
}

function byName(a: Person, b: Person): number {
  return a.name.localeCompare(b.name, "en") || (a._id < b._id ? -1 : 1);
}
