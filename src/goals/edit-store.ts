import type { Collection, Db } from "mongodb";
import { isDuplicateKey } from "../lib/duplicate-key";
import type { MetricStore } from "../metrics/metric-store";
import { EVERYONE } from "../people/permissions";
import { membershipCuts, piecesOf } from "../teams/membership";
import type { Team } from "../teams/team";
import { teamReader } from "../teams/team-store";
import type { Day } from "../time/day";
import { type BulkEditStore, bulkEditStore, goalUpdate } from "./bulk/bulk-edit-store";
import { type EditFault, type GoalChange, type GoalEdit, type GoalKey, goalChange, goalVersion } from "./edit";
import { currentGoals } from "./figures";
import { type Goal, periodOf } from "./goal";
import { planEdit } from "./plan-edit";
import { eachOnce, goalSum } from "./range-sums";

export interface EditRequest {
  readonly key: GoalKey;
  readonly edit: GoalEdit;
  /** Slack's member id of whoever asks; whether they may was asked before. */
  readonly by: string;
  /** The first day that has not ended, by the clock of whose goal it is. */
  readonly today: Day;
  /** The team's date, which `current` goes by. */
  readonly teamToday: Day;
  readonly at: Date;
  /** The `goalVersion` that was looked at: where it is another by then, nothing is changed. */
  readonly seen?: string;
}

export type Edited =
  | { readonly ok: true; readonly before: Goal | null; readonly goal: Goal; readonly change: GoalChange }
  | { readonly ok: false; readonly fault: EditFault }
  /** Somebody changed it since it was looked at. */
  | { readonly ok: false; readonly stale: true };

/** Changes of goals and their log, which are written together or not at all. */
export interface GoalEditStore extends BulkEditStore {
  /** The goal of this subject, metric and period, archived or not. */
  find(key: GoalKey): Promise<Goal | null>;
  byId(goalId: string): Promise<Goal | null>;
  /** Makes the edit on the goal as it is by then, whoever changed it meanwhile, and brings its `current` up to date. */
  edit(request: EditRequest): Promise<Edited>;
  /** The newest first; everybody's when no subject is named, else those of these people and these teams. */
  log(filter: LogFilter): Promise<readonly GoalChange[]>;
}

/** The subjects whose changes are wanted; where neither is named, everybody's and all teams'. */
export interface LogFilter {
  /** Slack ids. */
  readonly userIds?: readonly string[];
  /** Ids of teams. */
  readonly teams?: readonly string[];
  readonly limit: number;
}

export interface GoalEditStoreDeps {
  readonly metrics: Pick<MetricStore, "sums">;
  readonly newId: () => string;
}

export function goalEditStore(db: Db, { metrics, newId }: GoalEditStoreDeps): GoalEditStore {
  const goals = db.collection<Goal>("goals");
  const changes = db.collection<GoalChange>("goal_changes");
  const find = ({ userId, team, type, period }: GoalKey) => {
    const whose = userId === undefined ? { team } : { userId };
    // Written by hand there may be several: the active one is meant.
    return goals.findOne({ ...whose, type, period }, { sort: { active: -1, _id: 1 } });
  };
  const teamOf = async ({ team }: GoalKey) =>
    team === undefined || team === EVERYONE ? null : teamReader(db).one(team);
  const tryEdit = async (request: EditRequest): Promise<Edited | "changed-meanwhile"> => {
    const { key, edit, by, today, teamToday, at, seen } = request;
    const before = await find(key);
    if (seen !== undefined && seen !== goalVersion(before)) return { ok: false, stale: true };
    const planned = planEdit({ goal: before, key, edit, today });
    if (!planned.ok) return planned;
    const after = await withCurrent(planned.goal, { today: teamToday, metrics, team: await teamOf(key) });
    const change = goalChange(after._id, { id: newId(), key, result: planned.change, by, at });
    const written = await writeBoth({ goals, changes }, { before, after, change });
    return written ? { ok: true, before, goal: after, change } : "changed-meanwhile";
  };
  return {
    ...bulkEditStore(db, { metrics, newId }),
    find,
    byId: (goalId) => goals.findOne({ _id: goalId }),
    edit: (request) => untilUnchanged(() => tryEdit(request)),
    log: ({ userIds, teams, limit }) => {
      const whose = [
        ...(userIds === undefined ? [] : [{ userId: { $in: [...userIds] } }]),
        ...(teams === undefined ? [] : [{ team: { $in: [...teams] } }]),
      ];
      const filter = whose.length === 0 ? {} : { $or: whose };
      return changes.find(filter).sort({ at: -1, _id: -1 }).limit(limit).toArray();
    },
  };
}

interface Collections {
  readonly goals: Collection<Goal>;
  readonly changes: Collection<GoalChange>;
}

interface Written {
  readonly before: Goal | null;
  readonly after: Goal;
  readonly change: GoalChange;
}

/** Writes a goal and its line of the log, but only where the goal still is as it was read. */
function writeBoth({ goals, changes }: Collections, { before, after, change }: Written): Promise<boolean> {
  return goals.db.client.withSession((session) =>
    session.withTransaction(async () => {
      if (before === null) await goals.insertOne(after, { session });
      else {
        const { filter, update } = goalUpdate(before, after);
        if ((await goals.updateOne(filter, update, { session })).matchedCount === 0) return false;
      }
      await changes.insertOne(change, { session });
      return true;
    }),
  );
}

/** Sums what a goal has come to. One that is not in force keeps what it had, as in a sync. */
async function withCurrent(
  goal: Goal,
  { today, metrics, team }: { today: Day; metrics: Pick<MetricStore, "sums">; team: Team | null },
): Promise<Goal> {
  if (currentGoals([goal], today).length === 0) return goal;
  const range = periodOf(goal.period, today);
  const cuts = team === null ? [] : membershipCuts([team], range);
  const ranges = eachOnce([range, ...piecesOf(range, cuts)]);
  const rows = await metrics.sums(ranges, goal.userId === undefined ? undefined : [goal.userId]);
  return { ...goal, current: goalSum(goal, { range, sums: { ranges, rows, cuts }, team: team ?? undefined }) };
}

/** Tries an edit again as long as another one came first: each begins with what the other left. */
async function untilUnchanged(tryEdit: () => Promise<Edited | "changed-meanwhile">): Promise<Edited> {
  for (;;) {
    const edited = await tryEdit().catch((error: unknown) => {
      if (isDuplicateKey(error)) return "changed-meanwhile" as const;
      throw error;
    });
    if (edited !== "changed-meanwhile") return edited;
  }
}
