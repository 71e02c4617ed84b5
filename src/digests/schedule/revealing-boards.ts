import { memberIds } from "../../teams/membership";
import type { Team } from "../../teams/team";
import type { Day } from "../../time/day";
import type { Board } from "./boards";

/**
 * Finds the other boards that are posted and rank any of the same people in any of the same metrics the other way, by result or by
 * percent of their own goals: whoever reads both can work out a goal.
 */
export function revealingBoards(
  board: Board,
  { boards, today }: { readonly boards: readonly Board[]; readonly today: Day },
): readonly Board[] {
  if (!isPosted(board)) return [];
  const others = boards.filter((other) => other.teamId !== board.teamId && isPosted(other));
  return others.filter((other) => {
    if (other.settings.by === board.settings.by || !sharesMetrics(other, board)) return false;
    return sharesPeople([other.team, board.team], today);
  });
}

function isPosted({ active, settings }: Pick<Board, "active" | "settings">): boolean {
  return active && settings.on && settings.channel !== null;
}

/** A board without metrics of its own shows all. */
function sharesMetrics({ settings: { metrics: one } }: Board, { settings: { metrics: other } }: Board): boolean {
  return one === null || other === null || one.some((type) => other.includes(type));
}

/** Everyone's board has the people of every team. */
function sharesPeople(teams: readonly [Team | null, Team | null], today: Day): boolean {
  const [first, ...others] = teams.flatMap((team) => (team === null ? [] : [memberIds(team.members, today)]));
  if (first === undefined) return true;
  return [...first].some((userId) => others.every((members) => members.has(userId)));
}
