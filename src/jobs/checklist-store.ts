import type { Db } from "mongodb";

/** Refers to the checklist in Slack. */
export interface ChecklistRef {
  readonly channel: string;
  readonly ts: string;
}

/** The document `checklist` of `settings`: the one message of the first days. Instants are on the database's clock. */
export interface ChecklistState {
  /** When it is not to be touched any more: all is done, or it is not wanted. */
  readonly over?: true;
  /** Until when the process that posts or edits it has it. */
  readonly until?: Date;
  /** Whom it goes to, and when it was first about to be posted: from then on it may be there. */
  readonly userId?: string;
  readonly attemptedAt?: Date;
  readonly ref?: ChecklistRef;
  /** Which steps the message shows as done. */
  readonly shown?: string;
}

/** Stores the one checklist, so that no two processes post it. */
export interface ChecklistStore {
  read(): Promise<ChecklistState | null>;
  /** Claims it for five minutes; `null` while another process has it, or once it is over. */
  claim(): Promise<ChecklistState | null>;
  /** Records that a post begins, before it does. */
  attempt(userId: string): Promise<void>;
  /** Records what the message shows, and gives the claim back. */
  shown(ref: ChecklistRef, key: string): Promise<void>;
  /** Gives the claim back with nothing done. */
  release(): Promise<void>;
  end(): Promise<void>;
}

const ID = { _id: "checklist" };
/** Longer than Slack takes to show what it took and did not confirm. */
const CLAIM_MS = 300_000;

/** Only the server's clock decides. */
export function checklistStore(db: Db): ChecklistStore {
  const settings = db.collection<ChecklistState & { readonly _id: string }>("settings");
  const isFree = { $and: [{ $ne: ["$over", true] }, { $lte: [{ $ifNull: ["$until", null] }, "$$NOW"] }] };
  const read = () => settings.findOne(ID);
  return {
    read,
    claim: async () => {
      const until = { $cond: [isFree, { $add: ["$$NOW", CLAIM_MS] }, { $ifNull: ["$until", "$$REMOVE"] }] };
      const done = await settings.updateOne(ID, [{ $set: { until } }], { upsert: true });
      return done.modifiedCount + done.upsertedCount === 1 ? read() : null;
    },
    attempt: async (userId) => {
      const attemptedAt = { $ifNull: ["$attemptedAt", "$$NOW"] };
      await settings.updateOne(ID, [{ $set: { userId: { $literal: userId }, attemptedAt } }]);
    },
    shown: async (ref, key) => {
      await settings.updateOne(ID, { $set: { ref, shown: key }, $unset: { until: "" } });
    },
    release: async () => {
      await settings.updateOne(ID, { $unset: { until: "" } });
    },
    end: async () => {
      await settings.updateOne(ID, { $set: { over: true }, $unset: { until: "" } }, { upsert: true });
    },
  };
}
