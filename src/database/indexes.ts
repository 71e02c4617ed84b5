import { type Db, type IndexDescription, MongoServerError } from "mongodb";

const DAY_SECONDS = 86_400;

/** How many days facts, runs, deliveries, alerts and refusals are kept, unless DATA_RETENTION_DAYS says otherwise. */
export const DEFAULT_RETENTION_DAYS = 400;

/**
 * Lists every index, by collection, each with what is found by it. Facts have none that expires: they go by whole days of
 * the team, which a run sees to. `src/README.md` has the same, tested.
 */
export const indexesOf = (retentionDays: number): Readonly<Record<string, readonly IndexDescription[]>> => ({
  metrics: [
    // One cell a user, type, day and source.
    { key: { userId: 1, type: 1, day: 1, source: 1 }, unique: true },
    // Leaderboards and digests read a day of everybody.
    { key: { day: 1, type: 1 } },
  ],
  facts: [
    // What a source has in a window, to retire what was not seen again.
    { key: { source: 1, at: 1 } },
    // The roll-up reads the index alone: it holds all that is grouped and summed.
    { key: { counts: 1, day: 1, source: 1, type: 1, owner: 1, amount: 1 } },
    // Records that no longer name their owner: few or none.
    { key: { source: 1, day: 1 }, name: "owner_lost", partialFilterExpression: { ownerLost: true } },
    // The records behind one person's figure.
    { key: { source: 1, owner: 1, type: 1, day: 1 } },
  ],
  sync_runs: [
    { key: { startedAt: -1 } },
    { key: { status: 1 } },
    { key: { finishedAt: 1 }, expireAfterSeconds: retentionDays * DAY_SECONDS },
  ],
  goals: [{ key: { userId: 1, active: 1 } }],
  // What somebody was shown of a month: garbage once that is over, by the database's clock.
  shown_figures: [{ key: { keptUntil: 1 }, expireAfterSeconds: 0 }],
  // The log of one person's goals, and of all.
  goal_changes: [{ key: { userId: 1, at: -1 } }, { key: { at: -1 } }],
  users: [{ key: { email: 1 } }],
  deliveries: [
    // What can be taken up again.
    { key: { state: 1, nextAttemptAt: 1 } },
    // What is due is claimed in this order.
    { key: { state: 1, order: 1 } },
    // What was delivered last.
    { key: { dueAt: -1, order: 1 } },
    // What somebody was praised for: a few rows a month each.
    { key: { to: 1 }, name: "praised", partialFilterExpression: { praised: { $type: "string" } } },
    // What somebody had sent once more, which told them figures, too: few or none.
    { key: { to: 1, day: 1 }, name: "again", partialFilterExpression: { again: { $gte: 1 } } },
    { key: { dueAt: 1 }, expireAfterSeconds: retentionDays * DAY_SECONDS },
  ],
  alerts: [{ key: { at: 1 }, expireAfterSeconds: retentionDays * DAY_SECONDS }],
  // A tombstone is found by any of its keys.
  erased: [{ key: { keys: 1 } }],
  // The latest are shown to admins.
  refusals: [{ key: { at: 1 }, expireAfterSeconds: retentionDays * DAY_SECONDS }],
  // A day's job is never begun again on another.
  jobs: [{ key: { until: 1 }, expireAfterSeconds: 30 * DAY_SECONDS }],
  // Which process ran which minute: garbage after a week, and never deleted before.
  ticks: [{ key: { at: 1 }, expireAfterSeconds: 7 * DAY_SECONDS }],
  // What was done once: garbage after a week.
  slack_once: [{ key: { at: 1 }, expireAfterSeconds: 7 * DAY_SECONDS }],
  // Requests that were accepted: garbage as soon as Slack would not accept them again.
  slack_requests: [{ key: { at: 1 }, expireAfterSeconds: 15 * 60 }],
  inbox: [
    // What is due; and after a week, what is garbage.
    { key: { state: 1, nextAt: 1 } },
    { key: { receivedAt: 1 }, expireAfterSeconds: 7 * DAY_SECONDS },
  ],
  // What was before an import: garbage once it can no longer be undone.
  fishbowl_import_changes: [{ key: { keptUntil: 1 }, expireAfterSeconds: 0 }],
  fishbowl_sales_orders: [
    { key: { dateIssued: 1 } },
    // A changed order is written by its number.
    { key: { soNumber: 1 } },
    // A pulled order whose number changed is found by its id.
    { key: { fishbowlId: 1 }, sparse: true },
    // An import finds the orders of a file by their numbers in any case, and those whose zeros were cut.
    {
      key: { soNumber: 1 },
      name: "soNumber_alike",
      collation: { locale: "en", strength: 2, numericOrdering: true },
    },
    // What a customer's new account type does to the figures.
    { key: { customerId: 1 } },
  ],
});

const OPTIONS_CONFLICT = 85;

/** Makes the indexes that are not there yet; those that are cost nothing, and a new retention changes those it is about. */
export async function ensureIndexes(db: Db, retentionDays = DEFAULT_RETENTION_DAYS): Promise<void> {
  const made = Object.entries(indexesOf(retentionDays)).map(async ([name, indexes]) => {
    const make = () => db.collection(name).createIndexes([...indexes]);
    try {
      await make();
    } catch (error) {
      if (!(error instanceof MongoServerError) || error.code !== OPTIONS_CONFLICT) throw error;
      await setExpiry(db, { name, indexes });
      await make();
    }
  });
  await Promise.all(made);
}

async function setExpiry(
  db: Db,
  { name, indexes }: { readonly name: string; readonly indexes: readonly IndexDescription[] },
): Promise<void> {
  for (const { key: keyPattern, expireAfterSeconds } of indexes) {
    if (expireAfterSeconds === undefined) continue;
    await db.command({ collMod: name, index: { keyPattern, expireAfterSeconds } });
  }
}
