import type { Db, Document, MongoClient, Timestamp } from "mongodb";

/** Where the server's log of writes ends now. */
export async function lastWrite(client: MongoClient): Promise<Timestamp> {
  const last = await oplog(client).findOne({}, { sort: { $natural: -1 }, projection: { ts: 1 } });
  if (last === null) throw new Error("The server keeps no oplog: is it a replica set?");
  return last.ts;
}

/** How many documents of these collections were inserted, changed or deleted after that. */
export async function countWrites(db: Db, collections: readonly string[], since: Timestamp): Promise<number> {
  const names = collections.map((collection) => `${db.databaseName}.${collection}`);
  const entries = await oplog(db.client)
    .find({ ts: { $gt: since }, $or: [{ ns: { $in: names } }, { "o.applyOps.ns": { $in: names } }] })
    .toArray();
  // Several writes may share an entry, which then holds them one by one.
  const writes = entries.flatMap((entry) => (Array.isArray(entry.o?.applyOps) ? entry.o.applyOps : [entry]));
  return writes.filter((write: Document) => names.includes(write.ns) && ["i", "u", "d"].includes(write.op)).length;
}

function oplog(client: MongoClient) {
  return client.db("local").collection("oplog.rs");
}
