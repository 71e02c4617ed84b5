import type { Db, IndexDescription } from "mongodb";

/** Every index, by collection, each with what is found by it. `src/README.md` has the same, tested. */
export const INDEXES: Readonly<Record<string, readonly IndexDescription[]>> = {
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
  sync_runs: [{ key: { startedAt: -1 } }, { key: { status: 1 } }],
  goals: [{ key: { userId: 1, active: 1 } }],
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
  ],
  // Which process ran which minute: garbage after a week, and never deleted before.
  ticks: [{ key: { at: 1 }, expireAfterSeconds: 7 * 86_400 }],
  // What was done once: garbage after a week.
  slack_once: [{ key: { at: 1 }, expireAfterSeconds: 7 * 86_400 }],
  // Requests that were accepted: garbage as soon as Slack would not accept them again.
  slack_requests: [{ key: { at: 1 }, expireAfterSeconds: 15 * 60 }],
  inbox: [
    // What is due; and after a week, what is garbage.
    { key: { state: 1, nextAt: 1 } },
    { key: { receivedAt: 1 }, expireAfterSeconds: 7 * 86_400 },
  ],
  fishbowl_sales_orders: [
    { key: { dateIssued: 1 } },
    // A changed order is written by its number.
    { key: { soNumber: 1 } },
    // An import finds the orders of a file by their numbers in any case, and those whose zeros were cut.
    {
      key: { soNumber: 1 },
      name: "soNumber_alike",
      collation: { locale: "en", strength: 2, numericOrdering: true },
    },
    // What a customer's new account type does to the figures.
    { key: { customerId: 1 } },
  ],
};

/** Makes the indexes that are not there yet; those that are cost nothing. */
export async function ensureIndexes(db: Db): Promise<void> {
  const made = Object.entries(INDEXES).map(([name, indexes]) => db.collection(name).createIndexes([...indexes]));
  await Promise.all(made);
}
