import { randomBytes } from "node:crypto";
import type { AnyBulkWriteOperation, Db } from "mongodb";
import { factId, safeId } from "./fact";
import type { StoredFact } from "./fact-changes";
import { ADDRESS_TYPES } from "./metrics";
import type { Seal } from "./seal";

/** Stores the key of the team's seal, and seals addresses that were stored before there was one. */
export interface SealStore {
  /** The key, made by whichever process asks first. */
  key(): Promise<string>;
  /**
   * Seals senders and recipients of stored emails, once for each database; one that is cut off begins again.
   *
   * @param check is called before each thousand of them is written, and may throw.
   * @returns how many were sealed.
   */
  sealStored(seal: Seal, check: () => Promise<void>): Promise<number>;
}

interface SealDocument {
  readonly _id: string;
  readonly key: string;
  /** Set once all that was stored before is sealed. */
  readonly stored?: true;
}

const ID = "seal";
const PIECE = 1_000;
const KEY_BYTES = 32;

export function sealStore(db: Db): SealStore {
  const settings = db.collection<SealDocument>("settings");
  const facts = db.collection<StoredFact>("facts");
  return {
    key: async () => {
      const made = [
        { $set: { key: { $ifNull: ["$key", { $literal: randomBytes(KEY_BYTES).toString("base64url") }] } } },
      ];
      const found = await settings.findOneAndUpdate({ _id: ID }, made, { upsert: true, returnDocument: "after" });
      if (found === null) throw new Error("The key of the team's seal could not be stored");
      return found.key;
    },
    sealStored: async (seal, check) => {
      if ((await settings.findOne({ _id: ID }))?.stored === true) return 0;
      const open = { $or: [{ owner: /@/ }, { to: /@/ }] };
      const cursor = facts.find({ source: "copper", type: { $in: ADDRESS_TYPES }, ...open }, { batchSize: PIECE });
      let sealed = 0;
      while (await cursor.hasNext()) {
        const piece = cursor.readBufferedDocuments();
        await check();
        await facts.bulkWrite(piece.flatMap((fact) => sealing(fact, seal)));
        sealed += piece.length;
      }
      await settings.updateOne({ _id: ID }, { $set: { stored: true } }, { upsert: true });
      return sealed;
    },
  };
}

/**
 * Seals one fact. A mail that had no id of its own is known by its second, sender and subject: it is stored under another
 * key, and then deleted under this one.
 */
function sealing(fact: StoredFact, seal: Seal): AnyBulkWriteOperation<StoredFact>[] {
  const named = (owner: string) => safeId(`${fact.at.getTime() / 1_000}-${owner}-`);
  const [before, after] = [named(fact.owner), named(seal(fact.owner))];
  const recordId = fact.recordId.startsWith(before) ? after + fact.recordId.slice(before.length) : fact.recordId;
  const to = fact.to === undefined ? {} : { to: fact.to.map(seal) };
  const sealed = { ...fact, ...to, recordId, owner: seal(fact.owner), _id: factId({ ...fact, recordId }) };
  const written = { replaceOne: { filter: { _id: sealed._id }, replacement: sealed, upsert: true } };
  return sealed._id === fact._id ? [written] : [written, { deleteOne: { filter: { _id: fact._id } } }];
}
