import type { Db } from "mongodb";
import { isDuplicateKey } from "../../lib/duplicate-key";
import type { MetricStore } from "../../metrics/metric-store";
import type { Day } from "../../time/day";
import { editedParts, type GoalChange, goalChange, goalVersion } from "../edit";
import { currentGoals } from "../figures";
import { type Goal, periodOf } from "../goal";
import { eachOnce, goalSum } from "../range-sums";
import { byPerson } from "../teams/team-figures";
import type { BulkChange } from "./bulk-plan";

/** Who saves goals of several people, and when; whether they may was asked before. */
export interface BulkEditor {
  /** Slack's member id. */
  readonly by: string;
  readonly at: Date;
  /** The company's date, which `current` goes by. */
  readonly teamToday: Day;
  /** The batch that is set back; absent where goals are set. */
  readonly undoes?: string;
}

/** Goals of several people, each by as many queries for two hundred people as for one. */
export interface BulkEditStore {
  /** All goals of these people, archived or not. */
  goalsOf(userIds: readonly string[]): Promise<readonly Goal[]>;
  /** The day from which each archived goal of these people counted no more, by the goals' ids; from the log, without what only set back. */
  archivedOn(userIds: readonly string[]): Promise<ReadonlyMap<string, Day>>;
  /**
   * Writes all of these changes with a line of the log each, or none of them.
   *
   * @returns the id of the batch that they are, and `null` where a goal is not as it was read any more; then nothing was written.
   */
  saveAll(changes: readonly BulkChange[], editor: BulkEditor): Promise<string | null>;
  /** The log of a batch that was saved at or after an instant, and of its undoing. */
  batch(id: string, since: Date): Promise<readonly GoalChange[]>;
}

export interface BulkEditStoreDeps {
  readonly metrics: Pick<MetricStore, "sums">;
  readonly newId: () => string;
}

export function bulkEditStore(db: Db, { metrics, newId }: BulkEditStoreDeps): BulkEditStore {
  const goals = db.collection<Goal>("goals");
  const log = db.collection<GoalChange>("goal_changes");
  return {
    goalsOf: (userIds) => goals.find({ userId: { $in: [...userIds] } }).toArray(),
    archivedOn: async (userIds) => {
      const found = await log
        .find(
          { userId: { $in: [...userIds] }, kind: "archive", undoes: { $exists: false } },
          { projection: { goalId: 1, since: 1 } },
        )
        .sort({ at: 1 })
        .toArray();
      return new Map(found.map(({ goalId, since }) => [goalId, since]));
    },
    batch: (id, since) => log.find({ at: { $gte: since }, $or: [{ batch: id }, { undoes: id }] }).toArray(),
    saveAll: async (changes, { by, at, teamToday, undoes }) => {
      const batch = newId();
      const afters = await withCurrents(changes, { today: teamToday, metrics });
      const writes = changes.map(({ before }, index) => writeOf(before, afters[index]));
      const lines = changes.map(({ before, goal, userId, result }): GoalChange => {
        const { _id, type, period } = goal;
        const line = goalChange(_id, { id: newId(), key: { userId, type, period }, result, by, at });
        if (undoes !== undefined) return { ...line, undoes };
        const was = before === null ? null : editedParts(before);
        return { ...line, batch, undo: { was, seen: goalVersion(goal) } };
      });
      const written = async () => {
        await db.client.withSession((session) =>
          session.withTransaction(async () => {
            const made = await goals.bulkWrite(writes.flat(), { session, ordered: false });
            if (made.matchedCount + made.insertedCount !== changes.length) throw new ChangedMeanwhile();
            await log.insertMany(lines, { session });
          }),
        );
        return batch;
      };
      return written().catch((error: unknown) => {
        if (error instanceof ChangedMeanwhile || isDuplicateKey(error)) return null;
        throw error;
      });
    },
  };
}

/** Ends a transaction in which one goal was another by then: it writes nothing. */
class ChangedMeanwhile extends Error {}

function writeOf(before: Goal | null, after: Goal | undefined) {
  if (after === undefined) return [];
  if (before === null) return [{ insertOne: { document: after } }];
  return [{ updateOne: goalUpdate(before, after) }];
}

/** The update that makes a goal what an edit left, but only where it still is as it was read. */
export function goalUpdate(before: Goal, after: Goal) {
  const { _id, targets, active, archivedOn = null, pauses } = before;
  const asPaused = pauses === undefined ? { $exists: false } : { $eq: pauses };
  const filter = { _id, targets: { $eq: targets }, active, archivedOn, pauses: asPaused };
  const set = { ...editedParts(after), current: after.current };
  const gone = (["archivedOn", "pauses"] as const).filter((field) => after[field] === undefined);
  return { filter, update: { $set: set, $unset: Object.fromEntries(gone.map((field) => [field, "" as const])) } };
}

/** Sums what each goal has come to, in one query. One that is not in force has what it had, as in a sync. */
async function withCurrents(
  changes: readonly BulkChange[],
  { today, metrics }: { readonly today: Day; readonly metrics: Pick<MetricStore, "sums"> },
): Promise<readonly Goal[]> {
  const all = changes.map(({ goal }) => goal);
  const running = new Set(currentGoals(all, today));
  if (running.size === 0) return all;
  const ranges = eachOnce([...running].map(({ period }) => periodOf(period, today)));
  const rows = byPerson(
    await metrics.sums(
      ranges,
      changes.map(({ userId }) => userId),
    ),
  );
  return all.map((goal) => {
    if (!running.has(goal)) return goal;
    const sums = { ranges, rows: rows.get(goal.userId ?? "") ?? [] };
    return { ...goal, current: goalSum(goal, { range: periodOf(goal.period, today), sums }) };
  });
}
