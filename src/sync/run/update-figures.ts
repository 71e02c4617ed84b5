import { bySource, type SourceId } from "../../metrics/sources";
import type { Day, DayRange } from "../../time/day";
import type { Lease } from "../lease";
import type { CellCounts } from "../report";
import { NO_OVERLAP, type Overlap, overlapOf } from "../totals/overlap";
import { type Recomputed, recompute } from "../totals/recompute";
import { recomputeOutside } from "../totals/recompute-outside";
import type { RunContext, TimedRead } from "./context";
import { followGroups, type GroupsFollowed } from "./follow-groups";
import type { GroupsRead } from "./group-reader";
import type { MemberRead } from "./member-reader";
import type { TimedReads } from "./read-all";
import { type PeopleUpdate, updatePeople } from "./update-people";

/** What was read, and the days whose figures are made of it. */
export interface FiguresRead {
  readonly range: DayRange;
  readonly timed: TimedReads;
  readonly members: MemberRead;
  readonly groups: GroupsRead;
  /** An admin's approval that people who are missing have really left. */
  readonly acceptVanished: boolean;
  /** The first day whose records are kept. */
  readonly retainedFrom: Day;
  readonly lease: Lease;
}

/** Figures that were made. */
export interface UpdatedFigures extends PeopleUpdate {
  readonly recomputed: Recomputed;
  readonly goalsUpdated: number;
}

/** Figures of a whole run, with what became of teams that follow user groups. */
export interface AllFigures extends UpdatedFigures, Pick<GroupsFollowed, "followed"> {}

/**
 * Makes the figures of the newest days while older days are still being read: who is who, these days' totals, and the goals. Of
 * days outside them nothing is made, and nothing is cleared that a read under way may have marked.
 */
export async function updateNewestFigures(of: FiguresRead, context: RunContext): Promise<UpdatedFigures> {
  const { people, deps } = await updatedPeople(of, context);
  const recomputed = await recompute(of.range, deps);
  return { ...people, recomputed, goalsUpdated: await updateGoals(of, context) };
}

/** Makes the figures of a whole run: who is who, all totals that changed, wherever they lie, and the goals. */
export async function updateFigures(of: FiguresRead, context: RunContext): Promise<AllFigures> {
  const { people, deps } = await updatedPeople(of, context);
  const { followed, problems } = await followGroups({ ...of, people: people.people, fence: of.lease }, context);
  const { range, timed } = of;
  const { assignments, dirtyDays } = context;
  const recomputed = await recompute(range, deps);
  const reads = Object.values(timed).flatMap(({ read }) => read ?? []);
  await recomputeOutside({ range, reads }, { ...deps, assignments, dirtyDays });
  const goalsUpdated = await updateGoals(of, context);
  return { ...people, problems: [...people.problems, ...problems], followed, recomputed, goalsUpdated };
}

async function updatedPeople(of: FiguresRead, context: RunContext) {
  const { timed, members, acceptVanished, retainedFrom, lease } = of;
  const people = await updatePeople({ timed, members, acceptVanished }, context);
  const { facts, metrics, days, now } = context;
  const overlap = overlapOfRun(timed.justcall);
  return { people, deps: { facts, metrics, days, now, roster: people.roster, overlap, retainedFrom, fence: lease } };
}

async function updateGoals({ lease }: FiguresRead, { goals, days, now }: RunContext): Promise<number> {
  await lease.check();
  return goals.recompute(days.dayOf(now()));
}

/** JustCall's calls just outside the range, as far as they were read. */
function overlapOfRun({ read }: TimedRead): Overlap {
  return read === null || read.failure !== null ? NO_OVERLAP : overlapOf(read.overlap);
}

/** Adds the cells that changed in the first stage to those of the whole run, in which they stand as unchanged. */
export function withFirstStage(all: Recomputed, first: Recomputed | null): Recomputed {
  if (first === null) return all;
  return { ...all, cells: bySource((source) => sumOf(source, { all, first })) };
}

function sumOf(source: SourceId, { all, first }: { all: Recomputed; first: Recomputed }): CellCounts {
  const [whole, { created, updated, removed }] = [all.cells[source], first.cells[source]];
  return {
    created: whole.created + created,
    updated: whole.updated + updated,
    removed: whole.removed + removed,
    unchanged: Math.max(0, whole.unchanged - created - updated - removed),
  };
}
