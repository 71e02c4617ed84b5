import { isDeepStrictEqual } from "node:util";
import type { Collection, Db } from "mongodb";
import type { StoredFact } from "../metrics/fact-changes";
import { type Cell, cellId } from "../metrics/rollup";
import { SOURCE_IDS } from "../metrics/sources";
import type { Identity } from "./identity";
import { comparedName, namesIn } from "./names-in";
import type { Scrub } from "./scrub";

/** How many documents there are of somebody. */
export interface PersonCounts {
  readonly facts: number;
  readonly cells: number;
  readonly goals: number;
  readonly deliveries: number;
}

interface OfPerson {
  readonly _id: string;
  readonly userId?: string;
  readonly to?: string;
  readonly active?: boolean;
}

/** What is stored of one person, over all collections. */
export interface PersonDocuments {
  count(identity: Identity): Promise<PersonCounts>;
  /**
   * Gives somebody's records and daily totals to their pseudonym: a total is never there twice, nor missing. Others' records
   * that are called by their name, and mails to them, have none any more.
   */
  rename(identity: Identity, pseudonym: string): Promise<void>;
  /** Deletes their goals with the log of these, their messages, what they were refused and what they were shown. */
  deleteOwn(identity: Identity): Promise<void>;
  /** Replaces names in all documents but facts, totals and what says who they are. @returns in how many. */
  scrub(identity: Identity, scrub: Scrub): Promise<number>;
  /** Deletes what says who they are. */
  deletePerson(identity: Identity): Promise<void>;
}

const BATCH = 500;
/** Renamed by themselves, since there are millions of them; `rename` sees to all that they hold of anybody. */
const RENAMED: readonly string[] = ["facts", "metrics"];

export function personDocuments(db: Db): PersonDocuments {
  const facts = db.collection<StoredFact>("facts");
  const metrics = db.collection<Cell>("metrics");
  const goals = db.collection<OfPerson>("goals");
  const deliveries = db.collection<OfPerson>("deliveries");
  const users = db.collection<OfPerson>("users");
  const map = db.collection<OfPerson>("fishbowl_users_map");
  const owned = ({ owners }: Identity) => ({
    $or: SOURCE_IDS.map((source) => ({ source, owner: { $in: [...owners[source]] } })),
  });
  return {
    count: async (identity) => {
      const { userId } = identity;
      const [records, cells, targets, messages] = await Promise.all([
        facts.countDocuments(owned(identity)),
        metrics.countDocuments({ userId }),
        goals.countDocuments({ userId }),
        deliveries.countDocuments({ to: userId }),
      ]);
      return { facts: records, cells, goals: targets, deliveries: messages };
    },
    rename: async (identity, pseudonym) => {
      await facts.updateMany(owned(identity), { $set: { owner: pseudonym } });
      await unname(facts, identity);
      for (;;) {
        const cells = await metrics.find({ userId: identity.userId }).limit(BATCH).toArray();
        if (cells.length === 0) return;
        await replaceCells(metrics, { cells, pseudonym });
      }
    },
    deleteOwn: async ({ userId }) => {
      // Nothing is planned for them any more: a message that is deleted would be sent again.
      await users.updateOne({ _id: userId }, { $set: { active: false } });
      await Promise.all([
        goals.deleteMany({ userId }),
        db.collection<OfPerson>("goal_changes").deleteMany({ userId }),
        deliveries.deleteMany({ to: userId }),
        db.collection<OfPerson>("refusals").deleteMany({ userId }),
        db.collection<OfPerson>("shown_figures").deleteOne({ _id: userId }),
      ]);
    },
    scrub: async ({ userId }, scrub) => {
      let changed = 0;
      for (const { collectionName } of await db.collections()) {
        if (RENAMED.includes(collectionName)) continue;
        // What says who they are is needed until all else is done.
        const filter =
          collectionName === users.collectionName
            ? { _id: { $ne: userId } }
            : { ...(collectionName === map.collectionName && { userId: { $ne: userId } }) };
        changed += await scrubbed(db.collection<{ _id: string | number }>(collectionName), { filter, scrub });
      }
      return changed;
    },
    deletePerson: async ({ userId }) => {
      await map.deleteMany({ userId });
      await users.deleteOne({ _id: userId });
    },
  };
}

/** Goes through all records of calls, mails and deals that have a name: no index knows what they are called. */
async function unname(facts: Collection<StoredFact>, { name, sealedAddresses }: Identity): Promise<void> {
  const wanted = comparedName(name);
  const addresses = new Set(sealedAddresses);
  const isOfThem = ({ name: called = "", to = [] }: StoredFact) =>
    to.some((address) => addresses.has(address)) || (wanted !== "" && namesIn(called).includes(wanted));
  const cursor = facts.find(
    { source: { $ne: "fishbowl" }, name: { $exists: true } },
    { projection: { name: 1, to: 1 } },
  );
  let found: string[] = [];
  const write = async () => {
    await facts.updateMany({ _id: { $in: found } }, { $unset: { name: "" } });
    found = [];
  };
  for await (const fact of cursor) {
    if (isOfThem(fact)) found.push(fact._id);
    if (found.length === BATCH) await write();
  }
  if (found.length > 0) await write();
}

async function replaceCells(
  metrics: Collection<Cell>,
  { cells, pseudonym }: { readonly cells: readonly Cell[]; readonly pseudonym: string },
): Promise<void> {
  const renamed = cells.map((cell) => {
    const { type, day, source } = cell;
    return { ...cell, userId: pseudonym, _id: cellId({ userId: pseudonym, type, day, source }) };
  });
  await metrics.db.client.withSession((session) =>
    session.withTransaction(async () => {
      // Where an erasure was cut off, a sync may have made totals of the records that were the pseudonym's by then.
      const there = await metrics.find({ _id: { $in: renamed.map(({ _id }) => _id) } }, { session }).toArray();
      const known = new Map(there.map((cell) => [cell._id, cell]));
      await metrics.deleteMany({ _id: { $in: [...cells, ...there].map(({ _id }) => _id) } }, { session });
      await metrics.insertMany(
        renamed.map((cell) => together(cell, known.get(cell._id))),
        { session },
      );
    }),
  );
}

/** Adds what two totals of a day came to: each record is in one of them. */
function together(cell: Cell, other: Cell | undefined): Cell {
  if (other === undefined) return cell;
  const value = Math.round((cell.value + other.value) * 100) / 100;
  const records = cell.metadata.records + other.metadata.records;
  return { ...cell, value, metadata: { ...other.metadata, records } };
}

async function scrubbed(
  collection: Collection<{ _id: string | number }>,
  { filter, scrub }: { readonly filter: object; readonly scrub: Scrub },
): Promise<number> {
  let changed = 0;
  for await (const document of collection.find(filter)) {
    const after = scrub(document) as typeof document;
    if (isDeepStrictEqual(document, after)) continue;
    changed += 1;
    if (isDeepStrictEqual(after._id, document._id)) await replaceAsRead(collection, { document, scrub });
    else {
      await collection.replaceOne({ _id: after._id }, after, { upsert: true });
      await collection.deleteOne({ _id: document._id });
    }
  }
  return changed;
}

/** Replaces a document only as it was read: a message that is sent meanwhile must not be due again. */
async function replaceAsRead(
  collection: Collection<{ _id: string | number }>,
  { document, scrub }: { readonly document: { readonly _id: string | number }; readonly scrub: Scrub },
): Promise<void> {
  const { _id } = document;
  for (
    let read: { readonly _id: string | number } | null = document;
    read !== null;
    read = await collection.findOne({ _id })
  ) {
    const asRead = { _id, $expr: { $eq: ["$$ROOT", { $literal: read }] } };
    const { matchedCount } = await collection.replaceOne(asRead, scrub(read) as typeof document);
    if (matchedCount === 1) return;
  }
}
