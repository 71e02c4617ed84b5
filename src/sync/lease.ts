import { randomUUID } from "node:crypto";
import type { Db } from "mongodb";

interface LockDocument {
  readonly _id: string;
  readonly owner: string;
  readonly nonce: string;
  /** On the server's clock. */
  readonly until: Date;
  readonly token: number;
  /** Until when background work leaves the lease to a run that waits for it; on the server's clock. */
  readonly wantedUntil?: Date;
}

export interface LeaseRequest {
  readonly name: string;
  /** The process, by a name that no other has or had. */
  readonly owner: string;
  /**
   * A `run` that does not get the lease is next: for five seconds after each try `background` work is refused. Where
   * neither is said, whoever comes first has it.
   */
  readonly priority?: "run" | "background";
}

/** A lease has one holder over all processes, until it is released or goes 15 seconds without being renewed. */
export interface Lease {
  /** Rises with each holder, so that a paused earlier one cannot undo what a later one wrote. */
  readonly token: number;
  /** @throws {LeaseLost} unless the lease is still this holder's; renews it. */
  check(): Promise<void>;
  release(): Promise<void>;
}

/** What a writer needs of a lease: that it still holds, and its token, by which a late write is refused. */
export type Fence = Pick<Lease, "check" | "token">;

const LEASE_MS = 15_000;
const RENEW_MS = 5_000;
/** A run tries every half second. */
const WANTED_MS = 5_000;

/** Acquires the lease unless somebody holds it, in which case it returns `null`; only the server's clock decides. */
export async function acquireLease(db: Db, { name, owner, priority }: LeaseRequest): Promise<Lease | null> {
  const locks = db.collection<LockDocument>("locks");
  const nonce = randomUUID();
  const past = (field: string) => ({ $lte: [{ $ifNull: [field, null] }, "$$NOW"] });
  const free = priority === "background" ? { $and: [past("$until"), past("$wantedUntil")] } : past("$until");
  const taken = priority === "run" ? { $mergeObjects: ["$$ROOT", { wantedUntil: later(WANTED_MS) }] } : "$$ROOT";
  const token = { $add: [{ $ifNull: ["$token", 0] }, 1] };
  const acquired = { _id: name, owner: { $literal: owner }, nonce, until: later(LEASE_MS), token };
  const found = await locks.findOneAndUpdate({ _id: name }, [{ $replaceWith: { $cond: [free, acquired, taken] } }], {
    upsert: true,
    returnDocument: "after",
  });
  if (found === null || found.nonce !== nonce) return null;

  const mine = { _id: name, nonce };
  const renew = async () => {
    const { matchedCount } = await locks.updateOne({ ...mine, $expr: { $gt: ["$until", "$$NOW"] } }, [
      { $set: { until: later(LEASE_MS) } },
    ]);
    if (matchedCount === 0) throw new LeaseLost("This run was held up for so long that another may have begun");
  };
  // A failed renewal surfaces at the next check before a write.
  const timer = setInterval(() => void renew().catch(() => undefined), RENEW_MS);
  timer.unref();
  return {
    token: found.token,
    check: renew,
    release: async () => {
      clearInterval(timer);
      await locks.updateOne(mine, [{ $set: { until: "$$NOW" } }]);
    },
  };
}

/**
 * Gives back every lease that a process holds which is about to end, or the named one, so that another takes its work up at once
 * instead of when they run out. What the process still does under them fails at its next check, and writes nothing more.
 */
export async function releaseLeases(
  db: Db,
  { owner, name }: Pick<LeaseRequest, "owner"> & { readonly name?: string },
): Promise<void> {
  const held = { owner, ...(name === undefined ? {} : { _id: name }), $expr: { $gt: ["$until", "$$NOW"] } };
  await db.collection<LockDocument>("locks").updateMany(held, [{ $set: { until: "$$NOW" } }]);
}

/** Tells whether somebody holds the lease, and the token of its last holder: 0 if there was none. */
export async function readLease(db: Db, name: string): Promise<{ readonly held: boolean; readonly token: number }> {
  const [found] = await db
    .collection<LockDocument>("locks")
    .aggregate<{ held: boolean; token: number }>([
      { $match: { _id: name } },
      { $project: { _id: 0, token: 1, held: { $gt: ["$until", "$$NOW"] } } },
    ])
    .toArray();
  return found ?? { held: false, token: 0 };
}

function later(ms: number) {
  return { $add: ["$$NOW", ms] };
}

/** Tells a holder that it was paused or cut off for so long that another may have taken over: it must write nothing more. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}
