import { mongoClient } from "../../../src/database/client";

/**
 * Has a server acknowledge writes to the majority as soon as its one member has them, without their being in its journal.
 * Every write of ours waits for the majority, and for the journal that is several milliseconds each time; what a run writes
 * is thrown away at its end, and no test kills this server: those of a server that dies start their own, which has all it needs.
 */
export async function acknowledgeBeforeJournal(uri: string): Promise<void> {
  const client = mongoClient(uri);
  try {
    const admin = client.db("admin");
    const { config } = await admin.command({ replSetGetConfig: 1 });
    await admin.command({
      replSetReconfig: { ...config, version: config.version + 1, writeConcernMajorityJournalDefault: false },
    });
  } finally {
    await client.close();
  }
}
