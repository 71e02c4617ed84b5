import type { TeamOverview } from "../../goals/overview";
import type { NamedGoals, TeamPage } from "../views/team-goals";

const GOALS_A_GROUP = 10;
const GOALS_A_PAGE = 20;

/** One page of the team's figures, the team's own goals first, then people by name; a page too far is the last one. */
export function teamPage(
  { today, members, team }: TeamOverview,
  { names, page }: { readonly names: ReadonlyMap<string, string>; readonly page: number },
): TeamPage {
  const people = members
    .filter(({ overview }) => overview.goals.length > 0)
    .map(({ userId, overview }) => ({ name: names.get(userId) ?? userId, goals: overview.goals }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  const groups = [{ name: null, goals: team }, ...people].flatMap(inGroups);
  const pages = inPages(groups);
  const shown = Math.min(page, Math.max(0, pages.length - 1));
  return {
    today,
    groups: pages[shown] ?? [],
    people: people.length,
    behind: people.filter(({ goals }) => goals.some(({ pace }) => BEHIND.has(pace.verdict))).length,
    page: shown,
    pages: Math.max(1, pages.length),
  };
}

const BEHIND: ReadonlySet<string> = new Set(["behind", "short", "missed"]);

function inGroups({ name, goals }: Omit<NamedGoals, "continued">): readonly NamedGoals[] {
  const count = Math.ceil(goals.length / GOALS_A_GROUP);
  return Array.from({ length: count }, (_, index) => {
    const own = goals.slice(index * GOALS_A_GROUP, (index + 1) * GOALS_A_GROUP);
    return { name, goals: own, continued: index > 0 };
  });
}

function inPages(groups: readonly NamedGoals[]): readonly (readonly NamedGoals[])[] {
  const pages: NamedGoals[][] = [];
  let room = 0;
  for (const group of groups) {
    if (group.goals.length > room) {
      pages.push([]);
      room = GOALS_A_PAGE;
    }
    pages.at(-1)?.push(group);
    room -= group.goals.length;
  }
  return pages;
}
