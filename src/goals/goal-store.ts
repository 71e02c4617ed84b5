import type { Db } from "mongodb";
import type { MetricStore } from "../metrics/metric-store";
import { EVERYONE } from "../people/permissions";
import { piecesOf } from "../teams/membership";
import type { Team } from "../teams/team";
import { teamReader } from "../teams/team-store";
import type { Day, DayRange } from "../time/day";
import { currentGoals } from "./figures";
import { type Goal, periodOf } from "./goal";
import { eachOnce, goalSum, PERIODS, periodCuts, type RangeSums } from "./range-sums";
import { type GoalOwners, goalOwners } from "./teams/goal-owners";
import { byPerson } from "./teams/team-figures";

/** The `goals` collection. */
export interface GoalStore {
  /**
   * Brings every current goal up to date, by the company's date: one query over the metrics, one write of those that changed.
   * Goals of teams that are not active stay as they are.
   */
  recompute(today: Day): Promise<number>;
  /** Whoever has an active goal of their own. */
  owners(): Promise<GoalOwners>;
}

export function goalStore(db: Db, metrics: Pick<MetricStore, "sums">): GoalStore {
  const goals = db.collection<Goal>("goals");
  const stored = teamReader(db);
  const teamsOf = async (current: readonly Goal[]): Promise<ReadonlyMap<string, Team>> => {
    if (!current.some(isOfNamedTeam)) return new Map();
    const active = (await stored.all()).filter((team) => team.active);
    return new Map(active.map((team) => [team._id, team]));
  };
  return {
    recompute: async (today) => {
      const inForce = currentGoals(await goals.find({ active: true }).toArray(), today);
      if (inForce.length === 0) return 0;
      const teams = await teamsOf(inForce);
      const current = inForce.filter((goal) => !isOfNamedTeam(goal) || teams.has(goal.team ?? ""));
      const cuts = periodCuts([...teams.values()], today);
      const ranges = rangesAt(today, cuts);
      const sums = await metrics.sums(ranges);
      const sumsOf = byPerson(sums);
      const rowsOf = ({ userId, team: teamId = "" }: Goal): RangeSums["rows"] => {
        if (userId !== undefined) return sumsOf.get(userId) ?? [];
        const members = teams.get(teamId)?.members;
        if (members === undefined) return sums;
        return [...new Set(members.map((one) => one.userId))].flatMap((one) => sumsOf.get(one) ?? []);
      };
      const updates = current.flatMap((goal) => {
        const range = periodOf(goal.period, today);
        const team = teams.get(goal.team ?? "");
        const value = goalSum(goal, { range, sums: { ranges, rows: rowsOf(goal), cuts }, team });
        return value === goal.current
          ? []
          : [{ updateOne: { filter: { _id: goal._id }, update: { $set: { current: value } } } }];
      });
      if (updates.length > 0) await goals.bulkWrite(updates, { ordered: false });
      return current.length;
    },
    owners: async () => goalOwners(await goals.find({ active: true, userId: { $type: "string" } }).toArray()),
  };
}

function isOfNamedTeam({ team }: Goal): boolean {
  return team !== undefined && team !== EVERYONE;
}

/** The current periods and, where somebody joins or leaves a team within one, its pieces. */
function rangesAt(today: Day, cuts: readonly Day[]): readonly DayRange[] {
  const periods = PERIODS.map((period) => periodOf(period, today));
  return eachOnce([...periods, ...periods.flatMap((period) => piecesOf(period, cuts))]);
}
