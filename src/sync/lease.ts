import { randomUUID } from "node:crypto";
import type { Db } from "mongodb";

interface LockDocument {
  readonly _id: string;
  readonly owner: string;
  readonly nonce: string;
  /** On the server's clock. */
  readonly until: Date;
  readonly token: number;
}

/** A lease: one holder over all processes, until it is released or not renewed for 15 seconds. */
export interface Lease {
  /** Rises with each holder: what a later one wrote, a paused earlier one cannot undo. */
  readonly token: number;
  /** @throws {LeaseLost} unless the lease is still this holder's; renews it. */
  check(): Promise<void>;
  release(): Promise<void>;
}

const LEASE_MS = 15_000;
const RENEW_MS = 5_000;

/** Takes the lease if nobody holds it; only the server's clock decides. `null` when somebody does. */
export async function acquireLease(db: Db, { name, owner }: { name: string; owner: string }): Promise<Lease | null> {
  const locks = db.collection<LockDocument>("locks");
  const nonce = randomUUID();
  const free = { $lte: [{ $ifNull: ["$until", null] }, "$$NOW"] };
  const token = { $add: [{ $ifNull: ["$token", 0] }, 1] };
  const taken = { _id: name, owner: { $literal: owner }, nonce, until: later(LEASE_MS), token };
  const found = await locks.findOneAndUpdate({ _id: name }, [{ $replaceWith: { $cond: [free, taken, "$$ROOT"] } }], {
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
  // A renewal that fails is found out by the next check before a write.
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

/** Whether somebody holds the lease just now, and the token of the last who took it; 0 when nobody ever did. */
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

/** The holder of a lease was paused or cut off for so long that another may have taken over: it must write nothing more. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}
